"""Walks a profile's nodes along the types of ``model.agency``: plain data, or a named mistake.

What a profile may hold is said once, by those types.
"""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any, NoReturn

import yaml
from msgspec import inspect

from model import AdistemeError
from model.agency import ActStamp, Both, EarlierAct
from workbench.messages import Word
from workbench.profile_errors import (
    BadDateError,
    MissingKeyError,
    RepeatedKeyError,
    UnknownKeyError,
    UnknownValueError,
    WrongTypeError,
)
from workbench.profile_yaml import SAFE, Place

Entries = dict[str, tuple[yaml.Node, yaml.Node]]
KEY = Word("this key with a value")
LANGUAGE = Word("the same words in Kazakh (kk) and in Russian (ru)")
_DATED = (ActStamp, EarlierAct)
_TAG = "tag:yaml.org,2002:"
_STRING, _NULL = f"{_TAG}str", f"{_TAG}null"
_SETTINGS = {f"{_TAG}int", f"{_TAG}bool"}
_PLAIN_TAGS = {_STRING, *(f"{_TAG}{tag}" for tag in ("int", "float", "timestamp"))}


class Reader:
    """Walks one file; remembers where each text stood."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[str, yaml.Node] = {}

    def value(self, node: yaml.Node, kind: inspect.Type, key: str) -> Any:  # noqa: ANN401 - plain data
        """The node as plain data that fits ``kind``."""
        self.places[key] = node
        match kind:
            case inspect.StructType():
                return self._struct(node, kind, key)
            case inspect.DictType():
                return self._open_mapping(node, kind, key)
            case inspect.VarTupleType():
                return self._list(node, kind, key)
            case inspect.UnionType():
                return self._one_of(node, kind, key)
            case inspect.LiteralType():
                return self._choice(node, kind, key)
            case _:
                return self._text(node, key)

    def _struct(self, node: yaml.Node, kind: inspect.StructType, key: str) -> dict[str, Any]:
        entries = self._entries(node, key)
        fields = {field.encode_name: field for field in kind.fields}
        self._refuse_unknown(entries, tuple(fields), key)
        self._refuse_missing(node, entries, kind, key)
        values = {
            name: self.value(entry, fields[name].type, join(key, name))
            for name, (_, entry) in entries.items()
        }
        if kind.cls in _DATED:
            self._check_date(entries["date"][1], join(key, "date"), values["date"])
        return values

    def _refuse_unknown(self, entries: Entries, known: tuple[str, ...], key: str) -> None:
        for name, (node, _) in entries.items():
            if name not in known:
                self._fail(
                    UnknownKeyError,
                    node,
                    join(key, name),
                    nearest=nearest(name, known),
                    expected=listed(known),
                )

    def _refuse_missing(
        self, node: yaml.Node, entries: Entries, kind: inspect.StructType, key: str
    ) -> None:
        for field in kind.fields:
            if field.required and field.encode_name not in entries:
                expected = LANGUAGE if kind.cls is Both else KEY
                path = join(key, field.encode_name)
                self._fail(MissingKeyError, node, path, expected=expected)

    def _entries(self, node: yaml.Node, key: str) -> Entries:
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, key, Word("keys with values"))
        entries: Entries = {}
        for name_node, entry in node.value:
            name = self._text(name_node, key)
            if name in entries:
                first = entries[name][0].start_mark.line + 1
                self._fail(RepeatedKeyError, name_node, join(key, name), first=first)
            entries[name] = (name_node, entry)
        return entries

    def _open_mapping(self, node: yaml.Node, kind: inspect.DictType, key: str) -> dict[str, Any]:
        return {
            name: self.value(entry, kind.value_type, join(key, name))
            for name, (_, entry) in self._entries(node, key).items()
        }

    def _list(self, node: yaml.Node, kind: inspect.VarTupleType, key: str) -> list[Any]:
        if not isinstance(node, yaml.SequenceNode):
            self._wrong(node, key, Word("a list"))
        return [
            self.value(entry, kind.item_type, f"{key}[{position}]")
            for position, entry in enumerate(node.value)
        ]

    def _one_of(self, node: yaml.Node, kind: inspect.UnionType, key: str) -> Any:  # noqa: ANN401 - plain data
        if kind.includes_none and node.tag == _NULL:
            return None
        other = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        if len(other) == 1:
            return self.value(node, other[0], key)
        return self._setting(node, key)

    def _setting(self, node: yaml.Node, key: str) -> str | int:
        """The value of an option: a word, a whole number, true or false."""
        if node.tag == _STRING:
            return self._text(node, key)
        value = yaml.load(node.value, Loader=SAFE) if node.tag in _SETTINGS else None  # noqa: S506 - a safe loader, on one scalar
        if not isinstance(value, int):
            self._wrong(node, key, Word("a word, a whole number, true or false"))
        return value

    def _choice(self, node: yaml.Node, kind: inspect.LiteralType, key: str) -> str:
        met = self._text(node, key)
        if met not in kind.values:
            self._fail(UnknownValueError, node, key, met=met, expected=listed(kind.values))
        return met

    def _text(self, node: yaml.Node, key: str) -> str:
        """The words as written: a number such as 4.10 keeps its nought."""
        if not isinstance(node, yaml.ScalarNode) or node.tag not in _PLAIN_TAGS:
            self._wrong(node, key, Word("words"))
        words = " ".join(node.value.split())
        if not words:
            self._wrong(node, key, Word("words"))
        return words

    def _check_date(self, node: yaml.Node, key: str, met: str) -> None:
        try:
            good = date.fromisoformat(met).isoformat() == met
        except ValueError:
            good = False
        if not good:
            self._fail(BadDateError, node, key, met=met)

    def refuse(self, error: type[AdistemeError], key: str, **fields: object) -> NoReturn:
        """Refuse a value that was read before, naming its place.

        Raises:
            AdistemeError: ``error``, always.
        """
        self._fail(error, self.places[key], key, **fields)

    def _wrong(self, node: yaml.Node, key: str, expected: Word) -> NoReturn:
        self._fail(WrongTypeError, node, key, met=_met(node), expected=expected)

    def _fail(
        self,
        error: type[AdistemeError],
        node: yaml.Node,
        key: str,
        **fields: object,
    ) -> NoReturn:
        where = Place(self.file, node.start_mark).fields
        raise error(**where, key=key or Word("the whole profile"), **fields)


def join(key: str, name: str) -> str:
    """The path of a key inside another."""
    return f"{key}.{name}" if key else name


def nearest(met: str, known: tuple[str, ...]) -> str:
    """The known name that is most like the one met."""
    return difflib.get_close_matches(met, known, n=1, cutoff=0)[0]


def listed(values: tuple[object, ...]) -> str:
    """The names with commas between."""
    return ", ".join(str(value) for value in values)


def _met(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return Word("a block of keys")
    if isinstance(node, yaml.SequenceNode):
        return Word("a list")
    if not node.value.strip():
        return Word("nothing")
    return f'"{node.value}"'
