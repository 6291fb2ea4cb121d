"""The parts beside the body of a Word document, each read when it is first needed."""

from __future__ import annotations

from functools import cached_property

from parsers.word_archive import Archive, Relation
from parsers.word_lists import Lists
from parsers.word_paragraphs import Properties
from parsers.word_styles import Styles
from parsers.word_xml import VAL, Element, R, W, is_on

_HEADERS = {"headerReference": "page-header", "footerReference": "page-footer"}
_HIDDEN = f"{W}vanish"
_STYLED = (f"{W}rStyle", f"{W}pStyle")


class Parts:
    """What the body at ``path`` refers to: styles, lists, notes, headers, comments, pictures."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive = archive
        self._relations = archive.relations(path)
        self._hides_beside = False  # in a note; notes are read when they are first called
        self.root = archive.root_of(archive.content(path) or b"")

    def label(self, properties: Properties) -> str:
        """The number that the next paragraph with these properties has; "" for none."""
        if properties.place.list_id == "0" or not self._has_lists:
            return ""
        return self._lists.label(properties.place, properties.style)

    def hides(self, run: Element, paragraph_style: str | None) -> bool:
        """Whether a run with these ``w:rPr`` is hidden, by itself or by a style."""
        if not self.hides_any:
            return False
        own = run.find(f"{W}vanish")
        if own is not None:
            return is_on(own)
        style = run.find(f"{W}rStyle")
        named = style.get(VAL) if style is not None else None
        return self._styles.hides(named) or self._styles.hides(paragraph_style)

    @property
    def hides_any(self) -> bool:
        """Whether any words may be hidden; asking every run would cost more than this search."""
        return self._hides_beside or self._hides_in_body

    def target(self, relation_id: str) -> str:
        """The path that an id refers to; the id itself where it refers to nothing."""
        found = self._relations.get(relation_id)
        return found.target if found else relation_id

    def texts(self, role: str, tag: str) -> dict[str, Element]:
        """The elements ``tag`` of the part in this role, by their ids; none without the part."""
        root = self._in_role(role)
        self._hides_beside |= root is not None and _has(root, _HIDDEN)
        found = root.iterchildren(f"{W}{tag}") if root is not None else ()
        return {one.get(f"{W}id", ""): one for one in found}

    def headers(self) -> list[tuple[str, Element]]:
        """The headers and footers of all sections, each once, with the reason to leave them."""
        found: dict[str, tuple[str, Element]] = {}
        for section in self.root.iter(f"{W}sectPr"):
            for one in section:
                reason = _HEADERS.get(str(one.tag).removeprefix(W))
                path = self.target(one.get(f"{R}id", ""))
                root = self._archive.part(path) if reason and path not in found else None
                if reason and root is not None:
                    found[path] = (reason, root)
        return list(found.values())

    def _in_role(self, role: str) -> Element | None:
        found = self._relation(role)
        return self._archive.part(found.target) if found else None

    def _relation(self, role: str) -> Relation | None:
        return next((one for one in self._relations.values() if one.role == role), None)

    @cached_property
    def _hides_in_body(self) -> bool:
        if _has(self.root, _HIDDEN):
            return True
        return _has(self.root, *_STYLED) and b"vanish" in self._styles_content

    @cached_property
    def _has_lists(self) -> bool:
        return self._relation("numbering") is not None

    @cached_property
    def _styles(self) -> Styles:
        """The styles; only those that number or hide are worth parsing."""
        content = self._styles_content
        tells = b"numPr" in content or b"vanish" in content
        return Styles(content if tells else b"", self._archive.root_of)

    @cached_property
    def _styles_content(self) -> bytes:
        found = self._relation("styles")
        return (self._archive.content(found.target) if found else None) or b""

    @cached_property
    def _lists(self) -> Lists:
        return Lists(self._in_role("numbering"), self._styles)


def _has(root: Element, *tags: str) -> bool:
    return next(root.iter(*tags), None) is not None
