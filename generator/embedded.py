"""The embedded methodology: our own drafting of the whole act, for any agency, kk and ru."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec

from generator.options import METHODOLOGY, Choice, choices, options
from generator.outline import Chapter, Chosen, Element, Selection, chapters
from generator.references import references
from generator.wording import Wording, agency_phrases
from lexicon.data import load
from lexicon.formulas import formula
from lexicon.inflection import inflect
from model import Act, Agency, Attachment, Both, Citation, Lang, Node, Preamble, Signature
from model.act import ActType
from model.agency import AgencyKind

__all__ = ["embedded", "options"]

_FINAL = (".", ":", ";", "!", "?")
_LISTED = frozenset({"subclause", "item"})


class KindOfDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a kind of agency decides: the type of its act, who speaks."""

    type: ActType
    spoken_by: Literal["body", "signatory"] = "body"

    @property
    def enacting(self) -> Both:
        """The verb that decides, by the type of the act."""
        verb = formula(f"enacting/{self.type}")
        return Both(verb.kk.write or "", verb.ru.write or "")


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A legal basis: its words in the preamble and what they cite."""

    type: ActType
    title: Both
    text: Both
    date: str | None = None
    number: str | None = None
    article: str | None = None
    clause: str | None = None


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The decision around the methodology: the file ``decision.yaml``."""

    kinds: dict[AgencyKind, KindOfDecision]
    acts: dict[str, dict[str, Both]]
    title: Both
    methodology: Both
    preamble: dict[str, Both]
    joined: Both
    bases: tuple[Basis, ...]
    clauses: tuple[Element, ...]


@cache
def _decision() -> Decision:
    return load(METHODOLOGY / "decision.yaml", Decision)


@cache
def _alphabet() -> dict[str, int]:
    letters = load(METHODOLOGY / "alphabet.yaml", tuple[str, ...])
    return {letter: place for place, letter in enumerate(letters, 1)}


def kind_of_decision(agency: Agency) -> KindOfDecision:
    """How the agency decides, by its kind."""
    return _decision().kinds[agency.kind]


def embedded(agency: Agency, lang: Lang, appendices: tuple[Attachment, ...] = ()) -> Act:
    """The whole act of this agency in one language: decision, methodology, then ``appendices``.

    A profile without ``act`` gives a draft with blanks for date and number.

    Raises:
        UnknownOptionError: the profile names an option that the methodology does not have.
        OptionValueError: an option has a value that is not on offer.
        MissingWordsError: the profile leaves out a name, a role or a term that the text needs.
        CannotInflectError: a name of the profile cannot be put into the case that is needed.
    """
    return _Drafting.of(agency, lang).act(appendices)


class _Drafting(msgspec.Struct, frozen=True):
    """One drafting: the agency's choices made, the words at hand."""

    kind: KindOfDecision
    selection: Selection
    wording: Wording

    @classmethod
    def of(cls, agency: Agency, lang: Lang) -> _Drafting:
        made = choices(agency)
        kind = _decision().kinds[agency.kind]
        phrases = _phrases(agency, kind, made)
        wording = Wording(agency=agency, lang=lang, phrases=phrases, act=kind.type)
        kazakh = msgspec.structs.replace(wording, lang="kk")
        settings = {name: choice.value for name, choice in made.items()}
        settings |= {"kind": agency.kind, "repeals": _how_many(agency)}
        selection = Selection(settings, agency.repeals, lambda text: _kazakh_order(text, kazakh))
        return cls(kind, selection, wording)

    def act(self, appendices: tuple[Attachment, ...]) -> Act:
        agency, lang = self.wording.agency, self.wording.lang
        decision, say = _decision(), self.wording.say
        return Act(
            lang=lang,
            type=self.kind.type,
            title=say(decision.title),
            issuer=agency.issuer.of(lang),
            date=agency.act.date if agency.act else None,
            number=agency.act.number if agency.act else None,
            requisites=self._requisites(),
            preamble=self._preamble(),
            body=_nodes(self.selection.choose(decision.clauses), self.wording),
            signatures=(_signature(agency, lang),),
            attachments=(self._methodology(), *appendices),
        )

    def _requisites(self) -> str:
        """The line under the title; the region of a local body is named in it."""
        agency = self.wording.agency
        if not _region_is_apart(agency):
            return self.wording.formula("head/requisites")
        local = msgspec.structs.replace(agency, issuer=_with_region(agency))
        return msgspec.structs.replace(self.wording, agency=local).formula("head/requisites")

    def _preamble(self) -> Preamble:
        lang, bases = self.wording.lang, _decision().bases
        cited = _decision().joined.of(lang).join(basis.text.of(lang) for basis in bases)
        phrases = {**self.wording.phrases, "bases": Both(cited, cited)}
        wording = msgspec.structs.replace(self.wording, phrases=phrases)
        return Preamble(
            text=wording.say(_decision().preamble[self.kind.spoken_by]),
            enacting=self.kind.enacting.of(lang),
            citations=tuple(_citation(basis, lang) for basis in bases),
        )

    def _methodology(self) -> Attachment:
        chosen = dict(self._chapters())
        wording = msgspec.structs.replace(self.wording, references=references(chosen))
        return Attachment(
            kind="methodology",
            title=wording.say(_decision().methodology),
            header=self.wording.formula("block/approval"),
            body=tuple(
                _chapter(str(place), chapters()[name], clauses, wording)
                for place, (name, clauses) in enumerate(chosen.items(), 1)
            ),
        )

    def _chapters(self) -> Iterator[tuple[str, tuple[Chosen, ...]]]:
        """The chapters with their clauses, counted through the whole methodology."""
        first = 1
        for name, chapter in chapters().items():
            clauses = self.selection.choose(chapter.clauses, first)
            first += len(clauses)
            yield name, clauses


def _phrases(
    agency: Agency, kind: KindOfDecision, made: Mapping[str, Choice]
) -> dict[str, Both | None]:
    own_acts = {f"act.{form}": words for form, words in _decision().acts[kind.type].items()}
    return {**agency_phrases(agency, made), **own_acts, "enacting": kind.enacting}


def _how_many(agency: Agency) -> str:
    return ("none", "one", "several")[min(len(agency.repeals), 2)]


def _region_is_apart(agency: Agency) -> bool:
    """Whether the line of requisites names the region, for the issuer's name does not."""
    return agency.region is not None and agency.region.kk not in agency.issuer.kk


def _with_region(agency: Agency) -> Both:
    """The body with its region: before it in Kazakh, after it in the genitive in Russian."""
    region = agency.region or Both("", "")
    genitive = inflect(region.ru, "ru", "genitive")
    return Both(f"{region.kk} {agency.issuer.kk}", f"{agency.issuer.ru} {genitive}")


def _kazakh_order(text: Both, kazakh: Wording) -> tuple[int, ...]:
    """By the words before the dash, which are what is defined; quotation marks do not count."""
    head = text.kk.partition(" – ")[0]
    letters = kazakh.say(Both(head, head)).replace('"', "").lower()
    return tuple(_alphabet().get(letter, 0) for letter in letters)


def _signature(agency: Agency, lang: Lang) -> Signature:
    return Signature(agency.signatory.post.of(lang), agency.signatory.name.of(lang) or None)


def _citation(basis: Basis, lang: Lang) -> Citation:
    return Citation(
        text=basis.text.of(lang),
        title=basis.title.of(lang),
        type=basis.type,
        date=basis.date,
        number=basis.number,
        article=basis.article,
        clause=basis.clause,
    )


def _chapter(number: str, chapter: Chapter, clauses: tuple[Chosen, ...], wording: Wording) -> Node:
    heading = wording.say(chapter.heading)
    return Node("chapter", number=number, heading=heading, children=_nodes(clauses, wording))


def _nodes(chosen: tuple[Chosen, ...], wording: Wording, after: str = ".") -> tuple[Node, ...]:
    """The elements in words. A list entry ends in ";", the last of its list in ``after``."""
    last = len(chosen) - 1
    marks = (after if at == last else _mark_before(chosen[at + 1]) for at in range(len(chosen)))
    return tuple(_node(one, wording, mark) for one, mark in zip(chosen, marks, strict=True))


def _mark_before(following: Chosen) -> str:
    return ";" if following.kind in _LISTED else "."


def _node(one: Chosen, wording: Wording, mark: str) -> Node:
    text = wording.say(one.text, one.earlier)
    ended = text if text.endswith(_FINAL) else text + mark
    children = _nodes(one.children, wording, mark if one.kind in _LISTED else ".")
    return Node(one.kind, number=one.number, text=ended, children=children)
