"""The lines of an amending clause: numbered where there are several subjects, ended in a stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from model import Node

Block = list[Node]


def numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """Each block under its number: one per subject that is amended.

    A subclause of the amending act leads into one subject: the act's own title, its clause, the
    methodology with all that is amended in it.
    """
    for number, (first, *others) in enumerate(blocks, 1):
        yield [replace(first, text=f"{number}) {first.text}"), *others]


def ended(blocks: Sequence[Block] | Iterator[Block]) -> Iterator[Node]:
    """The lines of all blocks, the last of them closed by a full stop."""
    lines = [line for block in blocks for line in block]
    last = lines[-1:]
    if last and (last[0].text or "").endswith(";"):
        lines[-1] = replace(last[0], text=f"{(last[0].text or '')[:-1]}.")
    yield from lines
