"""Elements under one roof in two redactions, to operations on as few of them as say it all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from amendments.likeness import words_under
from amendments.phrases import one_phrase
from model import Node, Operation, Target

# Numbered through the whole text: their address names nothing above them (art. 23).
_THROUGHOUT = frozenset({"section", "chapter", "article", "clause"})
_NUMBERED = ("section", "chapter", "paragraph", "article", "clause", "subclause")
# Where only some of the elements under a clause change they are amended one by one.
_MANY = 0.5
Nodes = tuple[Node, ...]
Key = tuple[str, str | None]


class Manner(msgspec.Struct, frozen=True):
    """How changes are said: ``words`` allows the replacement of a phrase.

    Elements at an address of ``whole`` are given in a new redaction as a whole.
    """

    words: bool = False
    whole: frozenset[Target] = frozenset()


class Siblings:
    """Compares the elements under one roof.

    ``inside`` an element they are that can itself be given in a new redaction.
    """

    def __init__(
        self, above: Target, manner: Manner | None = None, *, inside: bool = False
    ) -> None:
        self._above = above
        self._manner = manner or Manner()
        self._inside = inside

    def operations(self, old: Nodes, new: Nodes) -> Iterator[Operation]:
        """What leads from ``old`` to ``new``: in the order of the text.

        Raises:
            UndraftableError: no operations on single elements lead there.
        """
        if old == new:
            return
        before, after = _by_key(old), _by_key(new)
        if before is None or after is None:
            yield from self._loose(old, new)
            return
        if _reordered(list(before), list(after)):
            raise self._undraftable()
        gone = [(name, node) for name, node in before.items() if name not in after]
        places = {name: place for place, name in enumerate(before)}
        for place, (name, node) in enumerate(after.items()):
            if name not in before:
                yield self._come(node, first=not place)
                continue
            while gone and places[gone[0][0]] < places[name]:
                yield Operation("delete", self._target(gone.pop(0)[1]))
            yield from self._changed(before[name], node)
        yield from (Operation("delete", self._target(node)) for _, node in gone)

    def _come(self, node: Node, *, first: bool) -> Operation:
        """A new element; one that no other precedes under this roof is placed in full."""
        return Operation("insert", self._placed(node) if first else self._target(node), (node,))

    def _changed(self, old: Node, new: Node) -> Iterator[Operation]:
        """The operations on one element: on its parts where that is shorter, else on the whole."""
        if old == new:
            return
        target = self._target(old)
        if _is_repealed(old, new):
            yield Operation("repeal", target)
            return
        if target in self._manner.whole:
            yield Operation("replace", target, (new,))
            return
        if old.kind in {"clause", "subclause"}:
            yield from self._norm(old, new, target)
            return
        yield from self._division(old, new, target)

    def _division(self, old: Node, new: Node, target: Target) -> Iterator[Operation]:
        """A chapter or the like: its heading, then what stands under it."""
        if old.text != new.text or old.rows != new.rows:
            yield Operation("replace", target, (new,))
            return
        if (old.heading or "") != (new.heading or ""):
            heading = Node(new.kind, new.number, heading=new.heading)
            yield Operation("replace", replace(target, element="heading"), (heading,))
        under = Siblings(self._placed(old), self._manner)
        try:
            yield from list(under.operations(old.children, new.children))
        except UndraftableError:
            yield Operation("replace", target, (new,))

    def _norm(self, old: Node, new: Node, target: Target) -> Iterator[Operation]:
        if self._manner.words and old.children == new.children and old.text and new.text:
            under = "\n".join(words_under(old))
            phrase = one_phrase(old.text, new.text, under)
            if phrase is not None:
                yield Operation("replace-words", target, old=phrase.old, new=phrase.new)
                return
        inner = self._inner(old, new, target)
        if inner is None:
            yield Operation("replace", target, (new,))
        else:
            yield from inner

    def _inner(self, old: Node, new: Node, target: Target) -> list[Operation] | None:
        """The operations on the numbered elements under a norm; ``None`` where it changes whole."""
        if (old.text, old.heading, old.rows) != (new.text, new.heading, new.rows):
            return None
        try:
            under = Siblings(target, self._manner, inside=True)
            found = list(under.operations(old.children, new.children))
        except UndraftableError:
            return None
        return found if len(found) <= max(1, _MANY * len(old.children)) else None

    def _loose(self, old: Nodes, new: Nodes) -> Iterator[Operation]:
        """Elements without numbers among the others."""
        if self._inside:
            yield from self._parts(old, new)
            return
        if [_name(node) for node in old] != [_name(node) for node in new]:
            raise self._undraftable()
        yield from self._same_places(old, new)

    def _parts(self, old: Nodes, new: Nodes) -> Iterator[Operation]:
        """Parts of a norm that keep their number and order; each changed one is given anew."""
        kinds = [node.kind for node in old]
        if kinds != [node.kind for node in new] or "part" not in kinds:
            raise self._undraftable()
        yield from self._same_places(old, new)

    def _same_places(self, old: Nodes, new: Nodes) -> Iterator[Operation]:
        count = 1 + self._inside  # the host's own text is its first part
        for before, after in zip_longest(old, new):
            if before.kind == "part":
                if before != after:
                    address = replace(self._above, part=str(count))
                    yield Operation("replace", address, (after,))
                count += 1
            elif before.kind in _NUMBERED:
                yield from self._changed(before, after)
            elif before != after:
                raise self._undraftable()

    def _target(self, node: Node) -> Target:
        """The address by which the element is found."""
        above = self._above
        if node.kind in _THROUGHOUT:
            above = Target(attachment=above.attachment, appendix=above.appendix)
        return replace(above, **{node.kind: node.number})

    def _placed(self, node: Node) -> Target:
        """The address with everything above the element."""
        return replace(self._above, **{node.kind: node.number})

    def _undraftable(self) -> UndraftableError:
        return UndraftableError(self._above)


class UndraftableError(Exception):
    """Inside: the elements under ``place`` differ in a way that no operations on them can say."""

    def __init__(self, above: Target) -> None:
        super().__init__()
        named = [value for value in map(above.__getattribute__, above.__struct_fields__) if value]
        self.place = " ".join(named)


def _by_key(nodes: Nodes) -> dict[Key, Node] | None:
    """The elements by kind and number; ``None`` where one has no number or two have the same."""
    found = {_name(node): node for node in nodes}
    numbered = all(node.kind in _NUMBERED and node.number for node in nodes)
    return found if numbered and len(found) == len(nodes) else None


def _name(node: Node) -> Key:
    return node.kind, node.number


def _reordered(old: list[Key], new: list[Key]) -> bool:
    """Whether what is in both changed places."""
    return [name for name in old if name in new] != [name for name in new if name in old]


def _is_repealed(old: Node, new: Node) -> bool:
    """Whether nothing but the number is left: a repealed element keeps it (art. 27)."""
    left = new.heading or new.text or new.children or new.rows
    return bool(old.heading or old.text or old.children) and not left
