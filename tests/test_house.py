"""The rules of the house, checked on the tree itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import reference
from workbench.commands import adisteme

ROOT = Path(__file__).resolve().parents[1]
# From the top of the house to its foundation: imports point downwards only.
ROOMS = ["workbench", "generator", "forms", "review", "amendments", "parsers", "lexicon", "model"]
CODE = sorted(
    path
    for place in (*ROOMS, "benchmarks")
    for path in (ROOT / place).rglob("*.py")
    if "__pycache__" not in path.parts
)
CODE += [ROOT / "adisteme.py", ROOT / "tasks.py"]
TEXTS = sorted(
    path
    for path in (
        *CODE,
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("examples/*"),
        *ROOT.glob(".ci/*"),
        *ROOT.glob("tests/**/*.py"),
        *(path for room in ROOMS for path in (ROOT / room).rglob("*.yaml")),
        *ROOT.glob("workbench/locale/**/*.po"),
        ROOT / "pyproject.toml",
    )
)


def place(path):
    return str(path.relative_to(ROOT))


def docstrings(tree):
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr):
            yield id(node.body[0].value)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


@pytest.mark.parametrize("path", CODE, ids=place)
def test_words_are_data_and_no_code_holds_cyrillic_strings(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart = set(docstrings(tree))
    # A command's docstring is its help and ends in a line to paste, so it may quote a phrase.
    found = [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in apart
        and re.search(r"[\u0400-\u052f]", node.value)
        and not _is_help(node.value)
    ]
    assert found == []


def _is_help(value):
    return value.rstrip().rpartition("\n")[2].strip().startswith("adisteme ")


@pytest.mark.parametrize("path", [p for p in CODE if p.parts[len(ROOT.parts)] in ROOMS], ids=place)
def test_imports_point_downwards_only(path):
    room = path.relative_to(ROOT).parts[0]
    allowed = ROOMS[ROOMS.index(room) :]
    upwards = [name for name in _imported(path) if name in ROOMS and name not in allowed]
    assert upwards == []


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)


# Spelt in pieces, so that this file does not find itself.
UNFINISHED = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r"\b")
MACHINE = re.compile(r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot"]) + r")/")


@pytest.mark.parametrize("path", TEXTS, ids=place)
def test_nothing_is_left_unfinished_and_no_machine_is_named(path):
    text = path.read_text(encoding="utf-8")
    assert UNFINISHED.findall(text) == []
    assert MACHINE.findall(text) == []


def test_every_module_says_what_it_is_for():
    silent = [
        place(path) for path in CODE if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_the_reference_of_the_commands_is_fresh():
    kept = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert kept == reference.page(), "run: python3 tasks.py docs"


def commands(command, path):
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}")


@pytest.mark.parametrize(("path", "command"), [*commands(adisteme, "adisteme")], ids=str)
def test_a_command_is_documented_and_its_help_ends_in_a_line_to_paste(path, command):
    kept = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"\n## {path}\n" in kept
    last = command.english.splitlines()[-1]
    assert last.startswith(path if not hasattr(command, "commands") else "adisteme ")
    assert len(last) < 90


def test_every_page_that_is_linked_exists():
    missing = [
        f"{place(page)}: {target}"
        for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_page_and_the_readme_leads_to_it(room):
    assert (ROOT / "docs" / f"{room}.md").exists()
    assert f"(docs/{room}.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_programmers_door_lists_each_public_name_once_and_each_is_there():
    import adisteme as door  # noqa: PLC0415 - the name of a command group above

    assert door.__all__ == sorted(door.__all__) == list(vars(door)["_HOMES"])
    assert [name for name in door.__all__ if not callable(getattr(door, name))] == []


def test_the_developers_door_says_what_it_needs_on_an_old_python():
    """Old Pythons must be able to read the script in order to be told that they are too old."""
    source = (ROOT / "tasks.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    old = source.replace("sys.version_info < OLDEST", "True", 1)
    done = subprocess.run(
        [sys.executable, "-c", old.replace("__file__", repr(str(ROOT / "tasks.py"))), "test"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "the project needs 3.11 or newer" in done.stdout


def test_the_developers_door_lists_its_tasks():
    done = subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), "nonsense"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    for task in ("demo", "test", "lint", "bench", "docs", "catalogues"):
        assert f"tasks.py {task} " in done.stdout
