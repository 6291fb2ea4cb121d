"""References of the base's own words led to where their elements stand after an amendment.

What the amending act words itself is in its own numbers and is left as it stands.
"""

from __future__ import annotations

from difflib import SequenceMatcher

import msgspec
from msgspec.structs import replace

from amendments.moves import Moves
from amendments.outcomes import Restatement
from amendments.restating import Change, Renumbering
from model import Act, Node, Target
from parsers.pointing import Text

_ENOUGH = 0.5  # likeness from which a text is taken for an earlier one with words exchanged


class Written(msgspec.Struct, frozen=True):
    """What tells the base's own words in the new redaction from those of the amending act."""

    base: Act
    worded: frozenset[str]

    @classmethod
    def of(cls, base: Act, contents: tuple[Node, ...]) -> Written:
        """The texts of the base, and those that the amending act gives."""
        return cls(base, frozenset(text for node in contents for text in _texts(node)))


def _texts(node: Node) -> list[str]:
    own = [text for text in (node.heading, node.text) if text]
    cells = [cell.text for row in node.rows for cell in row]
    return [*own, *cells, *(text for child in node.children for text in _texts(child))]


def with_references(
    act: Act, written: Written, moves: Moves
) -> tuple[Act, tuple[Restatement, ...]]:
    """The new redaction with the base's own references led to where their elements stand now."""
    change = _Following(written, moves)
    whole = Renumbering({}, change).of(act)
    return whole, tuple(change.made)


class _Following(Change):
    """Changes references of the base's own words; those of the amending act stay."""

    def __init__(self, written: Written, moves: Moves) -> None:
        super().__init__(written.base, moves.number_of)
        self._moves = moves
        self._worded = written.worded
        self._own = frozenset(_all_texts(written.base))

    def __call__(self, text: str, at: Text, shown: Target) -> str:
        old = replace(at, place=self._moves.base_of(at.place) if at.place != Target() else at.place)
        if text in self._own and text not in self._worded:
            return super().__call__(text, old, shown)
        if text in self._worded:
            return text
        return self._partly(text, old, shown)

    def _partly(self, text: str, at: Text, shown: Target) -> str:
        """A text with words exchanged: what stood in it before follows, the new words stay."""
        match = max(
            (SequenceMatcher(None, one, text, autojunk=False) for one in self._own),
            key=lambda one: one.quick_ratio(),
            default=None,
        )
        if match is None or match.ratio() < _ENOUGH:
            return text
        kept = [(start, start + size) for _, start, size in match.get_matching_blocks()]
        said = self.restated(text, at)
        pieces, last = [], 0
        for one in said.changes:
            end = one.start + len(one.old)
            if any(start <= one.start and end <= stop for start, stop in kept):
                pieces += [text[last : one.start], one.new]
                last = end
                self.made.append(Restatement(shown, one.old, one.new))
        return "".join([*pieces, text[last:]])


def _all_texts(act: Act) -> list[str]:
    own = [act.preamble.text] if act.preamble else []
    nodes = (*act.body, *(node for one in act.attachments for node in one.body))
    return [*own, *(text for node in nodes for text in _texts(node))]
