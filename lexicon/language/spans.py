"""What a component hands over: spans of the document in a group, each with its value.

A value is plain data (strings, numbers, lists), so that a document with its values can be written
to disk and read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

Value = dict[str, Any]


class Found(msgspec.Struct, frozen=True):
    """A stretch of the text by its characters, and what it says."""

    start: int
    end: int
    value: Value


def declare(attribute: str) -> None:
    """``span._.<attribute>`` is there, ``None`` where no component has set it."""
    if not Span.has_extension(attribute):
        Span.set_extension(attribute, default=None)


def mark(doc: Doc, group: str, attribute: str, found: Iterable[Found]) -> Doc:
    """The document with the group of spans; of two that overlap the longer one stays.

    A stretch that ends inside a token takes the whole token in.
    """
    values: dict[tuple[int, int], Value] = {}
    spans = []
    for one in found:
        span = doc.char_span(one.start, one.end, label=attribute, alignment_mode="expand")
        if span is not None and (span.start, span.end) not in values:
            values[span.start, span.end] = one.value
            spans.append(span)
    kept = sorted(filter_spans(spans), key=lambda span: span.start)
    for span in kept:
        span._.set(attribute, values[span.start, span.end])
    doc.spans[group] = SpanGroup(doc, name=group, spans=kept)
    return doc
