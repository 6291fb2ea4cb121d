"""The typed places of a formula: what they look like, what they mean, how they are said."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from lexicon.acts import act_names, act_pattern, read_act_type
from lexicon.amending import noun_pattern, read_noun, write_noun
from lexicon.dates import date_pattern, doubtful_date_pattern, read_date, write_date
from lexicon.folding import fold
from lexicon.template import Slot
from lexicon.titles import inner_title, quoted_title
from model import AdistemeError, Lang

# A number of an act always has a figure: "4-10", "2/14", "02-17/15", "6С-19-9", "ҚР ДСМ-60".
# A blank beside its dash is an accident of typing only where a figure or a session follows.
_MORE = r"(?:[-/]|\s?[-/]\s?(?=\d|(?-i:[\u0406V\u0425]+\b))|\.(?=\d))"
NUMBER = rf"(?:[^\W\d_]{{2}}\s(?=[^\W\d_]{{2,4}}-\d))?(?=[\w/.-]*\d)\w+(?:{_MORE}\w+)*"
# Letters of one case: \w without figures, bounded by what upper() and lower() change.
_UPPER = "".join(chr(code) for code in range(0x400, 0x530) if chr(code).isupper()) + "A-Z"
_LOWER = "".join(chr(code) for code in range(0x400, 0x530) if chr(code).islower()) + "a-z"
_INITIALS = rf"[{_UPPER}][{_LOWER}]?\.\s?(?:[{_UPPER}][{_LOWER}]?\.\s?)?"
_SURNAME = (
    rf"[{_UPPER}](?:['\u2019\u02bc][{_UPPER}])?[{_UPPER}{_LOWER}]+"
    rf"(?:-[{_UPPER}][{_UPPER}{_LOWER}]+)?"
)
_FULL = rf"[{_UPPER}](?:['\u2019\u02bc][{_UPPER}])?[{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
_PERSON = rf"(?-i:(?:{_INITIALS}{_SURNAME}|{_SURNAME}\s(?:[{_UPPER}]\.\s?){{1,2}}))"
_CAPITALS = rf"(?-i:[{_UPPER}]{{2,}}(?:\s[{_UPPER}]{{2,}})*)"
# A mark inside a quotation opens after a blank only: else a list of quotations could be taken
# apart in ever more ways, and a line of thirty would never be read to its end.
_QUOTED = r"\"(?:[^\"]|(?<=[\s(])\"(?=[^\s,.;:)])[^\"]*\")+?\""
_BLANK_NUMBER = r"_{2,}"


class SlotType(msgspec.Struct, frozen=True):
    """One type of place: its pattern, its reader (``None`` = not of this type), its writer."""

    pattern: Callable[[Lang], str]
    read: Callable[[str, Slot, Lang], str | None]
    write: Callable[[str | None, Slot, Lang], str]


class UnknownSlotError(AdistemeError):
    """A formula names a type of place that does not exist."""

    template = 'The slot "%(slot)s" has no type; known types: %(known)s.'


def slot_type(slot: Slot) -> SlotType:
    """The type of a slot: its argument, or its name where it has none.

    Raises:
        UnknownSlotError: there is no such type.
    """
    name = slot.argument or slot.name
    if name not in TYPES:
        raise UnknownSlotError(slot=slot.source or name, known=", ".join(sorted(TYPES)))
    return TYPES[name]


def _as_is(raw: str, _slot: Slot, _lang: Lang) -> str | None:
    return " ".join(raw.split())


def _say(value: str | None, _slot: Slot, _lang: Lang) -> str:
    return value or ""


def _read_name(raw: str, slot: Slot, lang: Lang) -> str | None:
    from lexicon.inflection import nominative  # noqa: PLC0415 - only acts with names need it

    plain = " ".join(raw.split())
    if _case(slot) == "nominative":
        return plain
    # Latin letters among the Cyrillic ones hide an ending: then the folded words are read.
    return nominative(plain, lang, _case(slot)) or nominative(fold(plain), lang, _case(slot))


def _write_name(value: str | None, slot: Slot, lang: Lang) -> str:
    from lexicon.inflection import inflect  # noqa: PLC0415 - only acts with names need it

    return inflect(value or "", lang, _case(slot))


def _write_act(value: str | None, slot: Slot, lang: Lang) -> str:
    name = act_names()[value or ""].of(lang).name
    if lang == "kk" and "possessed" in slot.forms:
        from lexicon.kk import possess  # noqa: PLC0415 - only written acts need it

        name = possess(name)
    return _capital(_write_name(name, slot, lang), slot)


def _write_this(value: str | None, slot: Slot, lang: Lang) -> str:
    return _capital(act_names()[value or ""].of(lang).this, slot)


def _capital(words: str, slot: Slot) -> str:
    return words[:1].upper() + words[1:] if "capital" in slot.forms else words


def _case(slot: Slot) -> str:
    return next((form for form in slot.forms if form not in {"possessed", "capital"}), "nominative")


TYPES: dict[str, SlotType] = {
    "date": SlotType(
        date_pattern,
        lambda raw, _slot, lang: read_date(raw, lang),
        lambda value, slot, lang: write_date(value, lang, slot.forms[0] if slot.forms else "bare"),
    ),
    # What looks like a date and names no certain day: "12.04.24", "31 февраля 2024 года".
    "doubtful_date": SlotType(doubtful_date_pattern, _as_is, _say),
    "number": SlotType(
        lambda _lang: rf"(?:{NUMBER}(?!\d|[-/]\w)|{_BLANK_NUMBER})",
        lambda raw, _slot, _lang: None if raw.startswith("__") else raw,
        lambda value, _slot, _lang: value or "____",
    ),
    "act": SlotType(act_pattern, lambda raw, _slot, lang: read_act_type(raw, lang), _write_act),
    # How an act calls itself: "осы шешім", "настоящее решение".
    "this_act": SlotType(
        lambda lang: rf"[^\W\d_]+\s+{act_pattern(lang)}",
        lambda raw, _slot, lang: read_act_type(raw.split(maxsplit=1)[1], lang),
        _write_this,
    ),
    # The same in a case: "к настоящему решению".
    "own_act": SlotType(
        lambda lang: rf"[^\W\d_]+\s+{act_pattern(lang)}",
        lambda raw, _slot, lang: read_act_type(raw.split(maxsplit=1)[1], lang),
        lambda value, slot, lang: _write_name(act_names()[value or ""].of(lang).this, slot, lang),
    ),
    "name": SlotType(lambda _lang: r"\S.*?", _read_name, _write_name),
    "text": SlotType(lambda _lang: r".+?", _as_is, _say),
    # Where words stand that are changed; a list of quoted words is no place.
    "place": SlotType(lambda _lang: r".+?(?<!,)", _as_is, _say),
    "blanks": SlotType(lambda _lang: r"_[_ ]*", _as_is, _say),
    "person": SlotType(lambda _lang: _PERSON, _as_is, _say),
    # A name without initials looks like any words with capitals: only its place tells it.
    "full_name": SlotType(lambda _lang: rf"(?-i:{_FULL}(?:\s{_FULL}){{1,2}})", _as_is, _say),
    "capitals": SlotType(lambda _lang: _CAPITALS, _as_is, _say),
    "quoted": SlotType(
        lambda _lang: rf"{_QUOTED}(?:(?:\s*,\s*|\s+[^\W\d_]{{1,5}}\s+){_QUOTED})*", _as_is, _say
    ),
    "title": SlotType(
        lambda _lang: r"\".+\"",
        lambda raw, _slot, _lang: inner_title(" ".join(raw.split())),
        lambda value, _slot, _lang: quoted_title(value or ""),
    ),
    "figures": SlotType(lambda _lang: r"\d+(?:-\d+)*", _as_is, _say),
    "roman": SlotType(lambda _lang: rf"(?:\d+(?:-\d+)*|[{fold('IVX')}]+)", _as_is, _say),
    # How an instruction calls the words it changes: "слово", "цифрами", "тыныс белгісінен".
    "noun": SlotType(noun_pattern, read_noun, write_noun),
    "word": SlotType(lambda _lang: r"[^\W\d_]+(?:-[^\W\d_]+)*", _as_is, _say),
}
