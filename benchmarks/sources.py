"""What is measured on: acts in every form, and one act made as long as the longest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_NUMBER = "{number}"
sys.path.insert(0, str(ROOT))


def acts() -> list[Path]:
    """The real acts, where there are any beside the project, else the fixtures."""
    beside = os.environ.get("ADISTEME_ACTS", str(ROOT.parent / "shared" / "acts"))
    for folder in (Path(beside), ROOT / "tests" / "fixtures" / "acts"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found
    return []


def named(part: str) -> bytes:
    """The act whose file name has ``part`` in it; the first one where none has."""
    paths = acts()
    return next((path for path in paths if part in path.name), paths[0]).read_bytes()


def page(act: bytes) -> bytes:
    """The act as a saved page of the portal."""
    from tests.parsers.copies import as_page  # noqa: PLC0415 - the import is no part of a measure

    return as_page(_parsed(act))


def word(act: bytes) -> bytes:
    """The act as a Word file."""
    from tests.parsers.copies import as_docx  # noqa: PLC0415 - the import is no part of a measure

    return as_docx(_parsed(act))


def pdf(act: bytes) -> bytes | None:
    """The act as a PDF printed from Word; ``None`` where LibreOffice is missing."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "act.docx"
        source.write_bytes(word(act))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            program,
            "--headless",
            profile,
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            source,
        ]
        subprocess.run(command, check=True, capture_output=True)
        return (Path(folder) / "act.pdf").read_bytes()


def _parsed(act: bytes):  # noqa: ANN202 - an Act, whose import is no part of a measure
    import adisteme  # noqa: PLC0415 - the import is no part of a measure

    return adisteme.parse(act)


def long_act(size: int) -> bytes:
    """A decision with a methodology of so many clauses that it has about ``size`` bytes.

    The file's last clause, which has its number in braces, is repeated.
    """
    whole = (HERE / "decision.ru.txt").read_text(encoding="utf-8")
    head, _, clause = whole.partition(_NUMBER)
    clause = _NUMBER + clause
    times = max(1, (size - len(head.encode())) // len(clause.encode()))
    clauses = (clause.replace(_NUMBER, str(number)) for number in range(1, times + 1))
    return (head + "\n".join(clauses)).encode()
