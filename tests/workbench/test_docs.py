"""What the pages show is what happens."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import adisteme

from .conftest import ROOT

PAGES = [path for path in sorted(ROOT.glob("docs/*.md")) if ">>>" in path.read_text("utf-8")]
SHOWN = [
    (path, block)
    for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")))
    for block in re.findall(r"```console\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_examples_of_a_page_give_what_the_page_says(path, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert tried > 0
    assert failed == 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder from which the shown commands work, without writing into the tree."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("examples", "tests"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize(("path", "block"), SHOWN, ids=lambda value: getattr(value, "name", ""))
def test_a_command_that_is_shown_prints_what_is_shown(path, block, desk, adisteme, monkeypatch):
    monkeypatch.chdir(desk)
    for shown in re.split(r"^\$ adisteme ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = shown.partition("\n")
        done = adisteme(*shlex.split(command))
        assert done.code == 0, f"{path.name}: {command}: {done.err}"
        assert re.fullmatch(_pattern(expected), _sizeless(done.out)), f"{command}\n{done.out}"


def _pattern(expected: str) -> str:
    """A line ``...`` stands for any number of lines, a trailing … for the rest of its line."""
    lines = _sizeless(expected).splitlines(keepends=True)
    escaped = [_ANY if line == "...\n" else _rest(re.escape(line)) for line in lines]
    return "".join(escaped)


_ANY = r"(?:.*\n)*"


def _rest(line: str) -> str:
    return line.replace("…\\\n", ".*\\\n")


def _sizeless(text: str) -> str:
    return re.sub(r"\(\d+ bytes\)", "(N bytes)", text)


@pytest.mark.parametrize("name", adisteme.__all__)
def test_every_public_name_stands_on_the_page_of_the_workbench_and_says_what_it_is(name):
    page = (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8")
    assert re.search(rf"`(?:adisteme\.)?{name}\b", page)
    assert getattr(adisteme, name).__doc__


def test_the_programmers_door_loads_a_room_when_it_is_first_used():
    rooms = "[name for name in sys.modules if name.partition('.')[0] in ROOMS]"
    script = f"import sys, adisteme; ROOMS = {ROOMS}; print({rooms})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


ROOMS = "'workbench generator forms review amendments parsers lexicon model'.split()"
