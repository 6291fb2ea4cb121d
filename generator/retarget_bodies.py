"""By what names the source calls the body that issued it and its institution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.names import Pair, other_shape
from lexicon.data import ROOT, load
from lexicon.formulas import read
from lexicon.inflection import CASES, inflect
from lexicon.refusal import CannotInflectError
from model import Act, AdistemeError, Agency, Lang
from model.tree import walk

_LONGEST_NAME = 12  # words: what is longer is a sentence, not a name


class NamesUnknownError(AdistemeError):
    """A source that does not say, in a way we can read, whose act it is."""

    template = (
        'The act "%(act)s" does not name its institution in a form that is known. Expected its '
        "title to name it; give the profile of the agency that issued it with --source-agency."
    )


def bodies(act: Act, agency: Agency, source: Agency | None) -> Iterator[Pair]:
    """The issuer, the institution and the region, old and new, in all the shapes they have.

    Raises:
        NamesUnknownError: without a profile the act does not tell its institution.
    """
    lang = act.lang
    institutions = _institutions(act, source)
    if not institutions:
        raise NamesUnknownError(act=act.title or act.requisites or "?")
    new = agency.institution.of(lang)
    for old in institutions:
        yield Pair(old, new)
    issuer = source.issuer.of(lang) if source else act.issuer
    if issuer:
        yield Pair(issuer, agency.issuer.of(lang))  # before an institution that bears its name
    short = _short_institution(agency, lang)
    first = new if _is_own_term(short, agency, lang) else None
    for old in filter(None, map(quoted_name, institutions)):
        yield Pair(old, short, first)
        yield Pair(_small(old), _small(short) if short != new else new)
        for elliptic in elliptic_names(old, issuer, lang):
            yield Pair(elliptic, short, first)
    if source and source.region and agency.region:
        yield Pair(source.region.of(lang), agency.region.of(lang))


def _institutions(act: Act, source: Agency | None) -> list[str]:
    """Every way in which the profile and the titles call the institution."""
    told = [source.institution.of(act.lang)] if source else []
    return list(dict.fromkeys([*told, *institutions_in(act)]))


def institutions_in(act: Act) -> Iterator[str]:
    """What the titles of an act and of what it approves call its institution."""
    titles = [act.title or "", *(one.title or "" for one in act.attachments)]
    return named("own/institution", titles, act.lang)


def quoted_name(institution: str) -> str | None:
    """The name in the quotation marks of an institution; ``None`` where it has none."""
    quoted = re.search(r"\"([^\"]+)\"", institution)
    return quoted[1] if quoted else None


def elliptic_names(name: str, issuer: str | None, lang: Lang) -> Iterator[str]:
    """An institution's name with its body in the other shapes: "мәслихат аппараты"."""
    if lang == "kk" and issuer and is_name(issuer, "kk"):
        genitive = inflect(issuer, "kk", "genitive")
        if genitive in name:
            yield from (name.replace(genitive, one) for one in (issuer, other_shape(issuer)))


def _short_institution(agency: Agency, lang: Lang) -> str:
    """How the clauses call the institution: by the profile's term, or by its name in quotes."""
    full = agency.institution.of(lang)
    named = agency.terms.get("institution")
    return named.of(lang) if named else quoted_name(full) or full


def _is_own_term(short: str, agency: Agency, lang: Lang) -> bool:
    """Whether a short name is the agency's own, to be introduced once, and no common noun."""
    term = agency.terms.get("institution")
    return term is not None and term.of(lang) == short and short[:1].isupper()


def _small(name: str) -> str:
    """A body's name as it goes on in a sentence: "аппарат Шуского районного маслихата"."""
    first, space, rest = name.partition(" ")
    return first.lower() + space + rest if first.lower() in _common_firsts() else name


@cache
def _common_firsts() -> frozenset[str]:
    return frozenset(load(ROOT / "terms" / "firsts.yaml", tuple[str, ...]))


def named(formula_id: str, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """The names that a formula finds in some texts; what cannot be declined is no name."""
    for text in lines:
        reading = read(formula_id, text, lang)
        name = reading.slots["name"] if reading else None
        if name and len(name.split()) <= _LONGEST_NAME and is_name(name, lang):
            yield name


def is_name(name: str, lang: Lang) -> bool:
    """Whether the words can be declined, so that all their forms can be found."""
    try:
        inflect(name, lang, CASES[lang][1])
    except CannotInflectError:
        return False
    return True


def texts(act: Act) -> list[str]:
    """The words of every element."""
    return [node.text or "" for _, node in walk(act)]
