"""Files of other kinds, told by their first bytes and named as people call them."""

from __future__ import annotations

import re

_HEAD = 4096
_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"AT&TFORM": "a DjVu document",
    b"%!PS": "a PostScript document",
    b"\x1f\x8b": "a GZIP archive",
    b"BZh": "a BZIP2 archive",
    b"\xfd7zXZ\0": "an XZ archive",
    b"\x28\xb5\x2f\xfd": "a ZSTD archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"MSCF\0": "a CAB archive",
    b"\x7fELF": "a program",
    b"SQLite format 3\0": "a database",
    b"wOFF": "a font",
    b"OTTO\0": "a font",
    b"\0\1\0\0\0": "a font",
    b"ID3": "a sound recording",
    b"OggS": "a sound recording",
    b"\0asm": "a program",
}
# Two letters that a text may begin with as well: these kinds have zero bytes near them.
_SHORT = {b"MZ": "a program", b"BM": "a BMP picture", b"RIFF": "a picture or a recording"}
_ZIPPED = {
    b"xl/workbook": "an Excel workbook",
    b"ppt/presentation": "a PowerPoint presentation",
    b"mimetypeapplication/epub": "an EPUB book",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet",
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": "an OpenDocument presentation",
    b"META-INF/MANIFEST.MF": "a Java program",
    b"AndroidManifest.xml": "an Android program",
}
_TAR, _RECORDING, _MESSAGE = "a TAR archive", "a recording", "a mail message"
_ZIP = "a ZIP archive"
_ZIP_OF_DOCUMENTS = "a ZIP archive with documents in it, to be unpacked first"
_DOCUMENT = re.compile(
    rb"\.(?:docx?|odt|rtf|pdf|html?|mht|mhtml|txt)PK|\.(?:docx?|odt|pdf)[P\0-\x20]"
)
_MAIL = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|from|to|subject|date|dkim-signature):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_FIELDS = 4  # an act quotes none of them, a letter has more


def names() -> tuple[str, ...]:
    """Every name that ``kind_of`` may give."""
    tables = (_SIGNATURES, _SHORT, _ZIPPED)
    listed = (name for table in tables for name in table.values())
    return (*dict.fromkeys(listed), _TAR, _RECORDING, _MESSAGE, _ZIP, _ZIP_OF_DOCUMENTS)


def kind_of(data: bytes) -> str | None:
    """What the bytes are where they are surely no text; ``None`` where they may be."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data)
    head = data[:_HEAD]
    if data[257:262] == b"ustar":
        return _TAR
    if head[4:8] == b"ftyp":
        return _RECORDING
    for signature, kind in _SHORT.items():
        if data.startswith(signature) and b"\0" in head[:64]:
            return kind
    return _MESSAGE if _is_mail(head) else None


def _zipped(data: bytes) -> str:
    for name, kind in _ZIPPED.items():
        if name in data:
            return kind
    return _ZIP_OF_DOCUMENTS if _DOCUMENT.search(data) else _ZIP


def _is_mail(head: bytes) -> bool:
    """Whether the bytes begin with the fields of a letter."""
    fields = {field.lower() for field in _MAIL.findall(head)}
    return bool(re.match(rb"[!-9;-~]+:[ \t]", head)) and len(fields) >= _MAIL_FIELDS
