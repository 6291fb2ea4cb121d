"""What an act tells of the agency that issued it: its profile, as far as a text can give one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from amendments.repeals import earlier_acts
from generator.names import other_shape
from generator.options import Setting
from generator.retarget_bodies import elliptic_names, institutions_in, quoted_name
from generator.retarget_clauses import present
from generator.retarget_norms import clauses_of, texts_of
from generator.retarget_references import form_names
from generator.retarget_roles import FORMS, common_names, rights_in, told_names, without_owner
from generator.retarget_traces import kinds_of
from generator.retarget_variations import told
from lexicon.folding import small
from lexicon.inflection import inflect, nominative, paradigm
from lexicon.kk.possession import is_possessed
from model import Act, Agency, AmendedAct, Both, Lang
from model.act import Value
from model.agency import AgencyKind, Roles, Signatory

ROLES: tuple[str, ...] = Roles.__struct_fields__
_SERVICE, _AUTHORITY = "personnel_service", "appointing_authority"
_FEW = 2  # clauses: an act that says "the state body" still names it where it defines itself


class Told(Value, frozen=True, kw_only=True):
    """What one text tells of its agency, in its language; ``None``: it does not tell.

    Names are nominatives; ``terms`` and ``options`` are those of an agency profile.
    """

    lang: Lang
    kind: AgencyKind | None
    issuer: str | None
    institution: str | None
    roles: dict[str, str]
    terms: dict[str, str]
    post: str | None
    name: str | None
    date: str | None
    number: str | None
    title: str | None
    repeals: tuple[AmendedAct, ...]
    options: dict[str, Setting]


def told_by(act: Act) -> Told:
    """What the act tells of its agency; a name that its formulas do not give is left out."""
    signature = act.signatures[0] if act.signatures else None
    names = {role: list(dict.fromkeys(told_names(role, act))) for role in ROLES}
    roles = {role: _own(role, found, act.lang) for role, found in names.items() if found}
    kind = next(kinds_of(act), None)
    institution = next(institutions_in(act), None)
    clauses = [" ".join(texts_of(clause)) for clause in clauses_of(act)]
    return Told(
        lang=act.lang,
        kind=kind,
        issuer=act.issuer,
        institution=institution,
        roles=roles,
        terms={
            **_short(names[_SERVICE], roles, act.lang),
            **_described(act, roles.get(_AUTHORITY), clauses),
            **dict(_terms(act, institution, clauses)),
        },
        post=signature.post if signature else None,
        name=signature.name if signature else None,
        date=act.date,
        number=act.number,
        title=act.title,
        repeals=tuple(earlier_acts(act)),
        options=_options(act, kind, institution),
    )


def _own(role: str, names: list[str], lang: Lang) -> str:
    """The agency's own name of a role rather than one that any act may use."""
    common = {small(name) for name in common_names(role, lang)}
    name = next((name for name in names if small(name) not in common), names[0])
    last = name.split()[-1]
    if lang == "kk" and last[-1].isalpha() and not is_possessed(last) and _is_owned(name):
        return other_shape(name)
    return name


def _is_owned(name: str) -> bool:
    """Whether nothing but its own attributes stands between a noun and the body it belongs to."""
    return any(
        not any(nominative(word, "kk", "accusative") for word in rest.split()[:-1])
        for rest in without_owner(name, "kk")
    )


def _short(names: list[str], roles: dict[str, str], lang: Lang) -> dict[str, str]:
    """The short name of the service, where the act has one beside the full name."""
    full = roles.get(_SERVICE, "")
    shapes = {full, other_shape(full)} if full and lang == "kk" else {full}
    short = next((name for name in names if name not in shapes and name in _ends(full, lang)), None)
    return {} if short is None else {_SERVICE: short}


def _described(act: Act, authority: str | None, clauses: list[str]) -> dict[str, str]:
    """How a Kazakh act calls the one who appoints: with the right to, where it mostly says so."""
    said = _times(authority, clauses, act.lang) if authority else 0
    if authority is None or act.lang != "kk" or not said:
        return {}
    rights = Counter(rights_in(act))
    if 2 * rights.total() < said:
        return {_AUTHORITY: authority}
    return {_AUTHORITY: f"{rights.most_common(1)[0][0]} {authority}"}


def _ends(full: str, lang: Lang) -> set[str]:
    """The ends of a full name, in both shapes."""
    words = full.split()
    tails = {" ".join(words[at:]) for at in range(1, len(words))}
    return tails | ({other_shape(tail) for tail in tails} if lang == "kk" else set())


def _terms(act: Act, institution: str | None, clauses: list[str]) -> Iterator[tuple[str, str]]:
    system = _most_frequent("information_system", clauses, act.lang)
    if system is not None:
        yield "information_system", system
    carrier = _carrier(clauses, act.lang)
    if carrier is not None:
        yield FORMS, carrier
    body = next(iter(common_names("institution", act.lang)), None)
    quoted = quoted_name(institution or "")
    names = (quoted, *elliptic_names(quoted, act.issuer, act.lang)) if quoted else ()
    forms = {form for name in names for form in _forms(name, act.lang)}
    named = sum(any(form in small(clause) for form in forms) for clause in clauses)
    if body is not None and names and named <= _FEW < _times(body, clauses, act.lang):
        yield "institution", body


def _carrier(clauses: list[str], lang: Lang) -> str | None:
    """The methodology that carries the forms, by the words that most references to them have."""
    case = "genitive" if lang == "kk" else "dative"
    known = {small(inflect(name, lang, case)): name for name in common_names(FORMS, lang)}
    said = Counter(small(name) for text in clauses for name in form_names(text, lang))
    return next((known[name] for name, _ in said.most_common() if name in known), None)


def _most_frequent(term: str, clauses: list[str], lang: Lang) -> str | None:
    times = {name: _times(name, clauses, lang) for name in common_names(term, lang)}
    best = max(times, key=times.__getitem__, default=None)
    return best if best is not None and times[best] else None


def _times(name: str, clauses: Iterable[str], lang: Lang) -> int:
    """How often a name stands in the clauses, in whatever case."""
    forms = _forms(name, lang)
    return sum(small(text).count(form) for text in clauses for form in forms)


def _forms(name: str, lang: Lang) -> set[str]:
    return {small(form) for form in paradigm(name, lang).values()}


def _options(act: Act, kind: AgencyKind | None, institution: str | None) -> dict[str, Setting]:
    """The choices that the text makes; of whole clauses only where the kind of body is known."""
    said = {option: value for option, value in told(act).items() if value != ""}
    if kind is None:
        return said
    agency = _stand_in(act.issuer or "", institution or "", kind, act.lang)
    return {**present(act, agency), **said}


def _stand_in(issuer: str, institution: str, kind: AgencyKind, lang: Lang) -> Agency:
    """An agency to align the act with: only the words of its own bodies matter there."""
    roles = {role: next(iter(common_names(role, lang)), "") for role in ROLES}
    both = {role: Both(name, name) for role, name in roles.items()}
    return Agency(
        id="",
        kind=kind,
        issuer=Both(issuer, issuer),
        institution=Both(institution, institution),
        roles=Roles(**both),
        signatory=Signatory(Both("", ""), Both("", "")),
    )
