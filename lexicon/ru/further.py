"""What stands behind the head of a Russian phrase and changes with it.

A second post after a dash (директора – начальника), a synonym in brackets (отдела (службы)), a
second head after "и" or a comma (акима и его заместителей), a participle after a comma (органа,
финансируемого из бюджета). Where the form may as well belong to a noun in between, it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import msgspec

from lexicon.ru.adjectives import Adjective, read_adjective
from lexicon.ru.group import Group, Member, Token, opening_group, tokens
from lexicon.ru.nouns import Reading, read_noun
from lexicon.ru.tables import plain, words

NOMINATIVE, GENITIVE, ACCUSATIVE = "nominative", "genitive", "accusative"
_QUOTED = re.compile(r'«[^»]*(?:»|$)|"[^"]*(?:"|$)')
_BRACKETED = re.compile(r"\(([^()]*)\)?")
_MOST_PLACES = 20  # a name has few commas; a whole text is none
_PERSON, _BODY, _THING = "person", "body", ""


class Place(msgspec.Struct, frozen=True):
    """Where something may follow: ``sign`` opens it at ``start``, its words begin at ``end``."""

    sign: str
    start: int
    end: int


class _Line(msgspec.Struct, frozen=True):
    """A phrase with its quotations covered, and what is known of it so far.

    ``participle``: the last word that changes is one, so that another may be joined to it.
    """

    text: str
    case: str
    members: Group
    participle: bool = False

    @property
    def head(self) -> Member:
        """The head that all the others go with: the last noun of the first group."""
        nouns = [one for one in self.members if isinstance(one.word, Reading)]
        return nouns[0] if nouns else self.members[-1]

    def with_more(self, more: Group, *, participle: bool = False) -> _Line:
        """The same with some more words that change."""
        members = (*self.members, *more)
        return msgspec.structs.replace(self, members=members, participle=participle)


def with_further(phrase: str, group: Group, case: str) -> Group:
    """The group with everything behind it in the phrase that stands in the same ``case``."""
    line = _Line(_QUOTED.sub(_cover, phrase), case, group)
    for place in islice(_places(line.text, group[-1].token.end), _MOST_PLACES):
        if place.start >= line.members[-1].token.end:
            line = _continued(line, place)
    return line.members


def _cover(found: re.Match[str]) -> str:
    return "_" * len(found[0])


def _places(text: str, start: int) -> Iterator[Place]:
    """Dashes, brackets, commas and conjunctions outside brackets."""
    flat = _BRACKETED.sub(lambda found: "(" + "_" * (len(found[0]) - 1), text)
    for found in _signs().finditer(flat, start):
        yield Place(found[0].strip().lower(), found.start(), found.end())


@cache
def _signs() -> re.Pattern[str]:
    joins = "|".join(sorted(words().joins))
    return re.compile(rf"\s[-\u2013\u2014](?=\s)|\(|,(?=\s)|\s(?:{joins})(?=\s)", re.IGNORECASE)


def _continued(line: _Line, place: Place) -> _Line:
    """The line with what follows at one place, where it changes."""
    if place.sign == "(":
        return _bracketed(line, place)
    ahead = _ahead(line.text, place.end)
    group = opening_group(ahead, line.case) if ahead else None
    participle = _participle(line, place, ahead)
    # A noun behind a participle is its object: лица, замещающего руководителя.
    if participle is not None and (group is None or line.case != NOMINATIVE):
        return line.with_more((participle,), participle=True)
    if group is not None and _fits(line, place, group, ahead):
        return line.with_more(group)
    return line


def _ahead(text: str, start: int) -> list[Token]:
    """The words after a place, without "а также" before them."""
    found = tokens(text, start)
    while found and plain(found[0].text) in words().beside | words().joins:
        found = found[1:]
    return found


def _fits(line: _Line, place: Place, group: Group, ahead: list[Token]) -> bool:
    """Whether the group is another head of the phrase, and not a noun's own complement."""
    first, second = _kind(line.head), _kind(group[-1])
    alike = first == second != _THING
    if place.sign not in words().joins | {","}:
        return alike and _is_plural(line.head) == _is_plural(group[-1])
    if plain(ahead[0].text) in words().owners:  # his deputies: those of the head
        return alike or place.sign != ","
    doubtful = _doubtful(line, place, group)
    if not doubtful:
        return alike or place.sign != ","
    told = second == _PERSON or len(group) > 1
    return alike and told and not _nouns_between(line, place, first)


def _bracketed(line: _Line, place: Place) -> _Line:
    """A synonym in brackets, with a participle of its own: (лица, его замещающего)."""
    closing = line.text.find(")", place.end)
    stop = closing if closing >= 0 else len(line.text)
    inner = " " * place.end + line.text[place.end : stop]
    ahead = tokens(inner, place.end)
    group = opening_group(ahead, line.case) if ahead else None
    if group is None or not _is_synonym(line, place, group):
        return line
    return line.with_more(with_further(inner, group, line.case))


def _is_synonym(line: _Line, place: Place, group: Group) -> bool:
    head, last = line.head, group[-1]
    if head.living != last.living or _is_plural(head) != _is_plural(last):
        return False
    before = [token for token in tokens(line.text, head.token.end) if token.end <= place.start]
    own = any(member.token.end == before[-1].end for member in line.members) if before else True
    nearest = None if own else _genitive_kind(before[-1])
    return nearest != _kind(last) or not _looks(group, GENITIVE, line)


def _participle(line: _Line, place: Place, ahead: list[Token]) -> Member | None:
    """A participle behind a comma that agrees with the head before it, or one joined to such."""
    joined = place.sign in words().joins and line.participle
    skipped = words().owners | words().adverbs
    token = next((one for one in ahead if plain(one.text) not in skipped), None)
    if token is None or not (place.sign == "," or joined):
        return None
    head = _last_noun(line)
    word = read_adjective(token.text, line.case, head.key, living=head.living)
    if word is None or not _opens_clause(word) or _between_takes(line, place, head):
        return None
    return Member(token, word, head.key, head.living)


def _opens_clause(word: Adjective) -> bool:
    lemma = word.lemma
    return lemma in words().governing or lemma.endswith(words().participles)


def _last_noun(line: _Line) -> Member:
    nouns = [one for one in line.members if isinstance(one.word, Reading)]
    return nouns[-1] if nouns else line.members[-1]


def _between_takes(line: _Line, place: Place, head: Member) -> bool:
    """Whether a participle in the genitive may be said of a noun of the head's own kind."""
    return line.case == GENITIVE and bool(_nouns_between(line, place, _kind(head)))


def _doubtful(line: _Line, place: Place, group: Group) -> bool:
    """Whether a noun in between, or a preposition, may govern the group as it stands."""
    if _looks(group, GENITIVE, line):
        return True
    between = _between(line, place)
    met = {plain(token.text) for token in between}
    if line.case == NOMINATIVE:
        return bool(met & words().accusative_prepositions) and _looks(group, ACCUSATIVE, line)
    governed = bool(met & words().prepositions)
    nearest = between[-1].text if between else ""
    return governed or (bool(nearest) and not read_noun(nearest, GENITIVE))


def _looks(group: Group, case: str, line: _Line) -> bool:
    """Whether the words of the group can stand in ``case`` as well."""
    if line.case == case:
        return True
    found = opening_group([member.token for member in group], case)
    return found is not None and len(found) == len(group)


def _between(line: _Line, place: Place) -> list[Token]:
    """The words from the last head that changes to the place."""
    start = line.members[-1].token.end
    return tokens(line.text[: place.start], start, through=True)


def _nouns_between(line: _Line, place: Place, kind: str) -> list[Token]:
    return [token for token in _between(line, place) if _genitive_kind(token) == kind]


def _genitive_kind(token: Token) -> str | None:
    """What a noun in the genitive names; ``None`` for any other word."""
    readings = read_noun(token.text, GENITIVE)
    kinds = [_kind_of(reading) for reading in readings]
    return kinds[0] if kinds else None


def _kind(member: Member) -> str:
    if isinstance(member.word, Reading):
        return _kind_of(member.word)
    return _PERSON if member.living else _THING


def _kind_of(reading: Reading) -> str:
    if reading.noun.living:
        return _PERSON
    return _BODY if reading.noun.lemma.rpartition("-")[2] in words().bodies else _THING


def _is_plural(member: Member) -> bool:
    return member.key == "p"
