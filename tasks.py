"""The developer's door: sets everything up by itself, then does one task.

Needs Python 3.11 or newer and nothing else:

    python3 tasks.py demo        write a complete bilingual package into out/
    python3 tasks.py test        run the tests
    python3 tasks.py lint        check style and types
    python3 tasks.py bench       measure against floors of the same run
    python3 tasks.py fuzz        damage acts at random for a while (--minutes N)
    python3 tasks.py docs        write docs/commands.md anew
    python3 tasks.py catalogues  compile the messages (workbench/locale)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
MARK = HOME / ".made-for"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
DEMO_AGENCY = HERE / "examples" / "shu-maslikhat.yaml"

TOO_OLD = """This Python is {met}; the project needs {oldest} or newer.
Install it (on Debian or Ubuntu: apt install python3.11 python3.11-venv) and run
    python3.11 tasks.py {task}"""
NO_VENV = """The environment {home} could not be made (exit code {code}; see above).
On Debian and Ubuntu the missing part is usually: apt install python3-venv"""
NO_PIP = """The project's packages could not be installed (exit code {code}; see above).
Expected: access to a package index. Check the network or PIP_INDEX_URL, then repeat."""

# What each file of a package is, by the end of its name.
KINDS = (
    ("decision.kk.docx", "the act in Kazakh with its methodology and forms, ready to sign"),
    ("decision.ru.docx", "the act in Russian with its methodology and forms, ready to sign"),
    ("decision.kk.json", "the same Kazakh act as data"),
    ("decision.ru.json", "the same Russian act as data"),
    (".kk.docx", "a blank form in Kazakh"),
    (".ru.docx", "a blank form in Russian"),
)


def main() -> int:
    """The exit code of the task that the command line names."""
    task = sys.argv[1] if len(sys.argv) > 1 else ""
    if task not in TASKS:
        print(__doc__)
        return 0 if task in {"-h", "--help"} else 2
    if sys.version_info < OLDEST:
        print(TOO_OLD.format(met=_dotted(sys.version_info[:2]), oldest=_dotted(OLDEST), task=task))
        return 2
    _set_up()
    return TASKS[task](sys.argv[2:])


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def _set_up() -> None:
    """The environment in .venv, made anew only when the project's needs have changed."""
    wanted = _fingerprint()
    if PYTHON.exists() and MARK.exists() and MARK.read_text() == wanted:
        return
    print(f"Setting up {HOME.name} (this takes a minute, once) ...", flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    _must(NO_VENV, sys.executable, "-m", "venv", HOME)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check")
    _must(NO_PIP, *pip, "install", "--quiet", "--editable", f"{HERE}[dev]")
    MARK.write_text(wanted)


def _fingerprint() -> str:
    needs = (HERE / "pyproject.toml").read_bytes() + sys.version.encode()
    return hashlib.sha256(needs).hexdigest()


def _must(complaint: str, *command: object) -> None:
    code = _run(*command)
    if code:
        sys.exit(complaint.format(home=HOME, code=code))


def _run(*command: object, silent: bool = False) -> int:
    shown = subprocess.DEVNULL if silent else None
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=HERE, check=False, stdout=shown).returncode


def demo(_: list[str]) -> int:
    """Write a complete package for the example agency and say what each file is."""
    folder = HERE / "out" / DEMO_AGENCY.stem
    profile = DEMO_AGENCY.relative_to(HERE)
    print(f"adisteme generate --agency {profile} -o {folder.relative_to(HERE)}\n", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    command = (BIN / "adisteme", "generate", "--agency", profile, "-o", folder)
    code = _run(*command, silent=True)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = f"{path.stat().st_size:>9,} bytes"
        print(f"{path.relative_to(HERE)!s:<46}{size}  {_kind(path.name)}")
    return code


def _kind(name: str) -> str:
    return next((words for end, words in KINDS if name.endswith(end)), "")


def test(arguments: list[str]) -> int:
    """Run the tests."""
    return _run(PYTHON, "-m", "pytest", *arguments)


def lint(_: list[str]) -> int:
    """Check style, layout and types; all three, so that one run shows everything."""
    checks = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    return max(_run(PYTHON, "-m", *check) for check in checks)


def bench(arguments: list[str]) -> int:
    """Measure."""
    return _run(PYTHON, HERE / "benchmarks" / "bench.py", *arguments)


def fuzz(arguments: list[str]) -> int:
    """Damage acts at random: each must be read with its account, or refused by name."""
    return _run(PYTHON, HERE / "tests" / "fuzz" / "long_run.py", *arguments)


def docs(_: list[str]) -> int:
    """Write the reference of the commands anew."""
    return _run(PYTHON, "-m", "workbench.reference", HERE / "docs" / "commands.md")


def catalogues(_: list[str]) -> int:
    """Gather the messages from the code and compile their translations."""
    return _run(PYTHON, "-m", "workbench.catalogues")


TASKS = {task.__name__: task for task in (demo, test, lint, bench, fuzz, docs, catalogues)}

if __name__ == "__main__":
    sys.exit(main())
