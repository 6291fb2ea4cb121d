"""The door to the word files of this room: YAML in, frozen values out, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec
import yaml

from model import AdistemeError

ROOT = Path(__file__).parent
T = TypeVar("T")
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]  # the C loader where it is there, else Python's
    """A safe loader that leaves dates as they are written: they are words here."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


class WordFileError(AdistemeError):
    """A word file that does not have the shape its readers expect."""

    template = "The word file %(file)s cannot be used: %(detail)s."


def load(path: Path, shape: type[T]) -> T:
    """The content of one YAML word file, as ``shape``.

    Raises:
        WordFileError: not YAML, or not of the shape; the message names file and key path.
    """
    try:
        return msgspec.convert(_read(path), shape, strict=True)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise WordFileError(file=path.name, detail=error) from error


@cache
def words(name: str) -> dict[str, Any]:
    """A word file of plain lists and mappings, by its name without the ending."""
    return load(ROOT / f"{name}.yaml", dict[str, Any])


def folder(name: str) -> Iterator[Path]:
    """The word files of a folder, in the order of their names: nothing is registered by hand."""
    return iter(sorted((ROOT / name).glob("*.yaml")))


def _read(path: Path) -> Any:  # noqa: ANN401 - YAML is anything until it is converted
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=_Loader)  # noqa: S506 - derived from a safe loader
