"""The decision itself in the other language: its own clauses, by the formulas that say the same.

The source's clauses stay in their order. One is said by the embedded clause of the same formula
and the same figures; one that no embedded clause says keeps its words, marked to be translated.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from generator.embedded import embedded
from generator.options import options
from generator.retarget_norms import Bag, bag_of, best_pairs, likeness, texts_of
from generator.retarget_saying import figures_in
from generator.retarget_untranslated import bare, marked, untranslated
from lexicon.formulas import search
from model import Act, Agency, Citation, Lang, Node, Preamble, Target

_FORMULAS = ("clause/amend", "clause/repeal", "clause/approve", "clause/effect-date",
             "clause/effect")  # fmt: skip
_BY_FORMULA = 0.5  # likeness of two clauses of one formula
_BY_WORDS = 0.75  # of two clauses that are of none: another officer in charge is another norm
_LIST = 0.4  # of two clauses with lists, and of two of their entries
_LISTED = frozenset({"subclause", "item"})


class Decision(msgspec.Struct, frozen=True):
    """The act's own preamble and clauses; ``marked`` are the elements with something to translate.

    Each is given with its address.
    """

    preamble: Preamble | None
    body: tuple[Node, ...]
    marked: tuple[tuple[Node | None, Target], ...]


class _Twin(msgspec.Struct, frozen=True):
    """One embedded clause in the words of both texts."""

    own: Node
    other: Node


def decision(act: Act, agency: Agency, frame: Act) -> Decision:
    """The decision of ``act`` in the language of ``frame``, which is the embedded act.

    Raises:
        MissingWordsError, CannotInflectError: as ``embedded``.
    """
    preamble = _preamble(act, agency, frame)
    drafting = _Drafting(_twins(agency, (act.lang, frame.lang)), (act.lang, frame.lang))
    body = tuple(drafting.element(node) for node in act.body)
    kept = preamble is not frame.preamble
    front = [(None, Target(element="preamble"))] if kept else []
    return Decision(preamble, body, (*front, *drafting.marked))


def _preamble(act: Act, agency: Agency, frame: Act) -> Preamble | None:
    """The embedded preamble; before it, marked, that of the act where it cites something else."""
    own = embedded(agency, act.lang).preamble
    if act.preamble is None or own is None or frame.preamble is None:
        return frame.preamble
    bases = [one for one in act.preamble.citations if _named(one) not in map(_named, own.citations)]
    words = ", ".join(one.text for one in bases)
    known = figures_in(f"{own.text} {words}", act.lang)
    if not figures_in(act.preamble.text, act.lang) <= known:
        words = act.preamble.text
    if not words:
        return frame.preamble
    return replace(frame.preamble, text=f"{marked(words, frame.lang)} {frame.preamble.text}")


def _named(basis: Citation) -> tuple[str | None, ...]:
    """What tells one basis from another; a date that a law may do without is in its text."""
    return basis.type, basis.number, basis.article, basis.clause, basis.subclause


def _twins(agency: Agency, langs: tuple[Lang, Lang]) -> list[_Twin]:
    """Every clause that the embedded decision can have, whatever the options."""
    found: dict[str, _Twin] = {}
    for choice in options()["control"].choices:
        if choice.kinds and agency.kind not in choice.kinds:
            continue
        chosen = {**agency.options, "publication": True, "control": choice.value}
        acts = (embedded(replace(agency, options=chosen), lang) for lang in langs)
        for own, other in zip(*(act.body for act in acts), strict=True):
            found.setdefault(" ".join(texts_of(own)), _Twin(own, other))
    return list(found.values())


class _Drafting:
    """One drafting of the clauses: what they can be said by, and what was marked."""

    def __init__(self, twins: list[_Twin], langs: tuple[Lang, Lang]) -> None:
        self._twins, self._langs = twins, langs
        self.marked: list[tuple[Node, Target]] = []

    def element(self, node: Node) -> Node:
        """An element of the decision in the other language, or marked."""
        twin = self._twin_of(node)
        where = _below(Target(), node, 0)
        if twin is None:
            return self._untranslated(node, where)
        made = replace(bare(node, self._langs[1]), text=twin.other.text)
        if not node.children:
            return replace(made, children=())
        return replace(made, children=tuple(self._entries(node, twin, where)))

    def _untranslated(self, node: Node, where: Target) -> Node:
        self.marked.append((node, where))
        return untranslated(node, self._langs[1])

    def _twin_of(self, node: Node) -> _Twin | None:
        scored = [(self._score(node, twin.own), -n) for n, twin in enumerate(self._twins)]
        score, n = max(scored, default=(0.0, 0))
        return self._twins[-n] if score > 0 else None

    def _score(self, node: Node, own: Node) -> float:
        """How like two clauses are; 0 where they are not of one formula or not alike enough."""
        formula = self._formula(node)
        if formula not in {None, self._formula(own)} or bool(node.children) != bool(own.children):
            return 0.0
        if not node.children and self._figures(node) != self._figures(own):
            return 0.0
        alike = _alike(_bag(node), _bag(own))
        enough = _LIST if node.children else _BY_FORMULA if formula else _BY_WORDS
        return alike if alike >= enough else 0.0

    def _formula(self, node: Node) -> str | None:
        found = (name for name in _FORMULAS if search(name, node.text or "", self._langs[0]))
        return next(found, None)

    def _figures(self, node: Node) -> frozenset[str]:
        return figures_in(" ".join(texts_of(node)), self._langs[0])

    def _entries(self, node: Node, twin: _Twin, where: Target) -> Iterator[Node]:
        """The list in the source's order; an entry with other figures is marked."""
        own = [_bag(child) for child in node.children]
        pairs = best_pairs(own, [_bag(child) for child in twin.own.children], enough=_LIST)
        last = len(node.children) - 1
        for place, child in enumerate(node.children):
            at = pairs.get(place)
            if at is None or self._figures(child) != self._figures(twin.own.children[at]):
                yield self._untranslated(child, _below(where, child, place))
            else:
                text = (twin.other.children[at].text or "").rstrip(".;")
                sign = "." if place == last or child.kind not in _LISTED else ";"
                yield replace(bare(child, self._langs[1]), text=text + sign, children=())


def _below(where: Target, child: Node, place: int) -> Target:
    """The address of an element; a table has none of its own."""
    if child.kind == "table":
        return where
    return replace(where, **{child.kind: child.number or str(place + 1)})


def _bag(node: Node) -> Bag:
    return bag_of(" ".join(texts_of(node)))


def _alike(one: Bag, other: Bag) -> float:
    return likeness(one, other, dict.fromkeys((*one, *other), 1.0))
