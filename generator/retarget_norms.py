"""Which clause of an act is which norm of the embedded methodology.

Acts of one family say the same norms in their own words and order; they are told by the words
that few norms share, by their figures, and by their place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.embedded import kind_of_decision
from generator.options import choices
from generator.outline import Chosen, Selection, chapters
from generator.references import References, references
from generator.wording import Wording, agency_phrases
from lexicon.folding import key
from model import Act, Agency, Attachment, Lang, Node

_STEM = 5  # letters: Kazakh and Russian endings begin later
_ENOUGH = 0.17  # likeness from which a clause is taken for a norm; unrelated ones have about 0.1
_FAR = 0.25  # what the greatest distance between two places takes from their likeness

Bag = Counter[str]


class Norm(msgspec.Struct, frozen=True):
    """A clause of the embedded methodology, whatever the options: its chapter and its element."""

    place: int
    chapter: str
    clause: Chosen
    bag: Bag

    @property
    def id(self) -> str:
        """The name by which references call it."""
        return self.clause.id or ""


class Alignment(msgspec.Struct, frozen=True):
    """Clauses of an act, by their place among its clauses, with their norms."""

    norms: tuple[Norm, ...]
    clauses: tuple[Node, ...]
    found: Mapping[int, int]

    def norm_of(self, clause: Node) -> Norm | None:
        """The norm that the clause says; ``None`` where it is the act's own."""
        place = next((n for n, one in enumerate(self.clauses) if one is clause), -1)
        return self.norms[self.found[place]] if place in self.found else None

    def clause_of(self, norm_id: str) -> Node | None:
        """The clause that says a norm; ``None`` where the act has none."""
        places = (at for at, norm in self.found.items() if self.norms[norm].id == norm_id)
        place = next(places, None)
        return None if place is None else self.clauses[place]

    def norm(self, norm_id: str) -> Norm:
        """A norm by its name."""
        return next(norm for norm in self.norms if norm.id == norm_id)


def wording_for(agency: Agency, lang: Lang, numbers: References) -> Wording:
    """How the embedded methodology's places are said for an agency, with given numbers."""
    return Wording(
        agency=agency,
        lang=lang,
        phrases=agency_phrases(agency, choices(agency)),
        act=kind_of_decision(agency).type,
        references=numbers,
    )


def everything(agency: Agency, overriding: Mapping[str, bool]) -> dict[str, tuple[Chosen, ...]]:
    """The chapters of the methodology with their clauses, some options set otherwise."""
    settings = {name: choice.value for name, choice in choices(agency).items()}
    settings |= {"kind": agency.kind, "repeals": "none", **overriding}
    selection = Selection(settings, (), lambda _text: ())
    first, chosen = 1, {}
    for name, chapter in chapters().items():
        chosen[name] = selection.choose(chapter.clauses, first)
        first += len(chosen[name])
    return chosen


def norms(agency: Agency, lang: Lang) -> tuple[Norm, ...]:
    """Every clause that the embedded methodology can have, in the agency's words."""
    chosen = everything(agency, {"body_approval": True})
    wording = wording_for(agency, lang, references(chosen))
    pairs = [(name, clause) for name, clauses in chosen.items() for clause in clauses]
    return tuple(
        Norm(place, name, clause, bag_of(_said(clause, wording)))
        for place, (name, clause) in enumerate(pairs)
    )


def _said(chosen: Chosen, wording: Wording) -> str:
    own = wording.say(chosen.text)
    return " ".join([own, *(_said(child, wording) for child in chosen.children)])


def aligned(act: Act, agency: Agency) -> Alignment:
    """The clauses of the act's methodology with the norms that they say."""
    known = norms(agency, act.lang)
    clauses = tuple(clauses_of(act))
    names = set(bag_of(f"{act.issuer or ''} {agency.institution.of(act.lang)}"))
    bags = [_without(bag_of(" ".join(texts_of(clause))), names) for clause in clauses]
    others = [_without(norm.bag, names) for norm in known]
    return Alignment(known, clauses, best_pairs(bags, others))


def _without(bag: Bag, names: Collection[str]) -> Bag:
    """The words that are not those of the bodies: a long name would make any two clauses alike."""
    return Counter({word: count for word, count in bag.items() if word not in names})


def clauses_of(act: Act) -> Iterator[Node]:
    """The clauses of the methodology in their order."""
    for attachment in act.attachments:
        if attachment.kind == "methodology":
            yield from _clauses(attachment)


def _clauses(attachment: Attachment) -> Iterator[Node]:
    for node in attachment.body:
        if node.kind == "clause":
            yield node
        yield from (child for child in node.children if child.kind == "clause")


def texts_of(node: Node) -> list[str]:
    """The texts of an element and of what stands under it."""
    own = [text for text in (node.heading, node.text) if text]
    return own + [text for child in node.children for text in texts_of(child)]


def bag_of(text: str) -> Bag:
    """The stems of the words of a text, with how often they occur."""
    return Counter(word[:_STEM] for word in re.findall(r"\w+", key(text)))


def best_pairs(
    bags: Sequence[Bag], others: Sequence[Bag], enough: float = _ENOUGH
) -> dict[int, int]:
    """The place in ``others`` of what is most like each of ``bags``; each is taken once."""
    weights = _weights([*bags, *others])
    scored = sorted(_scored(bags, others, weights), key=lambda one: (-one[0], one[1], one[2]))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, a, b in scored:
        if score >= enough and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _scored(
    bags: Sequence[Bag], others: Sequence[Bag], weights: Mapping[str, float]
) -> Iterator[tuple[float, int, int]]:
    for a, bag in enumerate(bags):
        for b, other in enumerate(others):
            distance = abs(a / max(len(bags), 1) - b / max(len(others), 1))
            yield likeness(bag, other, weights) - _FAR * distance, a, b


def _weights(bags: Iterable[Bag]) -> dict[str, float]:
    """What a word is worth: the less, the more clauses have it."""
    every = list(bags)
    counts = Counter(word for bag in every for word in bag)
    return {word: math.log((1 + len(every)) / count) for word, count in counts.items()}


def likeness(one: Bag, other: Bag, weights: Mapping[str, float]) -> float:
    """From 0, no word in common, to 1: rare words count more than frequent ones."""
    common = sum(weights[word] * count for word, count in (one & other).items())
    total = sum(weights[word] * count for bag in (one, other) for word, count in bag.items())
    return 2 * common / total if total else 0.0
