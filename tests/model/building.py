"""Acts as hypothesis makes them: every type of the model, small and odd."""

from __future__ import annotations

from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from model import Act, Node, Span

_WORDS = st.text(alphabet='абвәғқңі ABC019-."()\n\t«»№', max_size=12)
_SIMPLE = {
    str: _WORDS,
    int: st.integers(min_value=0, max_value=10_000),
    type(None): st.none(),
}


def values(kind: Any, depth: int = 2) -> st.SearchStrategy:
    """Any value of a type of the model; trees are at most ``depth`` deep."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin = get_origin(kind)
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin is tuple:
        inner = get_args(kind)[0]
        return (
            st.just(()) if depth <= 0 else st.lists(values(inner, depth - 1), max_size=2).map(tuple)
        )
    if origin is Union or type(kind).__name__ == "UnionType":
        return st.one_of(*(values(one, depth) for one in get_args(kind)))
    return _struct(kind, depth)


def _struct(kind: type[msgspec.Struct], depth: int) -> st.SearchStrategy:
    if kind is Span:
        return st.builds(Span, values(int), values(int))
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: values(hint, depth) for name, hint in hints.items()})


acts = values(Act)
nodes = values(Node, 3)
