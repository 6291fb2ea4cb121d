"""Which clause of an act is which norm of the embedded methodology.

Acts of one family say the same norms in their own words and order; they are told by the words
that few norms share, by their figures, and by their place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count

import msgspec

from generator.embedded import kind_of_decision
from generator.options import choices
from generator.outline import Chosen, Selection, chapters
from generator.references import References, references
from generator.wording import Wording, agency_phrases
from lexicon.folding import key
from model import Act, Agency, Lang, Node

_STEM = 5  # letters: Kazakh and Russian endings begin later
_ENOUGH = 0.17  # likeness from which a clause is taken for a norm; unrelated ones have about 0.1
_FURTHER = 0.4  # share of a norm's words that stand in a clause beside its other norms
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
    """Clauses of an act, by their place among its clauses, with their norms.

    ``chapters`` tells for every clause under which heading it stands: equal where it is the same.
    ``names`` are the words of the bodies' names, which tell nothing of a norm.
    """

    norms: tuple[Norm, ...]
    clauses: tuple[Node, ...]
    found: Mapping[int, int]
    chapters: tuple[int, ...] = ()
    names: frozenset[str] = frozenset()

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
    placed = tuple(_placed(act))
    clauses = tuple(clause for _, clause in placed)
    names = frozenset(bag_of(f"{act.issuer or ''} {agency.institution.of(act.lang)}"))
    bags = [without(bag_of(" ".join(texts_of(clause))), names) for clause in clauses]
    others = [without(norm.bag, names) for norm in known]
    chapters = tuple(chapter for chapter, _ in placed)
    return Alignment(known, clauses, best_pairs(bags, others), chapters, names)


def belonging(alignment: Alignment) -> dict[int, list[int]]:
    """The norms of every clause that has any, by their places: its best one, then further ones.

    A norm that is no clause's best belongs to the clause that has most of its words beside those
    of its other norms, if it has enough of them.
    """
    belong = {clause: [norm] for clause, norm in alignment.found.items()}
    names = alignment.names
    bags = [without(bag_of(" ".join(texts_of(one))), names) for one in alignment.clauses]
    said = [without(norm.bag, names) for norm in alignment.norms]
    weights = weights_of([*bags, *said])
    free = set(range(len(alignment.norms))) - set(alignment.found.values())

    def beside(norm: int, clause: int) -> float:
        rest = Bag(bags[clause])
        for other in belong[clause]:
            rest -= said[other]
        return contained(said[norm], rest, weights)

    scored = [(beside(norm, clause), norm, clause) for norm in free for clause in belong]
    for score, norm, clause in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score < _FURTHER:
            break
        if norm in free and beside(norm, clause) >= _FURTHER:
            belong[clause].append(norm)
            free.discard(norm)
    return belong


def without(bag: Bag, names: Collection[str]) -> Bag:
    """The words that are not those of the bodies: a long name would make any two clauses alike."""
    return Counter({word: count for word, count in bag.items() if word not in names})


def clauses_of(act: Act) -> Iterator[Node]:
    """The clauses of the methodology in their order."""
    return (clause for _, clause in _placed(act))


def _placed(act: Act) -> Iterator[tuple[int, Node]]:
    """The clauses with a number for the element that each stands in."""
    above = count()
    for attachment in act.attachments:
        if attachment.kind == "methodology":
            yield from _clauses(attachment.body, above)


def _clauses(nodes: tuple[Node, ...], above: count[int]) -> Iterator[tuple[int, Node]]:
    own = next(above)
    for node in nodes:
        if node.kind == "clause":
            yield own, node
        else:
            yield from _clauses(node.children, above)


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
    weights = weights_of([*bags, *others])
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


def weights_of(bags: Iterable[Bag]) -> dict[str, float]:
    """What a word is worth: the less, the more clauses have it."""
    every = list(bags)
    counts = Counter(word for bag in every for word in bag)
    return {word: math.log((1 + len(every)) / count) for word, count in counts.items()}


def likeness(one: Bag, other: Bag, weights: Mapping[str, float]) -> float:
    """From 0, no word in common, to 1: rare words count more than frequent ones."""
    common = sum(weights[word] * count for word, count in (one & other).items())
    total = sum(weights[word] * count for bag in (one, other) for word, count in bag.items())
    return 2 * common / total if total else 0.0


def contained(one: Bag, other: Bag, weights: Mapping[str, float]) -> float:
    """The share of the words of ``one`` that ``other`` has, rare words counting more."""
    common = sum(weights[word] * count for word, count in (one & other).items())
    total = sum(weights[word] * count for word, count in one.items())
    return common / total if total else 0.0
