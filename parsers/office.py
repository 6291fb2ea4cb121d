"""RTF, DOC and OpenDocument files: LibreOffice makes a DOCX of them, and that is read.

LibreOffice is started for one file at a time, with a profile of its own in a private folder, with
macros and linked content off, and with a limit of time and of what it may give back.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from parsers.errors import BinarySourceError, TooLargeError
from parsers.manuscript import Manuscript
from parsers.office_errors import ConversionError, LockedDocumentError, NoLibreOfficeError
from parsers.office_kinds import Kind, is_locked, is_office, kind_of
from parsers.word import read_word

__all__ = ["as_docx", "is_office", "office_program", "read_office"]

SIZE_LIMIT = 64_000_000  # bytes, of the file and of the DOCX made of it
SECONDS = 60.0
_UNPACKED_LIMIT = 256_000_000
_NAMES = ("soffice", "libreoffice")
_PLACES = (  # where the installers put it when they do not put it on the path
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_FILTER = "docx:MS Word 2007 XML"
_OFF = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "DisableActiveContent": "true",
    "BlockUntrustedRefererLinks": "true",
}
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def read_office(
    data: bytes, name: str, changes: Literal["accepted", "original"] = "accepted"
) -> Manuscript:
    """The text of an office file, by way of the DOCX that LibreOffice makes of it.

    Raises:
        LockedDocumentError: the document has a password.
        NoLibreOfficeError: LibreOffice is not on this computer.
        ConversionError: LibreOffice gave no document, or not in time.
        BinarySourceError: an office file of another kind, such as a table or a presentation.
        TooLargeError, BrokenDocumentError.
    """
    return read_word(as_docx(data, name), name, changes)


def as_docx(data: bytes, name: str) -> bytes:
    """The DOCX that LibreOffice makes of an office file.

    Raises:
        LockedDocumentError, NoLibreOfficeError, ConversionError, BinarySourceError, TooLargeError.
    """
    _check_size(data, name)
    if is_locked(data):
        raise LockedDocumentError(name=name)
    kind = kind_of(data)
    if kind is None:
        raise BinarySourceError(name=name, kind="an old Office file without a text document")
    program = office_program()
    if program is None:
        raise NoLibreOfficeError(name=name, kind=kind)
    return _converted(program, data, kind, name)


def office_program() -> str | None:
    """Where LibreOffice is; ``None`` where it is not found."""
    on_path = (shutil.which(program) for program in _NAMES)
    installed = (place for place in _PLACES if Path(place).is_file())
    return next((found for found in on_path if found), None) or next(installed, None)


def _check_size(data: bytes, name: str) -> None:
    if len(data) > SIZE_LIMIT:
        raise TooLargeError(name=name, size=len(data), limit=SIZE_LIMIT)
    unpacked = _unpacked_size(data)
    if unpacked > _UNPACKED_LIMIT:
        raise TooLargeError(name=name, size=unpacked, limit=_UNPACKED_LIMIT)


def _unpacked_size(data: bytes) -> int:
    """What an archive says it unpacks to; 0 for a file that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0


def _converted(program: str, data: bytes, kind: Kind, name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="adisteme-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source = folder / f"source.{kind.lower()}"
        source.write_bytes(data)
        _without_macros(folder / "profile")
        try:
            _run(_command(program, folder, source), folder)
        except subprocess.TimeoutExpired as error:
            detail = f"it was not done after {SECONDS:.0f} seconds"
            raise ConversionError(name=name, kind=kind, detail=detail) from error
        except OSError as error:
            raise ConversionError(name=name, kind=kind, detail="it did not start") from error
        return _result(folder / "made" / "source.docx", kind, name)


def _command(program: str, folder: Path, source: Path) -> list[str]:
    return [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        "--convert-to", _FILTER, "--outdir", str(folder / "made"), str(source),
    ]  # fmt: skip


def _without_macros(profile: Path) -> None:
    """A fresh profile in which neither macros nor links to other places are followed."""
    settings = "".join(_SETTING.format(key, value) for key, value in _OFF.items())
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        _SETTINGS.format(settings), encoding="utf-8"
    )


def _run(command: list[str], folder: Path) -> None:
    """Run to the end or to the limit of time; nothing that was started stays behind."""
    environment = {
        **os.environ,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "SAL_USE_VCLPLUGIN": "svp",
    }
    with _started(command, environment) as process:
        process.wait(timeout=SECONDS)


@contextmanager
def _started(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - the program is found by us, its arguments are ours
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started: its first process is only a starter."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):  # all of them are done
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


def _result(made: Path, kind: Kind, name: str) -> bytes:
    if not made.is_file():
        raise ConversionError(name=name, kind=kind, detail="it found no document in it")
    size = made.stat().st_size
    if size > SIZE_LIMIT:
        raise TooLargeError(name=name, size=size, limit=SIZE_LIMIT)
    return made.read_bytes()
