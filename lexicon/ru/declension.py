"""Six cases of a Russian phrase, both ways; what does not carry the case stays as it is."""

from __future__ import annotations

import re

from lexicon.reasons import Explanation, Reason
from lexicon.refusal import CannotInflectError
from lexicon.ru.adjectives import Adjective
from lexicon.ru.further import with_further
from lexicon.ru.group import Group, Member, find_group, tokens
from lexicon.ru.guess import read_any_noun
from lexicon.ru.nouns import is_listed, read_noun
from lexicon.ru.tables import CASES, plain, words

NOMINATIVE = "nominative"
_PERSON = re.compile(r"\s*([^\W\d_]\.\s*){1,2}[^\W\d_]{2,}|\s*[^\W\d_]{2,}(\s[^\W\d_]\.){1,2}")
_LATIN = re.compile(r"[A-Za-z]")


def inflect(phrase: str, case: str, *, plural: bool = False) -> str:
    """The phrase in ``case``, in the plural where asked.

    Initials with a family name, and what an acting official acts for, stay as they are.

    Raises:
        CannotInflectError: empty, no head in the nominative, Latin letters in the head, or
            Russian has no such case.
    """
    check_case(phrase, case)
    if unchanging(phrase):
        return phrase
    return _rewrite(phrase, group_of(phrase, case), case, plural=plural)


def group_of(phrase: str, case: str = NOMINATIVE) -> Group:
    """The words of a nominative phrase that carry its case; ``case`` is named in a refusal.

    Raises:
        CannotInflectError: no head in the nominative, or Latin letters in it.
    """
    group = (
        find_group(tokens(phrase), NOMINATIVE)
        or find_group(tokens(phrase, through=True), NOMINATIVE)
        or find_group(tokens(phrase), NOMINATIVE, read_any_noun)
    )
    if group is None or any(_LATIN.search(member.token.text) for member in group):
        raise _no_head(phrase, case)
    return with_further(phrase, group, NOMINATIVE)


def explain_form(phrase: str, case: str, *, plural: bool = False) -> Explanation:
    """The form with what decided: the head, what agrees with it, what stays.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    form = inflect(phrase, case, plural=plural)
    if unchanging(phrase):
        return Explanation(form, "ru", (Reason("person_or_acting_stays", phrase),))
    group = group_of(phrase, case)
    reasons = [_reason(member, case, plural=plural) for member in group]
    rest = phrase[group[-1].token.end :].strip()
    if rest:
        reasons.append(Reason("rest_stays", rest))
    return Explanation(form, "ru", tuple(reasons))


def _reason(member: Member, case: str, *, plural: bool) -> Reason:
    rule = "modifier" if isinstance(member.word, Adjective) else _origin(member.token.text)
    return Reason(rule, f"{member.token.text} – {_written(member, case, plural=plural)}")


def _origin(word: str) -> str:
    """Where the noun is known from: our tables, its family's ending, or the dictionary."""
    if is_listed(word):
        return "head_as_listed"
    return "head_by_family" if read_noun(word, NOMINATIVE) else "head_by_dictionary"


def nominative(phrase: str, case: str) -> str | None:
    """The nominative whose ``case`` form is ``phrase``; ``None`` where our tables see none."""
    if case not in CASES:
        return None
    if case == NOMINATIVE or unchanging(phrase):
        return phrase
    group = find_group(tokens(phrase), case) or find_group(tokens(phrase, through=True), case)
    if group is None:
        return None
    with_all = _nominative(phrase, with_further(phrase, group, case), case)
    return with_all if with_all is not None else _nominative(phrase, group, case)


def _nominative(phrase: str, group: Group, case: str) -> str | None:
    """The phrase with the group in the nominative; ``None`` where the way there gives another."""
    found = _rewrite(phrase, group, NOMINATIVE, plural=False)
    back = find_group(tokens(found), NOMINATIVE) or find_group(
        tokens(found, through=True), NOMINATIVE
    )
    if back is None:
        return None
    again = _rewrite(found, with_further(found, back, NOMINATIVE), case, plural=False)
    return found if plain(again) == plain(phrase) else None


def unchanging(phrase: str) -> bool:
    """Whether the phrase opens with initials or with a shortened "acting"."""
    start = phrase.lstrip().lower()
    return start.startswith(words().acting) or _PERSON.match(phrase) is not None


def _rewrite(phrase: str, group: Group, case: str, *, plural: bool) -> str:
    pieces, at = [], 0
    for member in group:
        pieces += [phrase[at : member.token.start], _written(member, case, plural=plural)]
        at = member.token.end
    return "".join([*pieces, phrase[at:]])


def _written(member: Member, case: str, *, plural: bool) -> str:
    return as_written(member.token.text, member.form(case, plural=plural))


def as_written(old: str, new: str) -> str:
    """The new form with the capitals, and the ё, of the old one."""
    kept = 0
    for left, right in zip(plain(old), plain(new), strict=False):
        if left != right:
            break
        kept += 1
    capitals = old.isupper() and len(old) > 1
    return old[:kept] + (new[kept:].upper() if capitals else new[kept:])


def check_case(phrase: str, case: str) -> None:
    """Nothing where Russian has the case.

    Raises:
        CannotInflectError: it has not.
    """
    if case not in CASES:
        raise CannotInflectError(
            phrase=phrase,
            lang="ru",
            case=case,
            why="Russian has no such case",
            expected=f"one of: {', '.join(CASES)}",
            advice="correct the name",
        )


def _no_head(phrase: str, case: str) -> CannotInflectError:
    words_met = tokens(phrase)
    why = "no noun in the nominative was found"
    if not phrase.strip():
        why = "nothing to decline"
    elif not words_met:
        why = "no word stands before the figures or the quoted name"
    elif _LATIN.search(words_met[0].text):
        why = f'"{words_met[0].text}" is not written in Russian letters'
    return CannotInflectError(
        phrase=phrase,
        lang="ru",
        case=case,
        why=why,
        expected="adjectives and a noun in the nominative, then the rest",
        advice="begin with the generic word, or add its noun to lexicon/ru/nouns.yaml",
    )
