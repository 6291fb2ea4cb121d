"""A page with the Kazakh and the Russian text: which of its elements belong to which.

Nothing is assumed of how the page sets them: two columns, a table with a row for each paragraph,
one text below the other. Columns are found by their languages; what has no words of its own
(figures, a signature, blanks of a form) goes with its column, else with what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from lxml import etree

from lexicon.data import words
from model import LANGUAGES, Lang
from parsers.blocks import Block
from parsers.language import language_of, leanings_of
from parsers.page_paths import holds_anything, text_in, words_in
from parsers.page_tags import BLOCKS, BREAKING, CELLS, HEADINGS

_TELLING = 40  # letters: a shorter line does not tell the language of its page
_SHORT = 15  # letters: enough between two texts of different languages
# Of the second language: an act that quotes the other language has a smaller share of it, and the
# shortest text of an act has more characters.
_MINOR, _LEAST = 0.2, 400
_HARDLY = 30  # letters in words of the second language; a quotation of two lines has as many
_SURELY = 0.05  # of the letters of a text are those that Kazakh alone has: no names in Russian
_ENOUGH = 200  # letters that tell it
_STRETCH = 60  # letters; a Kazakh text has one of its own about every tenth
_FEWEST = 12  # of them in the shortest Kazakh text of an act
_ROWS = {"table", "tbody", "thead", "tfoot"}


class Weight(msgspec.Struct):
    """How many letters of an element stand in paragraphs of either language."""

    kk: int = 0
    ru: int = 0

    def add(self, text: str) -> None:
        """Count one paragraph, if it is long enough to tell its language."""
        lang = told(text)
        if lang:
            setattr(self, lang, getattr(self, lang) + len(text))

    @property
    def is_two(self) -> bool:
        """Whether there are two texts, and not one that quotes the other language."""
        return min(self.kk, self.ru) > max(_LEAST, _MINOR * (self.kk + self.ru))

    @property
    def lang(self) -> Lang | None:
        """The language of most; ``None`` where no paragraph tells it."""
        if not self.kk and not self.ru:
            return None
        return "kk" if self.kk > self.ru else "ru"


class Piece(msgspec.Struct, frozen=True):
    """An element and the language of its text; ``None`` where its neighbours tell it."""

    element: etree._Element
    lang: Lang | None


def told(text: str, least: int = _TELLING) -> Lang | None:
    """The language of a paragraph; ``None`` where it is too short to tell."""
    if len(text) - text.count("_") < least:  # the blanks of a form are no letters
        return None
    start = text[:_ENOUGH]
    return "kk" if _own_letters(start) > _SURELY * len(start) else language_of(text)


def _own_letters(text: str) -> int:
    return len(_kazakh().findall(text))


@cache
def _kazakh() -> re.Pattern[str]:
    return re.compile(f"[{_kazakh_letters()}]")


@cache
def _kazakh_letters() -> str:
    letters = str(words("typing")["kk"]["letters"])
    return letters + letters.upper()


def weighed(texts: Iterable[str]) -> Weight:
    """The letters of either language in some paragraphs."""
    weight = Weight()
    for text in texts:
        weight.add(text)
    return weight


def weighed_text(source: str, blocks: Iterable[Block]) -> Weight:
    """The letters of either language in a text; nothing where it is surely in one of them.

    A text with hardly a word of the second language has none in it that is an act. Long stretches
    without the letters that Kazakh alone has are Russian or figures.
    """
    if min(leanings_of(source)) < _HARDLY:
        return Weight()
    letters = _kazakh_letters()
    mark = letters[0]
    for letter in letters:
        source = source.replace(letter, mark)
    if source.count(mark) + 1 < _FEWEST or not _holds_plain(source, mark):
        return Weight()
    return weighed(text.chars for block in blocks for text in block.texts())


def _holds_plain(text: str, mark: str) -> bool:
    """Whether the long stretches without the mark have enough characters for a text."""
    at = plain = 0
    while at < len(text) and plain < _LEAST:
        last = text.rfind(mark, at, at + _STRETCH)
        if last < 0:
            end = text.find(mark, at + _STRETCH)
            last = len(text) if end < 0 else end
            plain += last - at if last - at >= _STRETCH else 0
        at = last + 1
    return plain >= _LEAST


def are_two(elements: Iterable[etree._Element]) -> bool:
    """Whether the elements hold the Kazakh and the Russian text of an act."""
    elements = list(elements)
    whole = "".join(map(text_in, elements))
    if _own_letters(whole) < _FEWEST:
        return False
    return weighed(text for element in elements for text in paragraphs(element)).is_two


def by_language(elements: Iterable[etree._Element]) -> dict[Lang, list[etree._Element]]:
    """The elements, divided as far as needed, of the Kazakh and of the Russian text."""
    pieces = [piece for element in elements for piece in _divided(element)]
    found: dict[Lang, list[etree._Element]] = {lang: [] for lang in LANGUAGES}
    for element, lang in _with_neighbours(pieces):
        found[lang].append(element)
    return found


def paragraphs(element: etree._Element) -> Iterator[str]:
    """The words between the beginnings and ends of paragraphs, cells and lines."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in BLOCKS or node.tag in CELLS or node.tag == "br":
            yield " ".join("".join(pieces).split())
            pieces = []
        pieces.append((node.text if event == "start" else node.tail) or "")
        if event == "end" and node is element:
            pieces.pop()
    yield " ".join("".join(pieces).split())


def _divided(element: etree._Element, known: Weight | None = None) -> Iterator[Piece]:
    """The element in as few pieces as have one language each; ``known`` where it was weighed."""
    weight = known or weighed(paragraphs(element))
    if not weight.is_two:
        yield Piece(element, weight.lang or _short(element))
        return
    parts = _columns(element) or lines_apart(element)
    for part in parts:
        if isinstance(part, Piece):
            yield part
        elif part is element:
            yield Piece(element, weight.lang)
        else:  # a frame around all of it weighs the same: nested ones are weighed once
            yield from _divided(part, weight if len(parts) == 1 else None)


def _short(element: etree._Element) -> Lang | None:
    """The language of a short line, where it has letters of Kazakh; else its neighbours tell."""
    return "kk" if language_of(text_in(element)) == "kk" else None


def _columns(element: etree._Element) -> list[Piece]:
    """The two sides of rows that have the languages side by side; none where they do not."""
    rows = [row for row in _rows(element) if len(row) == 2]  # noqa: PLR2004 - two languages
    sides = [[row[side] for row in rows] for side in (0, 1)]
    weights = [weighed(text for cell in side for text in paragraphs(cell)) for side in sides]
    langs = [weight.lang for weight in weights]
    if None in langs or langs[0] == langs[1] or any(weight.is_two for weight in weights):
        return []
    if _count(element) != sum(_count(cell) for side in sides for cell in side):
        return []  # something stands beside the rows: line by line it is not lost
    return [Piece(cell, lang) for side, lang in zip(sides, langs, strict=True) for cell in side]


def _count(element: etree._Element) -> int:
    return len("".join(text_in(element).split()))


def _rows(element: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of a table, or boxes that hold boxes as a row holds cells."""
    for row in element:
        if row.tag in _ROWS:
            yield from _rows(row)
        elif row.tag == "tr":
            yield [cell for cell in row if cell.tag in CELLS]
        elif element.tag not in _ROWS:
            yield [cell for cell in row if cell.tag in BLOCKS]


def lines_apart(element: etree._Element) -> list[etree._Element]:
    """The element's children with the loose text between them, each line an element of its own.

    An element whose text is of one piece is given back itself.
    """
    if not any(map(_breaks, element)):
        return [element]
    parts: list[etree._Element] = []
    line = _line(element, element.text)
    for child in list(element):
        behind, child.tail = child.tail, None
        if _breaks(child):
            parts += [line, child]
            line = _line(element, behind)
        else:
            child.tail = behind
            line.append(child)
    return [part for part in (*parts, line) if holds_anything(part)]


def _breaks(child: etree._Element) -> bool:
    """Whether an element ends the line before it: by itself or by what is in it."""
    return child.tag in BREAKING or any(inner.tag in BREAKING for inner in child.iter())


def _line(element: etree._Element, first: str | None) -> etree._Element:
    """An empty line of the same kind as the element, with its first words."""
    line = etree.Element(element.tag if element.tag in HEADINGS else "p")
    line.attrib.update(element.attrib)
    line.text = first
    return line


def _with_neighbours(pieces: list[Piece]) -> Iterator[tuple[etree._Element, Lang]]:
    """The pieces, those that do not tell their language with the text that they stand in."""
    following = _following([piece.lang for piece in pieces])
    before: Lang | None = None
    for piece, after in zip(pieces, following, strict=True):
        said = piece.lang or _between(piece.element, before, after)
        yield piece.element, said
        before = said


def _following(langs: list[Lang | None]) -> list[Lang | None]:
    after: list[Lang | None] = []
    said: Lang | None = None
    for lang in reversed(langs):
        after.append(said)
        said = lang or said
    return after[::-1]


def _between(element: etree._Element, before: Lang | None, after: Lang | None) -> Lang:
    """Where two texts meet, a heading opens the second and a table (of names) ends the first."""
    if before is None or after is None or before == after:
        return before or after or "ru"
    said = words_in(element)
    begins = element.tag in HEADINGS or (element.tag != "table" and told(said, _SHORT) == after)
    return after if begins else before
