"""A YAML file as nodes that know where they stand; hostile files are refused here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import yaml

from workbench.messages import Word
from workbench.profile_errors import (
    AliasError,
    NoProfileError,
    NotUnicodeError,
    NotYamlError,
    TooDeepError,
)


class Mark(Protocol):
    """A position as either of PyYAML's two parsers gives it."""

    line: int
    column: int


MOST_DEEP = 8  # a profile needs four levels: repeals, entry, title, language
SAFE: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place:
    """File, line and column of a node, as message fields."""

    def __init__(self, file: str, mark: Mark | None = None) -> None:
        self.fields = {
            "file": file,
            "line": mark.line + 1 if mark else 1,
            "column": mark.column + 1 if mark else 1,
        }


def compose(content: bytes, file: str) -> yaml.Node:
    """The one document of the file.

    Raises:
        ProfileError: not UTF-8, not YAML, aliases, nested too deep, not exactly one document.
    """
    text = _text(content, file)
    try:
        _refuse_tricks(text, file)
        documents = list(yaml.compose_all(text, Loader=SAFE))
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise NotYamlError(
            problem=problem.problem or problem.context, **Place(file, mark).fields
        ) from None
    except yaml.YAMLError as problem:
        raise NotYamlError(problem=problem, **Place(file).fields) from None
    return _only(documents, file)


def _text(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise NotUnicodeError(file=file, line=line, column=1) from None


def _refuse_tricks(text: str, file: str) -> None:
    """Aliases and depth are seen on the flat stream of events, before anything nests."""
    depth = 0
    for event in _events(text):
        if getattr(event, "anchor", None) is not None:
            raise AliasError(**Place(file, event.start_mark).fields)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEEP:
            raise TooDeepError(limit=MOST_DEEP, **Place(file, event.start_mark).fields)


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=SAFE)


def _only(documents: list[yaml.Node], file: str) -> yaml.Node:
    if len(documents) != 1:
        met = Word("several were") if documents else Word("none was")
        raise NoProfileError(met=met, **Place(file).fields)
    return documents[0]
