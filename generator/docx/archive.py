"""The ZIP file that a DOCX is: opened within bounds, written the same way every time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from generator.docx.errors import NotADocumentError, TemplateTooLargeError, UnsafeTemplateError

_MIB = 1024 * 1024
_MOST_BYTES = 20 * _MIB  # a letterhead with its coat of arms takes well under one
_MOST_UNPACKED = 60 * _MIB
_MOST_XML = 4 * _MIB  # one XML part; the shipped template's largest has twenty thousand bytes
_MOST_FILES = 500
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date that a ZIP file can name
_FIRST = "[Content_Types].xml"  # readers expect it to come first
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK_ONLY = re.compile(rb"Type\s*=\s*[\"'][^\"']*/relationships/hyperlink[\"']")
_FORBIDDEN = re.compile(r"vbaProject|/embeddings/|/activeX/", re.IGNORECASE)


def repack(data: bytes) -> bytes:
    """The same DOCX with fixed dates and order: equal contents give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(set(source.namelist()), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the file would name the system it was written on
            entry.external_attr = 0
            target.writestr(entry, source.read(name), compresslevel=6)
    return out.getvalue()


def check_archive(data: bytes, file: object) -> None:
    """Look into a DOCX without unpacking more than the bounds allow.

    Raises:
        NotADocumentError: not a ZIP file, or a damaged one, or no Word document in it.
        TemplateTooLargeError: out of the bounds.
        UnsafeTemplateError: macros, embedded objects, links to outside files, a DOCTYPE.
    """
    _at_most(len(data), _MOST_BYTES, "bytes", file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive, file)
            for entry in archive.infolist():
                _check_part(entry.filename, archive.read(entry), file)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise NotADocumentError(file=file, problem=str(error)) from error
    except (EOFError, OSError, ValueError, zlib.error) as error:
        raise NotADocumentError(file=file, problem=str(error) or "it is damaged") from error


def _check_entries(archive: zipfile.ZipFile, file: object) -> None:
    entries = archive.infolist()
    _at_most(len(entries), _MOST_FILES, "files inside", file)
    _at_most(sum(entry.file_size for entry in entries), _MOST_UNPACKED, "bytes unpacked", file)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            _at_most(entry.file_size, _MOST_XML, f"bytes in {entry.filename}", file)
    names = archive.namelist()
    if _FIRST not in names or "word/document.xml" not in names:
        raise NotADocumentError(file=file, problem="no text of a Word document is in it")


def _at_most(met: int, most: int, of_what: str, file: object) -> None:
    if met > most:
        raise TemplateTooLargeError(file=file, met=f"{met} {of_what}", most=most)


def _check_part(name: str, content: bytes, file: object) -> None:
    if _FORBIDDEN.search(name):
        raise UnsafeTemplateError(file=file, found=f"a macro or an embedded object ({name})")
    if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
        raise UnsafeTemplateError(file=file, found=f"a DOCTYPE ({name})")
    if name.endswith(".rels"):
        _check_links(name, content, file)


def _check_links(name: str, content: bytes, file: object) -> None:
    """Plain hyperlinks are text; any other outside target would be fetched by Word."""
    for link in _EXTERNAL.findall(content):
        if not _LINK_ONLY.search(link):
            raise UnsafeTemplateError(file=file, found=f"a link to an outside file ({name})")
