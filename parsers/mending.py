"""Words mended inside a paragraph: missing blanks set, letters typed apart brought together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from lexicon.data import words
from parsers.blocks import Block, Paragraph, RawRow
from parsers.drafts import Desk
from parsers.language import vocabulary
from parsers.text import Text

# A closing quotation mark, or a sentence's end, with the next word set close to it.
_CLOSE = re.compile(r'["\)](?=[^\W\d_]{4,})')
_BEFORE_MARK = re.compile(r"[\w.)]")
_OWN_NUMBER = re.compile(r"(\d{1,3})\.\s")
# The end of a clause: neither a letter that stands for a word nor the point inside "1.2".
_BEHIND = re.compile(
    r"(?P<stop>[.;])(?<!\b[^\W\d_]\.)(?:\s|(?<!\d\.))(?P<number>\d{1,4})\.\s?(?=[^\W\d_])"
)
_FAR_APART = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")  # begins with a sign: found fast
_APART = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){4,}(?!\w)")
_HALF = 6  # letters: a shorter half may be an ending or a part of a compound
_SHOWN = 200  # characters of what a message shows
_LONGEST_WORD = 60  # letters of two words; what is longer is no word
_CUT = re.compile(r"(?<=[a-z])[\u0400-\u04ff]+|[\u0400-\u04ff]+(?=[a-z])")
_WORD = re.compile(r"[^\W\d_]+")


class Mender:
    """Mends the blocks of one source by the words that the source itself uses."""

    def __init__(self, blocks: Iterable[Block], desk: Desk) -> None:
        self._blocks = list(blocks)
        self._findings = desk.findings
        compounds = tuple(words("typing")[desk.lang]["compounds"])
        self._glued = _glued_words(desk.ledger.source, compounds)

    def mended(self) -> list[Block]:
        """The blocks with what could be mended."""
        mended: list[Block] = []
        for block in self._blocks:
            if not isinstance(block, Paragraph):
                mended.append(replace(block, rows=tuple(map(self._row, block.rows))))
                continue
            text = self._text(block.text)
            paragraph = block if text is block.text else replace(block, text=text)
            behind = _clause_behind(text.chars)
            mended += self._clauses(paragraph, behind) if behind else (paragraph,)
        return mended

    def _clauses(self, paragraph: Paragraph, found: re.Match[str]) -> Iterator[Paragraph]:
        """A paragraph with a clause typed behind its own, without a line: each by itself."""
        behind: re.Match[str] | None = found
        while behind:
            text, place = paragraph.text, behind.end("stop")
            self._findings.say(
                "glued-words",
                text.cut(place, behind.end()).span,
                words=f"{text.chars[max(place - 12, 0) : place]} | {text.chars[place:][:16]}",
            )
            yield replace(paragraph, text=text.cut(0, place).strip())
            paragraph = Paragraph(text.cut(place).strip())
            behind = _clause_behind(paragraph.words)
        yield paragraph

    def _row(self, row: RawRow) -> RawRow:
        return RawRow(tuple(tuple(map(self._text, cell)) for cell in row.cells), row.gap)

    def _text(self, text: Text) -> Text:
        """The text, itself where nothing in it wants mending."""
        if _FAR_APART.search(text.chars):
            text = self._brought_together(text)
        if '"' in text.chars or ")" in text.chars:
            text = self._parted(text, list(_behind_marks(text.chars)))
        if self._glued:
            text = self._parted(text, list(self._halves(text.chars)))
        return text

    def _halves(self, words: str) -> Iterator[int]:
        """Where words of the source are two of its words written together."""
        for match in _WORD.finditer(words):
            if half := self._glued.get(match[0].lower()):
                yield match.start() + half

    def _parted(self, text: Text, places: list[int]) -> Text:
        """The text with a blank set at each of the places."""
        if not places:
            return text
        bounds = [0, *places, len(text.chars)]
        pieces = text.cuts(pairwise(bounds))
        marks = text.cuts((place - 1, place + 1) for place in places)
        for mark, (before, after) in zip(marks, pairwise(pieces), strict=True):
            words = f"{_last(before.chars)} | {_first(after.chars)}"
            self._findings.say("glued-words", mark.span, words=words)
        return Text.join(pieces)

    def _brought_together(self, text: Text) -> Text:
        """Letters typed apart, as a narrow column's justification leaves them."""
        pieces: list[Text] = []
        at = 0
        for match in _APART.finditer(text.chars):
            spans = [(place, place + 1) for place in range(match.start(), match.end(), 2)]
            head, *letters = text.cuts([(at, match.start()), *spans])
            word = Text.join(letters, "")
            self._findings.say("spaced-letters", word.span, words=word)
            pieces += (head, word)
            at = match.end()
        return Text.join((*pieces, text.cut(at)), "") if pieces else text


def _clause_behind(words: str) -> re.Match[str] | None:
    """Where behind a clause the next one begins; ``None`` where it is alone in its paragraph."""
    own = _OWN_NUMBER.match(words) if words[:1].isdecimal() else None
    if own is None:
        return None  # as most paragraphs are
    following = str(int(own[1]) + 1)
    if f"{following}." not in words:
        return None  # as most clauses are
    found = (match for match in _BEHIND.finditer(words) if match["number"] == following)
    behind = next(found, None)
    return behind if behind and words[behind.end()].isupper() else None


def _behind_marks(words: str) -> Iterator[int]:
    """Where a word is set close to a mark that closes something before it."""
    at = marks = 0
    for match in _CLOSE.finditer(words):
        marks += words.count('"', at, match.end())
        at = match.end()
        if _closes(words, at, marks):
            yield at


def _closes(words: str, place: int, marks: int) -> bool:
    """Whether the last of so many marks closes what was opened, and does not open itself."""
    if words[place - 1] != '"':
        return True
    closes = place > 1 and _BEFORE_MARK.match(words[place - 2])
    return bool(closes) and marks % 2 == 0


def _last(words: str) -> str:
    """The last word, or what of a long one fits into a message."""
    return "" if words[-1:].isspace() else words[-_SHOWN:].rsplit(maxsplit=1)[-1]


def _first(words: str) -> str:
    return "" if words[:1].isspace() else words[:_SHOWN].split(maxsplit=1)[0]


def _glued_words(source: str, compounds: tuple[str, ...]) -> dict[str, int]:
    """Words of the source that are two of its words written together, and where they part."""
    known = vocabulary(source)
    once = [
        word
        for word, times in known.items()
        if times == 1 and 2 * _HALF <= len(word) <= _LONGEST_WORD
    ]
    parted = [word for word in once if not word.startswith(compounds) and _half(word, known)]
    if not parted:
        return {}  # as in most sources: their letters need no second look
    real = known - _cut_by_latin(source)
    return {word: half for word in parted if (half := _half(word, real))}


def _cut_by_latin(source: str) -> Counter[str]:
    """What look-alike letters leave of the words that they stand in: no words of the source."""
    return Counter(_CUT.findall(source.lower()))


def _half(word: str, known: Counter[str]) -> int | None:
    """Where a word is two repeated words written together; ``None`` where it is not."""
    for place in range(_HALF, len(word) - _HALF + 1):
        if known.get(word[:place], 0) > 1 and known.get(word[place:], 0) > 1:
            return place
    return None
