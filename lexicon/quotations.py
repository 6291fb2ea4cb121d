"""Quotations inside a line: where each begins and ends, whatever is quoted inside it.

An amending instruction is read without what it quotes: every quotation gives way to a quoted
number, and the words come back when the instruction has been understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from lexicon.amending import amending_words, sign_of, sign_pattern
from lexicon.folding import fold
from lexicon.titles import inner_title
from model import Lang

_OPENING, _CLOSING = "«", "»"
_MOST_MARKS = 400  # in which a quotation closes; a line of marks would be read for ever
_ENDS = re.compile(r"\s*(?:$|[,;:.)])")
_WORD = re.compile(r"\s*([^\W\d_]+)")
_PLACE = re.compile(r'"(\d+)"')


class Masked(msgspec.Struct, frozen=True):
    """A line with a quoted number in the place of each quotation; ``inner`` are their words."""

    text: str
    inner: tuple[str, ...]

    def restored(self, part: str) -> str:
        """A part of the masked text with its quotations back in place."""
        return _PLACE.sub(lambda found: f'"{self.inner[int(found[1])]}"', part)

    def quoted(self, part: str) -> list[str]:
        """The words of every quotation in a part of the masked text, without their marks."""
        return [self.inner[int(found[1])] for found in _PLACE.finditer(part)]


def masked(line: str, lang: Lang) -> Masked:
    """The line without its quotations; the names of punctuation marks count as quotations."""
    inner: list[str] = []
    pieces: list[str] = []
    at = 0
    for start, end in quotations(line, lang):
        pieces += (_signs_masked(line[at:start], inner, lang), f'"{len(inner)}"')
        inner.append(_inner(line[start:end]))
        at = end
    pieces.append(_signs_masked(line[at:], inner, lang))
    return Masked("".join(pieces), tuple(inner))


def _inner(quoted: str) -> str:
    """The words of a quotation; of two marks that met as one, the inner one stays."""
    inner = quoted[1:-1]
    return inner_title(quoted) if fold(inner).count('"') % 2 else inner


def _signs_masked(text: str, inner: list[str], lang: Lang) -> str:
    # Folding keeps every place, so that a name found in the folded text stands there as written.
    pieces: list[str] = []
    at = 0
    for found in sign_pattern(lang).finditer(fold(text)):
        pieces += (text[at : found.start()], f'"{len(inner)}"')
        inner.append(sign_of(found, lang))
        at = found.end()
    return "".join((*pieces, text[at:]))


def quotations(line: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """The outermost quotations of a line, marks included; one that is never closed is none."""
    marks = list(_marks(line))
    at = 0
    while at < len(marks):
        end = _end(marks, at, line, lang) if marks[at][1] == _OPENING else None
        if end is None:
            at += 1
            continue
        yield marks[at][0], marks[end][0] + 1
        at = end + 1


def _end(marks: list[tuple[int, str]], start: int, line: str, lang: Lang) -> int | None:
    """The mark that closes the quotation opened by the mark ``start``.

    Where two marks that meet are written as one, the sum of marks comes out too early or never:
    then it is the first closing mark before a word that only stands behind a quotation.
    """
    depth = 0
    for place in range(start, min(len(marks), start + _MOST_MARKS)):
        depth += 1 if marks[place][1] == _OPENING else -1
        if not depth:
            return place + _goes_on(marks, place, line, lang)
    rest = range(start + 1, min(len(marks), start + _MOST_MARKS))
    closing = (place for place in rest if marks[place][1] == _CLOSING)
    return next((place for place in closing if _is_left(line, marks[place][0] + 1, lang)), None)


def _goes_on(marks: list[tuple[int, str]], place: int, line: str, lang: Lang) -> bool:
    """Whether the quotation goes on to a next closing mark: "Б" корпусы" деген сөздер."""
    if place + 1 == len(marks) or marks[place + 1][1] != _CLOSING:
        return False
    here, there = (marks[place + step][0] + 1 for step in (0, 1))
    return not _is_left(line, here, lang) and _is_left(line, there, lang)


def _is_left(line: str, at: int, lang: Lang) -> bool:
    word = _WORD.match(line, at)
    following = bool(word and word[1].lower() in amending_words(lang).after_quotation)
    return following or bool(_ENDS.match(line, at))


def _marks(line: str) -> Iterator[tuple[int, str]]:
    """Every quotation mark with its direction; a straight one shows it by its neighbours."""
    folded = fold(line)
    open_marks = 0
    for found in re.finditer('"', folded):
        place = found.start()
        direction = _direction(line, folded, place, open_marks)
        open_marks = max(0, open_marks + (1 if direction == _OPENING else -1))
        yield place, direction


def _direction(line: str, folded: str, place: int, open_marks: int) -> str:
    if line[place] in "«»":
        return line[place]
    before = folded[place - 1] if place else " "
    after = folded[place + 1] if place + 1 < len(folded) else " "
    if before.isspace() or before in '("':
        lonely = after.isspace() and open_marks
        met = before == '"' and not after.isalnum()
        return _CLOSING if lonely or met else _OPENING
    return _OPENING if not open_marks and after.isalnum() else _CLOSING
