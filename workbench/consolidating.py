"""What ``adisteme amend`` and ``adisteme history`` write, as values: files by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from amendments import Applied, Difference, Options, Redaction, Result, as_of, redactions
from amendments.bilingual import differences
from amendments.redactions import changes, in_order
from generator.comparative import TableWishes, comparative_table
from generator.consolidated import consolidated, history_table
from generator.tracked import tracked
from model import LANGUAGES, Act, AdistemeError, Lang, codec
from workbench.errors import SameLanguageError

REPORT = "report.json"
HISTORY = "history.json"


class AmendingAsBaseError(AdistemeError):
    """The act to be amended is itself an amending one."""

    template = (
        'The act "%(act)s" changes another act (role: %(role)s), so it cannot be the base. '
        "Expected first: the act that is amended, then the acts that amend it."
    )


class NotAmendingError(AdistemeError):
    """An act that changes nothing was given as an amending one."""

    template = (
        'No amending instruction was found in "%(act)s" (role: %(role)s). Expected: an act that '
        "changes the base. Check the source, or leave it out."
    )


class NoBaseInLanguageError(AdistemeError):
    """An amending act in a language in which there is no base."""

    template = (
        'The amending act "%(act)s" is in "%(lang)s", but the base is in: %(available)s. '
        "Give the base in that language too, with --counterpart, or leave the act out."
    )


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How it is done: ``day`` of force (ISO), what is written, how the texts are laid out."""

    options: Options = Options()
    day: str | None = None
    partial: bool = False
    track_changes: bool = False


class Text(msgspec.Struct, frozen=True):
    """One language: the base, what amends it, and what came of it."""

    base: Act
    amendings: tuple[Act, ...]
    applied: Applied


class Amended(msgspec.Struct, frozen=True):
    """The result: each text, where the two differ since the amendment, the files to write."""

    texts: tuple[Text, ...]
    differences: tuple[Difference, ...]
    files: dict[str, bytes]
    complete: bool


def pairs_of(bases: Iterable[Act], amendings: Iterable[Act]) -> dict[Lang, list[Act]]:
    """Each language that is amended: its base first, then its amending acts.

    Raises:
        AmendingAsBaseError, NotAmendingError, NoBaseInLanguageError, SameLanguageError: the acts
            do not fit together.
    """
    found: dict[Lang, list[Act]] = {}
    for base in bases:
        if base.role == "amending" or base.operations:
            raise AmendingAsBaseError(act=_called(base), role=base.role)
        if base.lang in found:
            first = _called(found[base.lang][0])
            raise SameLanguageError(first=first, second=_called(base), lang=base.lang)
        found[base.lang] = [base]
    for act in amendings:
        if not act.operations:
            raise NotAmendingError(act=_called(act), role=act.role)
        if act.lang not in found:
            available = ", ".join(found)
            raise NoBaseInLanguageError(act=_called(act), lang=act.lang, available=available)
        found[act.lang].append(act)
    return {lang: found[lang] for lang in LANGUAGES if len(found.get(lang, ())) > 1}


def _called(act: Act) -> str:
    return act.title or act.requisites or "?"


def amend(bases: Iterable[Act], amendings: Iterable[Act], wishes: Wishes) -> Amended:
    """The consolidated acts with their tables, and the report on every operation.

    Where an operation is neither applied nor was before, the report is all there is, unless a
    part of the amendment is wished for.

    Raises:
        AdistemeError: the acts do not fit together, or the day is none.
    """
    texts = tuple(_text(*acts, wishes=wishes) for acts in pairs_of(bases, amendings).values())
    differing = _differing(texts)
    complete = all(text.applied.complete for text in texts)
    files: dict[str, bytes] = {}
    if complete or wishes.partial:
        for text in texts:
            files |= _files(text, wishes)
    report = {"operations": _reported(texts), "differences": differing}
    files[REPORT] = _json({**report, "references": _references(texts)})
    return Amended(texts, differing, files, complete)


def _text(base: Act, *amendings: Act, wishes: Wishes) -> Text:
    applied = as_of(base, amendings, wishes.day, wishes.options)
    return Text(base, in_order(amendings), applied)


def _differing(texts: tuple[Text, ...]) -> tuple[Difference, ...]:
    """Where the two texts differ now and did not before."""
    if len(texts) != len(LANGUAGES):
        return ()
    kk, ru = texts
    before = set(differences(kk.base, ru.base))
    results = (kk.applied.results, ru.applied.results)
    now = differences(kk.applied.act, ru.applied.act, results)
    return tuple(one for one in now if one not in before)


def _files(text: Text, wishes: Wishes) -> dict[str, bytes]:
    base, act, results = text.base, text.applied.act, text.applied.results
    document = tracked(base, act, results) if wishes.track_changes else consolidated(act)
    asked = TableWishes(new=act, amending=text.amendings)
    table = comparative_table(results, base, act.lang, wishes=asked)
    return {
        f"consolidated.{act.lang}.json": codec.to_json(act).encode(),
        f"consolidated.{act.lang}.docx": document,
        f"comparative-table.{act.lang}.docx": table,
    }


def _reported(texts: Iterable[Text]) -> list[dict[str, object]]:
    return [_operation(result, text.base.lang) for text in texts for result in text.applied.results]


def _references(texts: Iterable[Text]) -> list[dict[str, object]]:
    """The references that were led to new numbers: where each stands, as it was and as it is."""
    return [
        {"place": one.place, "old": one.old, "new": one.new, "lang": text.base.lang}
        for text in texts
        for one in text.applied.references
    ]


def _operation(result: Result, lang: Lang) -> dict[str, object]:
    """One operation of the report; the first four keys are the public ones."""
    return {
        "action": result.operation.action,
        "target": result.operation.target,
        "outcome": result.outcome,
        "detail": result.detail,
        "lang": lang,
        "place": result.place,
        "clause": result.clause,
        "text": result.operation.text,
        "act": _act(result),
    }


def _act(result: Result) -> dict[str, object]:
    by = result.amending
    return {"type": by.type, "date": by.date, "number": by.number}


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


class Told(msgspec.Struct, frozen=True):
    """The history of an act: its redactions in each language, and the files to write."""

    redactions: dict[Lang, tuple[Redaction, ...]]
    files: dict[str, bytes]
    complete: bool


def history(bases: Iterable[Act], amendings: Iterable[Act], wishes: Wishes) -> Told:
    """Every redaction, and the table of which act changed which element since when.

    Raises:
        AdistemeError: the acts do not fit together.
    """
    pairs = pairs_of(bases, amendings)
    listed = {
        lang: redactions(base, others, wishes.options) for lang, (base, *others) in pairs.items()
    }
    complete = all(
        Applied(one.act, one.results).complete for each in listed.values() for one in each
    )
    files: dict[str, bytes] = {}
    if complete or wishes.partial:
        for lang, found in listed.items():
            files |= _redaction_files(found, lang)
    files[HISTORY] = _json({"redactions": _redactions(listed), "changes": list(_results(listed))})
    return Told(listed, files, complete)


def _name(redaction: Redaction, lang: Lang) -> str:
    """The file name of a redaction: its number and the day of its force."""
    return ".".join(filter(None, (f"redaction-{redaction.number}", redaction.day, lang)))


def _redaction_files(found: tuple[Redaction, ...], lang: Lang) -> dict[str, bytes]:
    files = {f"history.{lang}.docx": history_table(found[0].act, changes(found))}
    for one in found:
        files[f"{_name(one, lang)}.json"] = codec.to_json(one.act).encode()
        files[f"{_name(one, lang)}.docx"] = consolidated(one.act)
    return files


def _redactions(listed: dict[Lang, tuple[Redaction, ...]]) -> list[dict[str, object]]:
    return [
        {"number": one.number, "day": one.day, "lang": lang, "file": _name(one, lang)}
        for lang, found in listed.items()
        for one in found
    ]


def _results(listed: dict[Lang, tuple[Redaction, ...]]) -> Iterator[dict[str, object]]:
    for lang, found in listed.items():
        for one in found:
            for results, ended in ((one.ended, True), (one.results, False)):
                for result in results:
                    yield {"day": one.day, "ended": ended, **_operation(result, lang)}
