"""A DOCX (DOCM, DOTX) as a manuscript: the text that its printed page shows, and its blocks.

Numbers of lists, notes and text boxes are part of the text; what no printed page shows (tracked
changes that are not read, hidden words, comments) and what is no text of the act (headers, tables
of contents) is left out by name.
"""

from __future__ import annotations

import re

from lxml import etree

from model import Dropped, Span
from parsers.entries import entries_marked
from parsers.errors import BrokenDocumentError
from parsers.manuscript import Manuscript, Remark
from parsers.office_errors import LockedDocumentError
from parsers.word_archive import Archive
from parsers.word_blocks import blocks_of
from parsers.word_body import BodyReader
from parsers.word_flow import Flow
from parsers.word_parts import Parts
from parsers.word_revisions import Changes, Revisions
from parsers.word_xml import W

__all__ = ["Changes", "is_encrypted_word", "is_word", "read_if_word", "read_word"]

_ZIP = b"PK\x03\x04"
_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The directory of a compound file has an entry of 128 bytes per stream: 64 for the name.
_ENTRY, _NAME = 128, 64
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LETTER = re.compile(r"[^\W\d_]")
_TRACKED: dict[Changes, str] = {
    "accepted": "tracked-changes-accepted",
    "original": "tracked-changes-original",
}


def is_word(data: bytes) -> bool:
    """Whether the bytes are an archive with a Word document in it, whatever its file is called."""
    return _archive(data, "") is not None


def read_if_word(data: bytes, name: str, changes: Changes) -> Manuscript | None:
    """What ``read_word`` makes of the bytes; ``None`` where they are no Word document.

    Raises:
        BrokenDocumentError: a document that is damaged, or larger unpacked than any act.
    """
    archive = _archive(data, name)
    return _read(archive, name, changes) if archive is not None else None


def is_encrypted_word(data: bytes) -> bool:
    """Whether the bytes are a compound file that holds an encrypted document (MS-OFFCRYPTO 2.3.4).

    A document of the old format (DOC) is a compound file too, and is none of these.
    """
    at = data.find(_ENCRYPTED) if data.startswith(_CONTAINER) else -1
    while at >= 0:
        length = int.from_bytes(data[at + _NAME : at + _NAME + 2], "little")
        if at % _ENTRY == 0 and length == len(_ENCRYPTED) + 2:
            return True
        at = data.find(_ENCRYPTED, at + 1)
    return False


def read_word(data: bytes, name: str, changes: Changes = "accepted") -> Manuscript:
    """The document as text; ``changes`` chooses between the tracked changes and the old text.

    Raises:
        LockedDocumentError: it opens with a password only.
        BrokenDocumentError: damaged, no Word document, or larger unpacked than any act.
    """
    if is_encrypted_word(data):
        raise LockedDocumentError(name=name)
    return _read(Archive(data, name), name, changes)


def _archive(data: bytes, name: str) -> Archive | None:
    """The archive that the bytes are; ``None`` where none with a Word document in it."""
    if not data.startswith(_ZIP):
        return None
    try:
        archive = Archive(data, name)
        is_word = archive.main is not None
    except BrokenDocumentError:
        return None
    return archive if is_word else None


def _read(archive: Archive, name: str, changes: Changes) -> Manuscript:
    if archive.main is None:
        raise BrokenDocumentError(name=name, detail="there is no Word document in it")
    parts = Parts(archive, archive.main)
    body = parts.root.find(f"{W}body")
    if body is None:
        raise BrokenDocumentError(name=name, detail="it has no body")
    try:
        return _manuscript(body, parts, changes)
    except RecursionError as error:
        raise BrokenDocumentError(name=name, detail="its tables are nested too deep") from error


def _manuscript(body: etree._Element, parts: Parts, changes: Changes) -> Manuscript:
    revisions, flow = Revisions(changes), Flow()
    shapes = BodyReader(parts, revisions, flow).read(body)
    text = flow.text
    blocks = blocks_of(shapes)
    for reason, header in parts.headers():
        _leave_header(header, reason, parts, flow)
    _leave_comments(parts, flow)
    if revisions.count:
        flow.remarks.append(Remark(_TRACKED[changes]))
    return Manuscript(
        text,
        lambda desk: entries_marked(blocks, desk.ledger),
        tuple(flow.remarks),
        (*flow.dropped, *flow.shapeless()),
    )


def _leave_header(header: etree._Element, reason: str, parts: Parts, flow: Flow) -> None:
    """A header is left out; one that says more than a number is named."""
    beside = Flow()
    BodyReader(parts, Revisions("accepted"), beside).read(header)
    words = " ".join(beside.text.split())
    if words:
        flow.dropped.append(Dropped(reason, words))
    if _LETTER.search(words):
        flow.remarks.append(Remark(reason, Span(), {"words": words}))


def _leave_comments(parts: Parts, flow: Flow) -> None:
    comments = parts.texts("comments", "comment")
    for comment in comments.values():
        words = " ".join("".join(one.text or "" for one in comment.iter(f"{W}t")).split())
        flow.dropped.append(Dropped("comment", words))
    if comments:
        flow.remarks.append(Remark("comments", Span(), {"count": str(len(comments))}))
