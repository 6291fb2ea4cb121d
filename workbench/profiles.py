"""An agency profile read from YAML, every mistake named with its place and its key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import inspect

from model import LANGUAGES, AdistemeError, Agency, Both
from workbench.profile_errors import NotInflectedError, UnknownKeyError, UnknownValueError
from workbench.profile_reader import Reader, join, listed, nearest
from workbench.profile_yaml import compose
from workbench.reading import read_bytes

MOST_BYTES = 256 * 1024
_INFLECTED = ("issuer", "institution", "region", "roles", "terms")


def load_profile(path: str | Path) -> Agency:
    """The agency that the file describes; ``-`` is standard input.

    Raises:
        ProfileError: names file, line, column, key, what was met and what was expected.
        AdistemeError: the file cannot be read.
    """
    return read_profile(read_bytes(str(path), MOST_BYTES), str(path))


def read_profile(content: bytes, file: str) -> Agency:
    """The agency that the content describes; ``file`` is for the messages.

    Raises:
        ProfileError: names file, line, column, key, what was met and what was expected.
    """
    reader = Reader(file)
    values = reader.value(compose(content, file), inspect.type_info(Agency), "")
    agency = msgspec.convert(values, Agency)
    _check_options(agency, reader)
    _check_inflection(agency, reader)
    return agency


def _check_options(agency: Agency, reader: Reader) -> None:
    """Every option is one that the methodology leaves open, with a value on offer."""
    from generator import options  # noqa: PLC0415 - reads the methodology's options

    try:
        options.choices(agency)
    except options.UnknownOptionError as refusal:
        name, known = str(refusal.fields["option"]), tuple(options.options())
        reader.refuse(
            UnknownKeyError,
            f"options.{name}",
            nearest=nearest(name, known),
            expected=listed(known),
        )
    except options.OptionValueError as refusal:
        reader.refuse(
            UnknownValueError,
            f"options.{refusal.fields['option']}",
            met=refusal.fields["value"],
            expected=refusal.fields["expected"],
        )


def _check_inflection(agency: Agency, reader: Reader) -> None:
    """Every name stands in running text, so every name must have all its cases."""
    from lexicon import inflection  # noqa: PLC0415 - loads the paradigms

    for key, words in _names(agency):
        for lang in LANGUAGES:
            try:
                inflection.paradigm(words.of(lang), lang)
            except AdistemeError as refusal:
                why = refusal.fields.get("why", refusal)
                reader.refuse(NotInflectedError, f"{key}.{lang}", met=words.of(lang), why=why)


def _names(agency: Agency) -> list[tuple[str, Both]]:
    """Key path and words of every name that the texts inflect."""
    found: list[tuple[str, Both]] = []
    for field in _INFLECTED:
        _gather(getattr(agency, field), field, found)
    return found


def _gather(value: object, key: str, found: list[tuple[str, Both]]) -> None:
    if isinstance(value, Both):
        found.append((key, value))
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            _gather(entry, join(key, name), found)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _gather(getattr(value, name), join(key, name), found)
