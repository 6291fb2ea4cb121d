"""The units that an amending instruction names, each with its numbers, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lexicon.counting import Numbers, Token, read_numbers, tokens
from lexicon.data import words
from lexicon.folding import fold
from lexicon.unit_words import unit_forms, units
from model import Lang

# From the outside in; an element further right stands inside one further left.
DEPTH = (
    "act", "attachment", "appendix", "section", "chapter", "paragraph", "article", "clause",
    "subclause", "part", "item", "table", "row", "column", "cell", "sentence", "note",
)  # fmt: skip
_WHOLE = ("act", "attachment", "title", "preamble", "contents")  # never counted
_NAMED = ("row", "column", "table", "note")  # may be told by their own words
_PLAIN = (*DEPTH[1:10], "preamble", "title")
_ASIDE = re.compile(r'(?P<quote>["«“„][^"»”]*["»”])|\([^()\d]*[^\W\d_]{3}[^()]*\)')


class Mentioned(msgspec.Struct, frozen=True):
    """One unit word; ``joined`` to what was named before it by a comma or an "and".

    ``possessed`` (Kazakh) is ``None`` where the form does not tell. ``approving``: an appendix
    without a number in the case of what approved a text ("утвержденной приложением к решению").
    """

    unit: str
    listed: Numbers
    joined: bool = False
    plural: bool = False
    possessed: bool | None = None
    is_indent: bool = False
    approving: bool = False

    def numbers(self, *, last: bool) -> tuple[str | None, ...]:
        """Its numbers; in the plural "5-8" is a range, where the noun is the one acted on."""
        return self.listed.expanded(ranges=self.plural and last) or (None,)


def mentioned(text: str, lang: Lang) -> list[Mentioned]:
    """Every unit that ``text`` names; what stands in brackets is left aside."""
    found = tokens(_ASIDE.sub(lambda aside: aside["quote"] or " ", text))
    named = list(_kazakh(found) if lang == "kk" else _russian(found))
    if not any(one.unit == "attachment" for one in named):
        return named
    return [one for one in named if not (one.approving and one.unit == "appendix")]


def _kazakh(found: list[Token]) -> Iterator[Mentioned]:
    pending, joined, at = Numbers(), False, 0
    while at < len(found):
        numbers, end = read_numbers(found, at, "kk")
        unit = unit_of(found[at].text, "kk")
        if numbers:
            pending, at = numbers, end
            continue
        if unit is not None:
            at += unit.words - 1
            yield unit.mention(pending, joined=joined, lang="kk")
            pending, joined = Numbers(), False
        elif found[at].kind == "quote":
            pending = Numbers((found[at].text[1:-1],))
        elif found[at].text in _words_of("and", "kk"):
            pending, joined = Numbers(), True
        elif found[at].text != "-" and found[at].text not in _words_of("between", "kk"):
            pending = Numbers()
        at += 1


def _russian(found: list[Token]) -> Iterator[Mentioned]:
    pending, joined, at = Numbers(), False, 0
    while at < len(found):
        unit = unit_of(found[at].text, "ru")
        if unit is not None:
            listed, at = _behind(found, at + 1, unit.unit)
            yield unit.mention(listed or pending, joined=joined, lang="ru")
            pending, joined = Numbers(), False
            continue
        numbers, end = read_numbers(found, at, "ru")
        if numbers:
            pending, at = numbers, end
            continue
        pending = Numbers()
        joined = joined or found[at].text in _words_of("and", "ru")
        at += 1


def _behind(found: list[Token], at: int, unit: str) -> tuple[Numbers, int]:
    """The numbers, or the quoted name, behind a Russian unit word, and where they end."""
    start = at
    while at < len(found) and _is_between(found, at):
        at += 1
    # "строку, порядковый номер 5, таблицы": the comma behind the number closes what is set aside.
    aside = at > start and found[start].text == ","
    numbers, end = read_numbers(found, at, "ru", stops=_opens_another)
    if numbers and unit not in _WHOLE:
        return numbers, end + (aside and found[end : end + 1] == [Token("sign", ",")])
    if at < len(found) and found[at].kind == "quote" and unit in _NAMED:
        return Numbers((found[at].text[1:-1],)), at + 1
    return Numbers(), start


def _is_between(found: list[Token], at: int) -> bool:
    between = _words_of("between", "ru")
    comma = found[at].text == "," and found[at + 1 : at + 2] and found[at + 1].text in between
    number_sign = found[at].text in between and not _starts_range(found, at)
    return bool(comma) or number_sign


def _starts_range(found: list[Token], at: int) -> bool:
    """Whether the preposition belongs to the numbers: "с 5 по 8"."""
    following = found[at + 1 : at + 2]
    return found[at].text in _words_of("from", "ru") and bool(
        following and following[0].kind == "number"
    )


def _opens_another(found: list[Token], at: int) -> bool:
    """Whether the ordinal at ``at`` belongs to a unit behind it: "и третье предложение"."""
    if found[at].kind != "word" or at + 1 >= len(found):
        return False
    unit = unit_of(found[at + 1].text, "ru")
    if unit is None or unit.unit in _WHOLE:
        return False
    own, _ = _behind(found, at + 2, unit.unit)
    return not own


class Unit(msgspec.Struct, frozen=True):
    """A unit recognised by its word; ``words`` tells how many words it takes."""

    unit: str
    word: str
    stem: str
    words: int = 1

    def mention(self, listed: Numbers, *, joined: bool, lang: Lang) -> Mentioned:
        """The unit with its numbers."""
        form = unit_forms(lang).get(self.word) if lang == "kk" else None
        return Mentioned(
            self.unit,
            Numbers() if self.unit in _WHOLE else listed,
            joined,
            _is_plural(self, lang),
            form.possessed if form else None,
            self.stem in _indent(lang),
            not listed and self.word.endswith(_words_of("approving", lang)),
        )


@cache
def unit_of(word: str, lang: Lang) -> Unit | None:
    """The unit that a folded lower-case word names; an approving act is none."""
    if word in _words_of("first_of_two", lang):
        return Unit("part", word, word, 2)
    for stem, unit in _stems(lang):
        if word.startswith(stem):
            approving = unit == "act" and word.endswith(_words_of("approving", lang))
            return None if approving else Unit(unit, word, stem)
    return None


@cache
def _stems(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Stems with their units, longest first: "подпункт" must win over "пункт"."""
    data = words("references")[lang]
    pairs = [(fold(stem).lower(), unit) for unit in _PLAIN for stem in data[unit]]
    pairs += [(fold(stem).lower(), unit) for unit, all_ in data["fine"].items() for stem in all_]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _words_of(what: str, lang: Lang) -> tuple[str, ...]:
    listed = tuple(fold(word).lower() for word in words("references")[lang][what])
    return (*listed, ",") if what == "and" else listed


def _is_plural(unit: Unit, lang: Lang) -> bool:
    ending = unit.word.removeprefix(unit.stem)
    if lang == "kk":
        return ending.startswith(_words_of("plural", lang))
    gender = units(lang)[unit.unit].words.gender if unit.unit in units(lang) else ""
    masculine = gender == "m" or unit.stem in _indent(lang)
    return ending.endswith(
        _words_of("plural", lang) + _words_of("plural_masculine", lang) * masculine
    )


@cache
def _indent(lang: Lang) -> tuple[str, ...]:
    return tuple(map(fold, words("references")[lang]["indent"]))
