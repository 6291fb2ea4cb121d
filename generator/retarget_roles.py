"""By what names the source calls its body, its roles and its terms; what is said instead.

Every name that a profile gives, that the text itself tells, or that acts commonly use for the
same role gives way to the one name of the new agency (law "On legal acts", article 24).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from generator.names import Pair, other_shape, shapes
from generator.retarget_bodies import bodies, is_name, named, texts
from lexicon.data import ROOT, load
from lexicon.formulas import search
from lexicon.inflection import inflect, nominative
from lexicon.kk.possession import is_possessed, possess_word
from model import Act, Agency, Both, Lang
from model.tree import walk

FORMS = "forms_methodology"  # which methodology carries the forms; said of appendices alone

# A role, and by what formulas an act tells its name.
_TOLD_BY = {
    "unit_head": ("own/unit-head", "role/unit-head-heading"),
    "personnel_service": (
        "own/personnel-service",
        "role/schedule-keeper",
        "role/duties-of-service",
    ),
    "appointing_authority": ("role/authority-applied-to",),
}


def pairs_of(act: Act, agency: Agency, source: Agency | None) -> list[Pair]:
    """Old and new names: those of the source's profile first, then what the act tells.

    Raises:
        NamesUnknownError: without a profile the act does not tell its institution.
    """
    issued = list(bodies(act, agency, source))
    roles = [pair for role in _TOLD_BY for pair in _role_pairs(role, act, agency, source)]
    return shapes([*issued, *roles, *_terms(act, agency, source)], act.lang)


def _role_pairs(role: str, act: Act, agency: Agency, source: Agency | None) -> Iterator[Pair]:
    """Every old name of a role, with the new one; a short name of ``terms`` follows the full."""
    full = getattr(agency.roles, role).of(act.lang)
    short = agency.terms[role].of(act.lang) if role in agency.terms else None
    first = full if role == "personnel_service" and short not in {None, full} else None
    old_names = _old_names(role, act, source)
    if role == "appointing_authority" and short is not None and act.lang == "kk":
        old_names = [*_described(act, old_names), *old_names]
    new = short or full
    for old in old_names:
        yield from (Pair(owned, new, first) for owned in _owned(old, act, source))
        yield Pair(old, new, first)
        if act.lang == "ru" and is_person(new) and not is_person(old):
            yield from _at_person(old, new)


def _owned(name: str, act: Act, source: Agency | None) -> Iterator[str]:
    """The name with the body it belongs to: "руководитель аппарата Шуского районного маслихата"."""
    issuer = source.issuer.of(act.lang) if source else act.issuer
    if not issuer or not is_name(issuer, act.lang):
        return
    genitive = inflect(issuer, act.lang, "genitive")
    if act.lang == "ru":
        yield f"{name} {genitive}"
        return
    part, _, rest = name.partition(" ")
    if rest and not is_possessed(part) and part.isalpha():
        possessed = possess_word(part)[0]
        for owner in (issuer, other_shape(issuer), genitive):
            yield f"{owner} {possessed} {rest}"
            yield f"{owner} {inflect(possessed, 'kk', 'genitive')} {rest}"


def _at_person(old: str, new: str) -> Iterator[Pair]:
    """A document is kept in a service, but with a person: "в службе" – "у специалиста"."""
    inside, beside = _at()
    yield Pair(
        f"{inside} {inflect(old, 'ru', 'prepositional')}",
        f"{beside} {inflect(new, 'ru', 'genitive')}",
        fixed=True,
    )


def is_person(name: str) -> bool:
    """Whether a Russian name is that of a person and not of a unit."""
    words = name.lower().split()
    return any(word.rpartition("-")[2] in _persons() or word in _persons() for word in words[:2])


@cache
def _persons() -> frozenset[str]:
    return frozenset(load(ROOT / "terms" / "persons.yaml", dict[str, tuple[str, ...]])["heads"])


@cache
def _at() -> tuple[str, ...]:
    return load(ROOT / "terms" / "persons.yaml", dict[str, tuple[str, ...]])["at"]


def _described(act: Act, names: Iterable[str]) -> Iterator[str]:
    """The one who appoints as the act describes him by that right, with each of the names."""
    for right in dict.fromkeys(rights_in(act)):
        for name in (*names, *common_names("official", act.lang)):
            yield f"{right} {name}"


def rights_in(act: Act) -> Iterator[str]:
    """The words by which an act describes the one who appoints, as often as they stand there."""
    for text in texts(act):
        found = search("role/described-authority", text, act.lang)
        if found:
            yield " ".join(text[found.start : found.end].split())


def _old_names(role: str, act: Act, source: Agency | None) -> list[str]:
    told = list(_of_profile(role, source, act.lang)) + list(told_names(role, act))
    known = [*told, *common_names(role, act.lang)]
    names = [shape for name in known for shape in (name, *without_owner(name, act.lang))]
    return list(dict.fromkeys(names))


def _of_profile(role: str, source: Agency | None, lang: Lang) -> Iterator[str]:
    if source is not None:
        yield getattr(source.roles, role).of(lang)
        if role in source.terms:
            yield source.terms[role].of(lang)


def told_names(role: str, act: Act) -> Iterator[str]:
    """What the act's own formulas call a role; what does not fit a name is left out."""
    personnel = set(named("own/personnel-service", texts(act), act.lang))
    for formula_id in _TOLD_BY[role]:
        lines = _headings(act) if formula_id.endswith("heading") else texts(act)
        for name in named(formula_id, lines, act.lang):
            if formula_id != "role/duties-of-service" or _shares_word(name, personnel):
                yield _lowered(name, act)


def _shares_word(name: str, others: Iterable[str]) -> bool:
    """Whether a name ends as another one does: "бас маман-заңгер" as "аппаратының бас маманы"."""
    last = name.rsplit(maxsplit=1)[-1].lower()[:5]
    return any(last == other.split()[-1].lower()[:5] for other in others)


def _lowered(name: str, act: Act) -> str:
    """The name without the capital of its sentence, if it stands without it elsewhere."""
    small = name[:1].lower() + name[1:]
    stem = small[:-2] if len(small) > len("ab") else small
    return small if any(stem in text for text in texts(act)) else name


@cache
def _role_words() -> dict[str, dict[Lang, tuple[str, ...]]]:
    return load(ROOT / "terms" / "roles.yaml", dict[str, dict[Lang, tuple[str, ...]]])


def common_names(role: str, lang: Lang) -> tuple[str, ...]:
    """The names that acts commonly use for a role; empty where they have none."""
    return _role_words().get(role, {}).get(lang, ())


def without_owner(name: str, lang: Lang) -> Iterator[str]:
    """The name without the body it belongs to: "мәслихат аппаратының бас маманы" – "бас маманы".

    A single word ("басшысы") would be found everywhere and is no name of a role.
    """
    words = name.split()
    if lang == "kk":
        owner = next((n for n, word in enumerate(words, 1) if nominative(word, "kk", "genitive")
                      not in {None, word}), 0)  # fmt: skip
        rest = words[owner:] if owner else []
        if len(rest) > 1:
            yield " ".join(rest)


def _terms(act: Act, agency: Agency, source: Agency | None) -> Iterator[Pair]:
    lang = act.lang
    new = _system(agency)
    for name, words in (source.terms if source else {}).items():
        if name in agency.terms and name not in {*_TOLD_BY, FORMS}:
            yield Pair(words.of(lang), agency.terms[name].of(lang))
    if new is not None:
        for old in common_names("information_system", lang):
            yield Pair(old, new.of(lang))


def _system(agency: Agency) -> Both | None:
    """How the agency calls the system: its own term, or that of the option it chose."""
    from generator.options import options  # noqa: PLC0415 - read where an option is chosen

    if "information_system" in agency.terms:
        return agency.terms["information_system"]
    value = agency.options.get("digital_system")
    choice = options()["digital_system"].choice(value, agency.kind) if value is not None else None
    return choice.terms.get("information_system") if choice else None


def _headings(act: Act) -> list[str]:
    return [node.heading or "" for _, node in walk(act) if node.heading]
