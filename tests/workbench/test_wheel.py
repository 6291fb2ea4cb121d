"""The program as its users get it: a wheel, in an environment of its own, away from the tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from .conftest import ROOT

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", "__pycache__", "build", "dist", "out", "*.egg-info", ".hypothesis"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The program installed from its wheel; only the libraries are shared with this run."""
    base = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, base / "tree", ignore=LEFT_OUT)
    # --no-deps: the libraries are already here, so that no network is needed for them
    _must(base, sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", "dist", "./tree")
    shutil.rmtree(base / "tree")
    (wheel,) = (base / "dist").glob("adisteme-*.whl")
    home = base / "home"
    venv.create(home, with_pip=False)
    _must(base, sys.executable, "-m", "pip", "--python", home, "install", "-q", "--no-deps", wheel)
    (site,) = home.glob("lib/python*/site-packages")
    # a .pth entry lends the libraries, and no editable install with them
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return home


def _must(folder: Path, *command: object) -> str:
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_code_is_not_that_of_the_tree(installed, tmp_path):
    code = "import model, workbench.cli as c; print(c.__file__)"
    where = _must(tmp_path, installed / "bin" / "python", "-c", code).strip()
    assert Path(where).is_relative_to(installed)


def test_a_whole_package_is_written_from_the_wheel_alone(installed, tmp_path):
    agency = ROOT / "examples" / "shu-maslikhat.yaml"
    adisteme = installed / "bin" / "adisteme"
    _must(tmp_path, adisteme, "generate", "--agency", agency, "-o", "out")
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"decision.kk.docx", "decision.ru.docx", "decision.kk.json", "forms"} <= written
    act = json.loads((tmp_path / "out" / "decision.kk.json").read_text(encoding="utf-8"))
    assert act["issuer"] == "Шу аудандық мәслихаты"


def test_the_messages_come_along(installed, tmp_path):
    said = _must(tmp_path, installed / "bin" / "adisteme", "--ui", "kk", "--help")
    assert "Қолданылуы:" in said


def test_every_data_file_of_the_tree_is_in_the_wheel(installed):
    (site,) = installed.glob("lib/python*/site-packages")
    rooms = [path.parent for path in ROOT.glob("*/__init__.py")]
    data = {
        path.relative_to(ROOT)
        for room in rooms
        for path in room.rglob("*")
        if path.is_file() and path.suffix in {".yaml", ".json", ".docx", ".po", ".mo", ".py"}
    }
    assert [str(path) for path in sorted(data) if not (site / path).exists()] == []
