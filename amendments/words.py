"""Words of a text: where they stand, and what is written in their place.

Letters that look alike, quotation marks, dashes and blanks are compared folded; what is written
is as the amending act writes it, and what is not changed stays to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from amendments.wordforms import Forms, forms_of, pattern_of, spaced
from lexicon.folding import fold
from model import Lang, Operation

_CLOSING = (".", ";", ":")
_TIGHT = (".", ",", ";", ":", ")", "!", "?", "»", "”")
_OPENING = ("(", "«", "“")
_SHORT = 4  # letters of a word whose last one is not taken for an ending


class Edit(msgspec.Struct, frozen=True):
    """One exchange: the place of the old words and the new ones."""

    start: int
    end: int
    new: str


class Wording:
    """What an operation on words does to a text.

    ``texts`` are all the texts that it concerns: where none of them has the old words in the
    letters in which they are given, capital and small ones are taken for the same.
    """

    def __init__(self, operation: Operation, lang: Lang, texts: Iterable[str]) -> None:
        self._operation = operation
        self._inserts = operation.action == "insert-words"
        self._old, new = operation.old or "", operation.new or ""
        self._new = new
        taken_out = operation.action == "delete-words"
        if operation.throughout and not self._inserts:
            self._forms = forms_of(self._old, "" if taken_out else new, lang)
        else:
            self._forms = Forms({self._old: "" if taken_out else new})
        exact = any(self._forms.exact.search(fold(text)) for text in texts)
        strict = exact and not operation.throughout
        self._pattern = self._forms.exact if strict else self._forms.loose
        # Only new words that hold the old ones can be taken for them.
        self._nested = any(self._forms.loose.search(fold(one)) for one in self._forms.new)

    def edits(self, text: str) -> list[Edit]:
        """What is to be done to the text: nothing where the old words do not stand in it."""
        return list(self._edits(text, fold(text)))

    def _edits(self, text: str, folded: str) -> Iterator[Edit]:
        done = list(self._done(folded)) if self._nested and not self._inserts else []
        for found in self._found(folded):
            start, end = found.span()
            if self._inserts:
                if not self._beside(folded, start, end):
                    yield self._inserted(start, end)
            elif not _inside(start, end, done):
                yield _exchanged(text, start, end, self._forms.new_for(found[0]))

    def _found(self, folded: str) -> list[re.Match[str]]:
        return list(self._pattern.finditer(folded))

    def there(self, text: str) -> int:
        """How often the text says already what the operation wants."""
        folded = fold(text)
        if self._inserts:
            return sum(self._beside(folded, *found.span()) for found in self._found(folded))
        return sum(1 for _ in self._done(folded))

    def _done(self, folded: str) -> Iterator[tuple[int, int]]:
        for new in self._forms.new:
            yield from (found.span() for found in re.finditer(pattern_of(new), folded))

    def ambiguous(self, text: str) -> list[str]:
        """Word forms of the text with two readings that the new words tell apart."""
        if not self._forms.has_ambiguous:
            return []
        found = self._forms.loose.finditer(fold(text))
        return [one[0] for one in found if self._forms.is_ambiguous(one[0])]

    def left(self, text: str) -> list[str]:
        """Words that begin like the old ones, in a form that nobody foresaw."""
        if not self._operation.throughout or self._inserts:
            return []
        stem = self._old[:-1] if len(self._old) > _SHORT else self._old
        begun = re.compile(rf"(?<!\w){spaced(stem)}\w*", re.IGNORECASE)
        return [found[0] for found in begun.finditer(fold(text))]

    def _beside(self, folded: str, start: int, end: int) -> bool:
        """Whether the words to be inserted stand beside their anchor already."""
        if self._operation.position == "before":
            return bool(re.search(rf"{spaced(self._new)}\s*$", folded[:start]))
        return bool(re.match(rf"\s*{spaced(self._new)}(?!\w)", folded[end:]))

    def _inserted(self, start: int, end: int) -> Edit:
        if self._operation.position == "before":
            return Edit(start, start, self._new + ("" if self._new.endswith(_OPENING) else " "))
        return Edit(end, end, _blank_before(self._new) + self._new)


def _inside(start: int, end: int, done: list[tuple[int, int]]) -> bool:
    """Whether the old words are part of new words that stand there already."""
    return any(
        first <= start and end <= last and end - start < last - first for first, last in done
    )


def _exchanged(text: str, start: int, end: int, new: str) -> Edit:
    """Old words for new ones; words that go take the blank beside them along."""
    before, after = text[:start], text[end:]
    if new:
        return Edit(start, end, new)
    if after[:1].isspace() and (not before or before[-1:].isspace()):
        return Edit(start, end + len(after) - len(after.lstrip()), "")
    if before[-1:].isspace() and (not after or after.startswith(_TIGHT)):
        return Edit(len(before.rstrip()), end, "")
    return Edit(start, end, "")


def _blank_before(new: str) -> str:
    return "" if new.startswith(_TIGHT) else " "


def rewritten(text: str, edits: list[Edit]) -> str:
    """The text with all edits made; they do not overlap."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def is_sign(words: str) -> bool:
    """Whether the words are a punctuation mark alone."""
    return bool(words.strip()) and not re.search(r"\w", words)


def appended(text: str, new: str) -> str:
    """The text with words added at its end, before the mark that closes it.

    Words that bring their own closing mark take its place; a whole sentence goes behind it.
    """
    body = text.rstrip()
    closing = body[-1:] if body.endswith(_CLOSING) else ""
    if is_sentence(new) and closing != ";":
        return f"{body} {new}".strip()
    kept = "" if new.rstrip().endswith(_CLOSING) else closing
    start = body.removesuffix(closing)
    return f"{start}{_blank_before(new) if start else ''}{new}{kept}"


def is_sentence(words: str) -> bool:
    """Whether the words are a sentence of their own: a capital at first, a stop at last."""
    first = re.search(r"\w", words)
    return first is not None and first[0].isupper() and words.rstrip().endswith(".")
