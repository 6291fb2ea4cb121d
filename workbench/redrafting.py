"""What ``adisteme draft-amendment`` writes, as values: two redactions to an amending act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from amendments import Applied, Options, apply
from amendments.changing import named
from amendments.differing import differing
from amendments.drafting import Draft, draft_operations
from amendments.drafting import Wishes as Manner
from amendments.pairing import drafts
from generator.amending import amending_act
from generator.comparative import TableWishes, comparative_table
from generator.comparative_reasons import Reasons
from generator.embedded import kind_of_decision
from generator.render import render
from model import LANGUAGES, Act, AdistemeError, Agency, Diagnostic, Lang, Span, codec
from model.bilingual import BilingualAct
from parsers.findings import Findings
from workbench.errors import SameLanguageError
from workbench.messages import Ui, Word
from workbench.reading import parse

_NAMED_BY = ("type", "date", "number")


class AmendingAsRedactionError(AdistemeError):
    """An amending act stands where a redaction of the amended act should be."""

    template = (
        'The act "%(act)s" is itself an amending one (role: %(role)s). Expected: two redactions of '
        "the act that is to be amended, the old one and the new one. To carry an amending act out, "
        "use 'adisteme amend'."
    )


class RedactionMissingError(AdistemeError):
    """A language has one of the two redactions only."""

    template = (
        'The text in "%(lang)s" is given in one redaction only: old in %(old)s, new in %(new)s. '
        "Expected: both redactions in the same languages. Give the missing text with NEW, --old-ru "
        "or --new-ru, or leave the other one out."
    )


class OtherActError(AdistemeError):
    """Two texts are not redactions, or languages, of one act."""

    template = (
        'The texts are of different acts: the %(what)s is "%(first)s" in one and "%(second)s" in '
        "the other. Expected: two redactions of one act, which keep its type, date and number. "
        "Check the files, or take the new act's requisites out."
    )


class NothingChangedError(AdistemeError):
    """There is nothing to amend."""

    template = (
        'Both redactions of "%(act)s" say the same, so there is nothing to amend. Expected: two '
        "redactions that differ in their text. Check that the right files are given."
    )


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How it is done: ``words`` allows the replacement of words; why changes are made."""

    words: bool = False
    reasons: Reasons = {}
    ui: Ui | None = None


class Text(msgspec.Struct, frozen=True):
    """One language: both redactions, the amending act and what it makes of the old one.

    ``findings``: what could not be drafted, and where the draft leads elsewhere.
    """

    old: Act
    new: Act
    draft: Draft
    act: Act
    document: bytes
    applied: Applied | None
    findings: tuple[Diagnostic, ...]


class Redrafted(msgspec.Struct, frozen=True):
    """The amending act in each language, and the files to write."""

    texts: tuple[Text, ...]
    files: dict[str, bytes]


Pairs = dict[Lang, tuple[Act, Act]]


def pairs_of(old: Iterable[Act], new: Iterable[Act]) -> Pairs:
    """Both redactions in each language, Kazakh first.

    Raises:
        AmendingAsRedactionError, SameLanguageError, RedactionMissingError, OtherActError: the
            texts do not fit together.
    """
    before, after = _by_language(old), _by_language(new)
    for lang in LANGUAGES:
        if (lang in before) != (lang in after):
            raise RedactionMissingError(lang=lang, old=_listed(before), new=_listed(after))
    pairs = {lang: (before[lang], after[lang]) for lang in LANGUAGES if lang in before}
    for first, second in (*pairs.values(), *_beside(before), *_beside(after)):
        _check_same_act(first, second)
    return pairs


def _by_language(acts: Iterable[Act]) -> dict[Lang, Act]:
    found: dict[Lang, Act] = {}
    for act in acts:
        if act.role == "amending" or act.operations:
            raise AmendingAsRedactionError(act=_called(act), role=act.role)
        if act.lang in found:
            first = _called(found[act.lang])
            raise SameLanguageError(first=first, second=_called(act), lang=act.lang)
        found[act.lang] = act
    return found


def _listed(found: dict[Lang, Act]) -> str:
    return ", ".join(found) or "–"


def _beside(found: dict[Lang, Act]) -> list[tuple[Act, Act]]:
    """The two languages of one redaction."""
    return [(found["kk"], found["ru"])] if len(found) == len(LANGUAGES) else []


def _check_same_act(first: Act, second: Act) -> None:
    for what in _NAMED_BY:
        mine, other = getattr(first, what), getattr(second, what)
        if mine and other and mine != other:
            raise OtherActError(what=what, first=Word(mine), second=Word(other))


def _called(act: Act) -> str:
    return act.title or act.requisites or "?"


def redraft(agency: Agency, pairs: Pairs, wishes: Wishes | None = None) -> Redrafted:
    """The agency's amending act in each language, checked, with its documents.

    Each is read back from its document and applied to the old redaction; where that does not
    give the new one, the text's ``findings`` say so.

    Raises:
        NothingChangedError: no redaction differs from the other.
        UnnamedActError: the amended act lacks what an amending act names it by.
        AdistemeError: a name cannot be put into the case that is needed.
    """
    asked = wishes or Wishes()
    drafted = _drafts(pairs, asked)
    if not any(draft.operations or draft.diagnostics for draft in drafted.values()):
        raise NothingChangedError(act=_called(next(iter(pairs.values()))[0]))
    texts = tuple(
        _text(_signing(agency, old), (old, new), drafted[lang], asked)
        for lang, (old, new) in pairs.items()
    )
    return Redrafted(texts, {name: one for text in texts for name, one in _files(text, asked)})


def _drafts(pairs: Pairs, wishes: Wishes) -> dict[Lang, Draft]:
    manner = Manner(words=wishes.words)
    if len(pairs) < len(LANGUAGES):
        return {
            lang: draft_operations(old, new, manner, ui=wishes.ui)
            for lang, (old, new) in pairs.items()
        }
    old, new = (BilingualAct(pairs["kk"][at], pairs["ru"][at]) for at in (0, 1))
    both = drafts(old, new, manner, ui=wishes.ui)
    return {lang: both.of(lang) for lang in LANGUAGES}


def _signing(agency: Agency, old: Act) -> Agency:
    """The agency without date and number where those are the amended act's own."""
    stamp = agency.act
    own = stamp is not None and (stamp.date, stamp.number) == (old.date, old.number)
    return replace(agency, act=None) if own else agency


def _text(agency: Agency, redactions: tuple[Act, Act], draft: Draft, wishes: Wishes) -> Text:
    old, new = redactions
    act = amending_act(agency, old, draft.operations, draft.appendices)
    document = render(act)
    findings = Findings(wishes.ui or old.lang)
    applied = _carried_out(old, document, findings, wishes)
    if applied is not None:
        _say_differences(applied, new, findings)
    said = (*draft.diagnostics, *findings.all())
    return Text(old, new, draft, act, document, applied, said)


def _carried_out(old: Act, document: bytes, findings: Findings, wishes: Wishes) -> Applied | None:
    """What the document, read as anyone reads it, makes of the old redaction."""
    try:
        return apply(old, parse(document, ui=wishes.ui), Options(notes=False, ui=wishes.ui))
    except AdistemeError as error:
        findings.say("not-as-drafted", Span(), place=str(error))
        return None


def _say_differences(applied: Applied, new: Act, findings: Findings) -> None:
    for result in applied.results:
        if result.outcome not in {"applied", "already-applied"}:
            findings.say("not-as-drafted", result.operation.span, place=result.operation.text)
    for target in differing(new, applied.act):
        findings.say("not-as-drafted", Span(), place=named(target, new.lang))


def _files(text: Text, wishes: Wishes) -> Iterator[tuple[str, bytes]]:
    lang = text.old.lang
    yield f"amending.{lang}.docx", text.document
    yield f"amending.{lang}.json", codec.to_json(text.act).encode()
    applied = text.applied or Applied(text.old)
    asked = TableWishes(new=applied.act, amending=(text.act,), reasons=wishes.reasons)
    table = comparative_table(applied.results, text.old, lang, wishes=asked)
    yield f"comparative-table.{lang}.docx", table


def of_other_kind(agency: Agency, act: Act) -> bool:
    """Whether the agency decides by another type of act than the amended one is."""
    return act.type is not None and kind_of_decision(agency).type != act.type


def of_other_issuer(agency: Agency, act: Act) -> bool:
    """Whether the amended act names another body than the agency as its issuer."""
    return act.issuer is not None and agency.issuer.of(act.lang) not in act.issuer
