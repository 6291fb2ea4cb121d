"""Files come in: bytes of a source, and the act that a source holds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from model import Act
from workbench.errors import (
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    FolderGivenError,
    StandardInputTwiceError,
    UnreadableFileError,
)
from workbench.messages import Ui

STANDARD = "-"
# The largest act of the portal has about 900 KB of text; its page or DOCX may weigh more.
MOST_BYTES = 64 * 1024 * 1024


def read_bytes(name: str, most: int = MOST_BYTES) -> bytes:
    """What the file holds; ``-`` is standard input.

    Raises:
        FileMissingError, FolderGivenError, EmptyFileError, UnreadableFileError,
        FileTooLargeError: by what stands in the way.
    """
    content = _standard_input(most) if name == STANDARD else _file(name, most)
    if len(content) > most:
        raise FileTooLargeError(path=name, limit=most)
    if not content.strip():
        raise EmptyFileError(path=name)
    return content


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:  # started with its input closed
        raise EmptyFileError(path=STANDARD)
    return _take(sys.stdin.buffer, STANDARD, most)


def _file(name: str, most: int) -> bytes:
    try:
        with Path(name).open("rb") as stream:
            return _take(stream, name, most)
    except FileNotFoundError:
        raise FileMissingError(path=name, folder=Path.cwd()) from None
    except IsADirectoryError:
        raise FolderGivenError(path=name) from None
    except (OSError, ValueError) as refusal:  # ValueError: a NUL inside the name
        raise UnreadableFileError(path=name, reason=reason(refusal)) from refusal


def _take(stream: BinaryIO, name: str, most: int) -> bytes:
    try:
        return stream.read(most + 1)
    except OSError as refusal:
        raise UnreadableFileError(path=name, reason=reason(refusal)) from refusal


def refuse_repeated_standard_input(names: Sequence[str]) -> None:
    """Nothing, where ``-`` is named once at most.

    Raises:
        StandardInputTwiceError: the second reading would find nothing left.
    """
    times = list(names).count(STANDARD)
    if times > 1:
        raise StandardInputTwiceError(times=times)


def reason(refusal: Exception) -> str:
    """Why the system refused, in its own words."""
    return getattr(refusal, "strerror", None) or str(refusal)


def parse(source: str | bytes | Path, *, ui: Ui | None = None) -> Act:
    """The act in a source, its amending instructions read into operations.

    ``source`` is a path, or the content itself: bytes, or a string with a line break in it or
    one that begins like JSON. ``ui`` is the language of the diagnostics.

    Raises:
        AdistemeError: the file cannot be read, or it is not an act.
    """
    if isinstance(source, bytes):
        return act_of(source, STANDARD, ui)
    text = str(source)
    if isinstance(source, str) and ("\n" in text or text.lstrip().startswith("{")):
        return act_of(text, STANDARD, ui)
    return read_act(text, ui)


def read_act(name: str, ui: Ui | None = None) -> Act:
    """The act in a file; ``-`` is standard input.

    Raises:
        AdistemeError: the file cannot be read, or it is not an act.
    """
    return act_of(read_bytes(name), name, ui)


def act_of(content: bytes | str, name: str, ui: Ui | None) -> Act:
    """The act that the content is, with its operations; ``name`` is for the messages."""
    import amendments  # noqa: PLC0415 - reading is not needed by every command
    import parsers  # noqa: PLC0415 - reading is not needed by every command

    return amendments.with_operations(parsers.parse(content, name=name, ui=ui))
