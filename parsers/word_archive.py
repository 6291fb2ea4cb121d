"""The archive of a Word document: bounded, never unpacked to disk, its parts found by their roles.

A document part need not be ``word/document.xml``: the relationships of the package name it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import msgspec
from lxml import etree

from parsers.errors import BrokenDocumentError
from parsers.word_xml import Element, in_one_dialect, parsed

PART_LIMIT = 64_000_000  # bytes of XML in all; the largest acts stay far below a tenth of it
_ARCHIVE_LIMIT = 1_000_000_000  # bytes unpacked, with the scans that letters carry along
_MOST_ENTRIES = 5_000
_RATIO_LIMIT = 400  # unpacked to packed; text XML stays below a hundred
_RATIO_SLACK = 1_000_000  # bytes that may come out of nothing: small parts pack well
_USUAL = "word/document.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"{{{_PACKAGE}/content-types}}"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_STRAIGHT = re.compile(r"\w[^/]*(?:/\w[^/]*)*")  # a path with nothing in it to be resolved
_WORD_TYPES = ("wordprocessingml", "ms-word")


class Relation(msgspec.Struct, frozen=True):
    """What a part refers to: its role (the last word of its type) and its path."""

    role: str
    target: str


class Archive:
    """The parts of one document."""

    def __init__(self, data: bytes, name: str) -> None:
        """The archive in ``data``; ``name`` is how messages call it.

        Raises:
            BrokenDocumentError: not an archive, or larger unpacked than any act.
        """
        self._name = name
        self._budget = PART_LIMIT
        with self._reported():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        infos = self._zip.infolist()
        if len(infos) > _MOST_ENTRIES or sum(one.file_size for one in infos) > _ARCHIVE_LIMIT:
            raise self._too_large()
        # The names of parts are compared without regard to case (ECMA-376, part 2, 9.1.1).
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}

    @cached_property
    def main(self) -> str | None:
        """The path of the document part; ``None`` where the archive holds no Word document."""
        roots = self.relations("").values()
        for one in roots:
            if one.role == "officeDocument" and one.target.lower() in self._infos:
                return one.target if self._is_word(one.target) else None
        return _USUAL if _USUAL in self._infos else None

    def relations(self, path: str) -> dict[str, Relation]:
        """What the part at ``path`` refers to inside the archive, by the ids of the references."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rpartition("/")[2], _target(folder, one.get("Target", ""))
            )
            for one in root.iter(_RELATION)
            if one.get("TargetMode") != "External"
        }

    def part(self, path: str) -> Element | None:
        """The root of the part at ``path``; ``None`` where the archive has none.

        Raises:
            BrokenDocumentError: damaged, locked, not XML, or larger unpacked than any act.
        """
        content = self.content(path)
        if content is None:
            return None
        with self._reported():
            return parsed(content)

    def content(self, path: str) -> bytes | None:
        """The bytes of the part at ``path`` in one dialect; ``None`` where there is none.

        Raises:
            BrokenDocumentError: damaged, locked, or larger unpacked than any act.
        """
        info = self._infos.get(path.lower())
        if info is None:
            return None
        self._budget -= info.file_size
        if self._budget < 0 or info.file_size > _RATIO_LIMIT * info.compress_size + _RATIO_SLACK:
            raise self._too_large()
        with self._reported():
            return in_one_dialect(self._zip.read(info))

    def root_of(self, content: bytes) -> Element:
        """The root of a part whose bytes were asked for before.

        Raises:
            BrokenDocumentError: not XML, or more than any act has.
        """
        with self._reported():
            return parsed(content)

    def _is_word(self, path: str) -> bool:
        """Whether the content types call the part a Word document, template or one with macros."""
        types = self.part("[Content_Types].xml")
        for one in types.iter(f"{_TYPES}Override") if types is not None else ():
            if one.get("PartName", "").lstrip("/").lower() == path.lower():
                return any(word in one.get("ContentType", "") for word in _WORD_TYPES)
        return path.lower() == _USUAL

    def _too_large(self) -> BrokenDocumentError:
        return BrokenDocumentError(name=self._name, detail="unpacked it is larger than any act")

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """What libraries raise, as the error of the house."""
        try:
            yield
        except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError) as error:
            raise BrokenDocumentError(name=self._name, detail=error) from error
        except (etree.XMLSyntaxError, zlib.error, ValueError, LookupError) as error:
            raise BrokenDocumentError(name=self._name, detail=error) from error


def _target(folder: str, target: str) -> str:
    """The path inside the archive; one that climbs out of it names nothing there."""
    if _STRAIGHT.fullmatch(target):
        return f"{folder}/{target}" if folder else target
    whole = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(whole).lstrip("/")
