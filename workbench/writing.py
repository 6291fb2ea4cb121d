"""Files go out: whole or not at all.

Everything is written beside its place under another name and then renamed. A package of files
that fails half-way is taken back.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.errors import CannotWriteError, NotAFolderError, OutputIsFolderError
from workbench.reading import STANDARD, reason

Package = Mapping[str, bytes]


def write_output(content: bytes, name: str) -> None:
    """The content to a file, or to standard output for ``-``.

    Raises:
        OutputIsFolderError, CannotWriteError: the file cannot be made.
        BrokenPipeError: whoever read standard output has stopped.
    """
    if name == STANDARD:
        _to_standard_output(content)
    else:
        write_file(content, Path(name))


def _to_standard_output(content: bytes) -> None:
    if sys.stdout is None:  # started with its output closed
        raise CannotWriteError(path=STANDARD, reason="standard output is closed")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as refusal:
        raise CannotWriteError(path=STANDARD, reason=reason(refusal)) from refusal


def write_file(content: bytes, path: Path) -> None:
    """The content to one file, written beside and renamed.

    Raises:
        OutputIsFolderError, CannotWriteError: the file cannot be made; nothing was changed.
    """
    place = path.resolve()  # a link stays a link: what it points to is replaced
    if place.is_dir():
        raise OutputIsFolderError(path=path)
    with _refusals(path):
        if _special(place):
            place.write_bytes(content)
        else:
            _replace(place, content)


def _special(place: Path) -> bool:
    """A device or a pipe must be written to: renaming would destroy it."""
    return place.exists() and not place.is_file()


def _replace(place: Path, content: bytes) -> None:
    _refuse_protected(place)
    beside = place.with_name(_hidden_name())
    try:
        _fill(beside, content)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _refuse_protected(place: Path) -> None:
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(None, "the file is write-protected")


def _hidden_name() -> str:
    return f".adisteme-{os.urandom(8).hex()}"


def _fill(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)


def write_package(files: Package, folder: Path) -> tuple[Path, ...]:
    """All files into the folder, or none; returns their paths in order.

    Names in ``files`` are relative, with ``/``. Files that stand in the folder under other
    names are left alone.

    Raises:
        NotAFolderError, OutputIsFolderError, CannotWriteError: nothing was changed.
    """
    if folder.exists() and not folder.is_dir():
        raise NotAFolderError(path=folder)
    taken = next((folder / name for name in files if (folder / name).is_dir()), None)
    if taken is not None:
        raise OutputIsFolderError(path=taken)
    with _refusals(folder), _made(folder.resolve()) as place, _stage(place) as stage:
        for name, content in files.items():
            _refuse_protected(place / name)
            _folders(stage / "new" / name)
            _fill(stage / "new" / name, content)
        _publish(tuple(files), stage, place)
    return tuple(folder / name for name in files)


def _folders(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)


@contextmanager
def _made(folder: Path) -> Iterator[Path]:
    """The folder, made with its parents; made ones are removed again when writing fails."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """A hidden folder inside: on the same disk, so that renaming cannot fail half-way."""
    stage = folder / _hidden_name()
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _publish(names: tuple[str, ...], stage: Path, folder: Path) -> None:
    done: list[str] = []
    made: list[Path] = []
    try:
        for name in names:
            made += _missing_parents(folder / name, folder)
            _folders(folder / name)
            done.append(name)
            _exchange(name, stage, folder)
    except BaseException:
        _take_back(done, stage, folder)
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()
        raise


def _missing_parents(path: Path, folder: Path) -> list[Path]:
    between = [parent for parent in path.parents if parent.is_relative_to(folder)]
    return [parent for parent in reversed(between) if not parent.exists()]


def _exchange(name: str, stage: Path, folder: Path) -> None:
    if (folder / name).exists():
        _folders(stage / "old" / name)
        (folder / name).replace(stage / "old" / name)
    (stage / "new" / name).replace(folder / name)


def _take_back(names: list[str], stage: Path, folder: Path) -> None:
    for name in reversed(names):
        if (stage / "old" / name).exists():
            (stage / "old" / name).replace(folder / name)
        elif not (stage / "new" / name).exists():
            (folder / name).unlink(missing_ok=True)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        raise CannotWriteError(path=path, reason=reason(refusal)) from refusal
