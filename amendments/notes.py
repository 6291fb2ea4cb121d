"""Editorial notes of a consolidated text, as the portal words them, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from amendments.outcomes import AmendingAct
from amendments.sentences import sentences
from amendments.trees import OWN, Nodes, Path, exchanged, node_at, with_attachment
from lexicon.acts import act_names
from lexicon.data import words
from lexicon.formulas import Reading, read, write
from lexicon.inflection import CannotInflectError, inflect
from lexicon.kk import possess
from lexicon.units import EmptyTargetError, UnknownUnitError, say, units
from model import Act, Lang, Note, Target

_SAID_IN = {"redaction": "genitive"}  # Russian: "в редакции приказа", else "приказом"


def amending_act(act: Act, index: int = 0) -> AmendingAct:
    """The amending act as notes and reports name it."""
    return AmendingAct(
        index=index,
        type=act.type,
        issuer=act.issuer,
        date=act.date,
        number=act.number,
        title=act.title,
        effective=act.effective,
        effect=effect_of(act),
    )


def effect_of(act: Act) -> str | None:
    """How a note says the commencement: by its day, or as the act's own effect clause words it."""
    if act.effective:
        return write("editorial-effect/day", act.lang, date=act.effective)
    for node in act.body:
        text = node.text or ""
        for start, end in sentences(text):
            found = read("editorial-effect/clause", text[start:end], act.lang)
            if found:
                return _without_name(text[start:end], found, act.lang)
    return None


def _without_name(said: str, found: Reading, lang: Lang) -> str:
    """The clause without the words by which the act calls itself."""
    name, effect = found.raw["act"], found.raw["effect"]
    start = said.index(name) + len(name) if lang == "ru" else said.index(effect)
    return said[start:].strip(" .")


class Told(msgspec.Struct, frozen=True):
    """What a note tells: the kind of change, the element (its address without attachment)."""

    kind: str
    element: Target
    document: Target
    old: Target | None = None
    words: tuple[str, str] = ("", "")
    often: bool = False


def note_of(told: Told, by: AmendingAct, lang: Lang) -> Note:
    """The note, with the date and the number of the act that it names."""
    source = _source(told.kind, by, lang)
    text = _worded(told, by, source, lang)
    return Note(" ".join(text.split()), by.date, by.number)


def _worded(told: Told, by: AmendingAct, source: str, lang: Lang) -> str:
    formula = f"editorial/{told.kind}"
    element = told.element if told.element != Target() else told.document
    if told.kind == "throughout":
        old, new = told.words
        if not new:
            return write("editorial/throughout-deleted", lang, old=old, source=source)
        return write(formula, lang, old=old, new=new, source=source)
    if told.kind == "changed" and told.often:
        formula = "editorial/changed-often"
    slots = {"source": source, "participle": _participle(told, by, lang)}
    if told.kind == "added":
        document = _said(told.document, by, lang)
        slots |= {"text": _capital(document), "element": _said(element, by, lang, "instrumental")}
    else:
        case = _CASES[lang].get(told.kind, "nominative")
        said = _said(element, by, lang, case)
        if told.old is not None:
            slots["old"] = _capital(_said(told.old, by, lang))
        slots["element"] = said if told.kind == "renumbered" else _capital(said)
    return write(formula, lang, **slots)


_CASES: dict[Lang, dict[str, str]] = {
    "kk": {"changed": "dative", "repealed": "genitive"},
    "ru": {"renumbered": "instrumental"},
}


def _said(target: Target, by: AmendingAct, lang: Lang, case: str = "nominative") -> str:
    """The address in a case; the act itself, where the target names nothing, by its kind."""
    try:
        return say(target, lang, case)
    except (EmptyTargetError, UnknownUnitError):
        return inflect(_name(by.type or "decision", lang), lang, case)


def _participle(told: Told, by: AmendingAct, lang: Lang) -> str:
    """The Russian participle in the gender of what it is said of."""
    table = words("editorial")[lang].get("participles", {}).get(told.kind)
    subject = told.document if told.kind == "added" else told.element
    if told.kind != "added" and subject == Target():
        subject = told.document
    return str(table[_gender(subject, by)]) if table else ""


def _gender(target: Target, by: AmendingAct) -> str:
    kinds = [name for name in reversed(target.__struct_fields__) if getattr(target, name)]
    genders: dict[str, Any] = words("editorial")["ru"]["genders"]
    for kind in kinds:
        named = getattr(target, kind) if kind in {"element", "attachment"} else kind
        if named in genders:
            return str(genders[named])
        if named in units("ru"):
            return units("ru")[named].words.gender
    return act_names()[by.type or "decision"].ru.gender


def _source(kind: str, by: AmendingAct, lang: Lang) -> str:
    """The amending act with its requisites, as far as they are known."""
    dated = bool(by.date and by.number)
    name = ("full" if by.effect else "dated") if dated else ("undated" if by.effect else "bare")
    slots = {
        "issuer": _issuer(by, lang),
        "date": by.date,
        "number": by.number,
        "effect": by.effect,
        "act": _act_word(by, lang, _SAID_IN.get(kind, "instrumental")),
    }
    return " ".join(write(f"editorial-source/{name}", lang, **slots).split())


def _issuer(by: AmendingAct, lang: Lang) -> str:
    """The issuer in the genitive, a central body shortly ("ҚР …", "… РК")."""
    try:
        said = inflect(by.issuer, lang, "genitive") if by.issuer else ""
    except CannotInflectError:
        said = by.issuer or ""
    for long, short in words("editorial")[lang]["short"].items():
        said = said.replace(long, short)
    return said


@cache
def _name(kind: str, lang: Lang) -> str:
    return act_names()[kind].of(lang).name


def _act_word(by: AmendingAct, lang: Lang, case: str) -> str:
    name = _name(by.type or "decision", lang)
    return (
        inflect(possess(name), "kk", "instrumental") if lang == "kk" else inflect(name, lang, case)
    )


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def with_note(act: Act, document: int, path: Path, note: Note, instead: Note | None = None) -> Act:
    """The act with a note on an element, or on a document; ``instead`` is taken off."""
    if path:
        node = node_at(act, document, path)
        notes = _added(node.notes, note, instead)
        return exchanged(act, document, path, (replace(node, notes=notes),))
    if document == OWN:
        return replace(act, notes=_added(act.notes, note, instead))
    attachment = act.attachments[document]
    notes = _added(attachment.notes, note, instead)
    return with_attachment(act, document, replace(attachment, notes=notes))


def _added(notes: tuple[Note, ...], note: Note, instead: Note | None) -> tuple[Note, ...]:
    return (*(one for one in notes if one not in {instead, note}), note)


def notes_at(act: Act, document: int, path: Path) -> tuple[Note, ...]:
    """The notes on an element and on the elements around it, or on an appendix."""
    if not path:
        return _of_document(act, document)
    ends = range(len(path), 0, -1)
    return tuple(note for end in ends for note in node_at(act, document, path[:end]).notes)


def _of_document(act: Act, document: int) -> tuple[Note, ...]:
    """Notes on an appendix as a whole; those on a methodology or an act concern some of it."""
    if document == OWN or act.attachments[document].kind == "methodology":
        return ()
    return act.attachments[document].notes


def all_notes(act: Act) -> Iterator[Note]:
    """Every note of an act."""
    yield from act.notes
    yield from _notes_under(act.body)
    for attachment in act.attachments:
        yield from attachment.notes
        yield from _notes_under(attachment.body)


def _notes_under(nodes: Nodes) -> Iterator[Note]:
    for node in nodes:
        yield from node.notes
        yield from _notes_under(node.children)
