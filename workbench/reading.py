"""Files come in: bytes of a source, and the act that a source holds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec
from msgspec.structs import replace

from model import Act, Lang
from workbench.errors import (
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    FolderGivenError,
    StandardInputTwiceError,
    UnreadableFileError,
)
from workbench.messages import Ui

if TYPE_CHECKING:
    from parsers.reading import Read

Changes = Literal["accepted", "original"]
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


def parse(
    source: str | bytes | Path,
    *,
    ui: Ui | None = None,
    lang: Lang | None = None,
    changes: Changes = "accepted",
) -> Act:
    """The one act in a source, its amending instructions read into operations.

    ``source`` is a path, or the content itself: bytes, or a string with a line break in it or
    one that begins like JSON. ``ui`` is the language of the diagnostics. ``lang`` picks the
    Kazakh or the Russian text of a source that holds both; ``changes`` says whether tracked
    changes of a Word document are read as accepted or its original text is.

    Raises:
        AdistemeError: the file cannot be read, it is not an act, or it holds two acts and
            ``lang`` does not say which.
    """
    return _single(*_content(source), Wish(ui, lang, changes))


def parse_all(
    source: str | bytes | Path,
    *,
    ui: Ui | None = None,
    lang: Lang | None = None,
    changes: Changes = "accepted",
) -> tuple[Act, ...]:
    """Every act in a source, the Kazakh text first, each with its operations.

    The parameters are those of ``parse``; with ``lang`` the acts in that language.

    Raises:
        AdistemeError: the file cannot be read, or it is not an act.
    """
    return tuple(one.act for one in reads_of(*_content(source), Wish(ui, lang, changes)))


class Wish(msgspec.Struct, frozen=True):
    """How a source is to be read: see ``parse``. ``marked`` keeps what became of its stretches."""

    ui: Ui | None = None
    lang: Lang | None = None
    changes: Changes = "accepted"
    marked: bool = False


AS_IT_IS = Wish()


def _content(source: str | bytes | Path) -> tuple[bytes | str, str]:
    """The content of a source, and what messages call it."""
    if isinstance(source, bytes):
        return source, STANDARD
    text = str(source)
    if isinstance(source, str) and ("\n" in text or text.lstrip().startswith("{")):
        return text, STANDARD
    return read_bytes(text), text


def read_act(name: str, ui: Ui | None = None) -> Act:
    """The one act in a file; ``-`` is standard input.

    Raises:
        AdistemeError: the file cannot be read, it is not an act, or it holds two.
    """
    return act_of(read_bytes(name), name, ui)


def read_acts(name: str, ui: Ui | None = None) -> tuple[Act, ...]:
    """The acts in a file, the Kazakh text first; ``-`` is standard input.

    Raises:
        AdistemeError: the file cannot be read, or it is not an act.
    """
    return tuple(one.act for one in reads_of(read_bytes(name), name, Wish(ui)))


def named_acts(act: str, counterpart: str | None, ui: Ui | None = None) -> list[tuple[str, Act]]:
    """A text with its counterpart, each with its file: that of the second, or both of one.

    Raises:
        AdistemeError: a file cannot be read, or it is not an act.
    """
    if counterpart is None:
        return [(act, one) for one in read_acts(act, ui)]
    names = [act, counterpart]
    refuse_repeated_standard_input(names)
    return [(name, read_act(name, ui)) for name in names]


def act_of(content: bytes | str, name: str, ui: Ui | None) -> Act:
    """The one act that the content is, with its operations; ``name`` is for the messages.

    Raises:
        AdistemeError: it is not an act, or two.
    """
    return _single(content, name, Wish(ui))


def _single(content: bytes | str, name: str, wish: Wish) -> Act:
    from parsers.reading import only  # noqa: PLC0415 - reading is not needed by every command

    return only(reads_of(content, name, wish), name).act


def reads_of(content: bytes | str, name: str, wish: Wish = AS_IT_IS) -> tuple[Read, ...]:
    """The acts that the content holds, with their operations, sources and ledgers.

    Raises:
        AdistemeError: it is not an act.
    """
    import amendments  # noqa: PLC0415 - reading is not needed by every command
    from parsers.reading import How, read_all  # noqa: PLC0415 - see above

    how = How(name=name, ui=wish.ui, lang=wish.lang, changes=wish.changes, marked=wish.marked)
    return tuple(
        replace(one, act=amendments.with_operations(one.act)) for one in read_all(content, how)
    )
