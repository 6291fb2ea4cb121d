"""The noun group that carries the case of a Russian phrase: adjectives, then the head.

What follows the head (аппарата маслихата, по области) and names in quotation marks keep the
case they have. Two heads joined by "и" change together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

import msgspec

from lexicon.ru.adjectives import Adjective, read_adjective
from lexicon.ru.nouns import Reading, indeclinable, read_noun
from lexicon.ru.tables import plain, words

_NUMBERED = r"\d+-[^\W\d_]{1,3}(?!\w)"  # an ordinal in figures
_WORD = re.compile(rf"{_NUMBERED}|[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(rf"[\"«“„(№]|(?!{_NUMBERED})\d")
_STOP_THROUGH = re.compile(rf"[\"«“„№]|(?!{_NUMBERED})\d")
_FARTHEST = 40  # a head stands among the first words of its phrase
_KEYS = ("m", "f", "n", "p")
_LONGEST_ABBREVIATION = 6
Listed = tuple[tuple[bool, frozenset[str]], ...]  # whether they live, and their names
NounReader = Callable[[str, str], list[Reading]]


class Token(msgspec.Struct, frozen=True):
    """A word and its place in the phrase."""

    text: str
    start: int
    end: int


class Member(msgspec.Struct, frozen=True):
    """A word that changes: an adjective, or a noun; ``key`` is what it agrees with."""

    token: Token
    word: Adjective | Reading
    key: str
    living: bool

    def form(self, case: str, *, plural: bool) -> str:
        """The word in ``case``, in the plural where asked or where it stands in it."""
        many = plural or self.key == "p"
        if isinstance(self.word, Reading):
            return self.word.noun.forms[case, many]
        return self.word.form(case, "p" if many else self.key, living=self.living)


Group = tuple[Member, ...]


def tokens(phrase: str, start: int = 0, *, through: bool = False) -> list[Token]:
    """The words from ``start`` to the first quotation mark, bracket or figure.

    ``through``: a bracket does not end them (городская (районная) больница).
    """
    stop = (_STOP_THROUGH if through else _STOP).search(phrase, start)
    end = stop.start() if stop else len(phrase)
    found = islice(_WORD.finditer(phrase, start, end), _FARTHEST)
    return [Token(match[0], *match.span()) for match in found]


def opening_group(phrase_words: list[Token], case: str) -> Group | None:
    """The group that the words begin with; ``None`` where another word stands before a head."""
    for at in range(len(phrase_words)):
        for head in _heads(phrase_words, at, case, read_noun):
            return head
    return _substantive(phrase_words, case, _always())


def find_group(phrase_words: list[Token], case: str, read: NounReader = read_noun) -> Group | None:
    """The words that change, in order; ``None`` where no head is found in ``case``.

    A noun that its adjectives agree with goes before an adjective that may stand as a noun,
    but after one that always does: служащего корпуса.
    """
    always = _substantive(phrase_words, case, _always())
    if always is not None:
        return always
    for at in range(len(phrase_words)):
        for head in _heads(phrase_words, at, case, read):
            rest = phrase_words[at + 1 :]
            behind = list(_ordinals(rest, case, head[-1]))
            rest = rest[behind[-1][0] + 1 :] if behind else rest
            return (
                *head,
                *(member for _, member in behind),
                *_joined_group(rest, case, read),
            )
    return _substantive(phrase_words, case, _sometimes())


def _heads(phrase_words: list[Token], at: int, case: str, read: NounReader) -> Iterator[Group]:
    token = phrase_words[at]
    for reading in read(token.text, case) or _abbreviation(token.text, phrase_words):
        living = reading.noun.living
        before = _modifiers(phrase_words[:at], case, reading.key, living=living)
        if before is not None:
            yield (*before, Member(token, reading, reading.key, living))


def _modifiers(phrase_words: list[Token], case: str, key: str, *, living: bool) -> Group | None:
    """The words before a head, all of them in agreement with it; else ``None``."""
    members: list[Member] = []
    for token in phrase_words:
        adjective = read_adjective(token.text, case, key, living=living)
        if adjective is not None:
            members.append(Member(token, adjective, key, living))
        elif plain(token.text) not in words().joins | words().adverbs | words().owners:
            return None
    return tuple(members)


def _ordinals(phrase_words: list[Token], case: str, head: Member) -> Iterator[tuple[int, Member]]:
    """Ordinals behind a part of an act change with it: часть вторая, абзацы первый и третий.

    Each with its place; several only behind a plural.
    """
    gender = head.word.noun.gender if isinstance(head.word, Reading) else head.key
    for at, token in enumerate(phrase_words):
        adjective = read_adjective(token.text, case, gender, living=False)
        if adjective is not None and adjective.lemma in words().ordinals:
            yield at, Member(token, adjective, gender, living=False)
            if head.key != "p":
                return
        elif plain(token.text) not in words().adverbs | (words().joins if at else frozenset()):
            return


def _joined_group(phrase_words: list[Token], case: str, read: NounReader) -> Group:
    """A second head after "и": изменения и дополнения."""
    if not phrase_words or plain(phrase_words[0].text) not in words().joins:
        return ()
    rest = phrase_words[1:]
    while rest and plain(rest[0].text) in words().beside:
        rest = rest[1:]
    for at in range(len(rest)):
        for head in _heads(rest, at, case, read):
            return head
    return ()


def _substantive(phrase_words: list[Token], case: str, listed: Listed) -> Group | None:
    """An adjective that stands as a noun: исполняющий обязанности, служащий корпуса."""
    for at, token in enumerate(phrase_words):
        for member in _standing(token, case, listed):
            before = _modifiers(phrase_words[:at], case, member.key, living=member.living)
            if before is not None:
                return (*before, member)
    return None


def _standing(token: Token, case: str, listed: Listed) -> Iterator[Member]:
    for (living, names), key in product(listed, _KEYS):
        adjective = read_adjective(token.text, case, key, living=living)
        if adjective is not None:
            own = adjective.form("nominative", key, living=living)
            if {adjective.lemma, own} & names:
                yield Member(token, adjective, key, living)


def _always() -> Listed:
    return ((True, words().substantives.always),)


def _sometimes() -> Listed:
    names = words().substantives
    return ((True, names.living), (False, names.things))


def _abbreviation(text: str, phrase_words: list[Token]) -> list[Reading]:
    """Capitals among other words, or alone: КГУ, ТОО never change."""
    in_capitals = len(phrase_words) > 1 and all(token.text.isupper() for token in phrase_words)
    short = 1 < len(text) <= _LONGEST_ABBREVIATION
    return indeclinable(text) if text.isupper() and short and not in_capitals else []
