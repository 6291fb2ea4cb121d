"""What the tests of the workbench share: a run of the command line, a profile to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import messages
from workbench.cli import run

ROOT = Path(__file__).resolve().parents[2]

PROFILE = """\
id: sample
kind: maslikhat
issuer: {kk: Үлгі аудандық мәслихаты, ru: Образцовый районный маслихат}
institution:
  kk: '"Үлгі аудандық мәслихатының аппараты" мемлекеттік мекемесі'
  ru: 'государственное учреждение "Аппарат Образцового районного маслихата"'
region: {kk: Алматы облысы, ru: Алматинская область}
roles:
  unit_head: {kk: аппарат басшысы, ru: руководитель аппарата}
  personnel_service: {kk: персоналды басқару қызметі, ru: служба управления персоналом}
  appointing_authority: {kk: мәслихат төрағасы, ru: председатель маслихата}
signatory:
  post: {kk: Мәслихат төрағасы, ru: Председатель маслихата}
  name: {kk: Б. Үлгібаев, ru: Б. Ульгибаев}
act: {date: 2023-06-26, number: 4-10}
"""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    messages.speak("en")


class Finished:
    """A run that is over: its exit code and what it said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def adisteme(capfd):
    """Run the command line in this process."""

    def started(*arguments: object) -> Finished:
        code = run([str(argument) for argument in arguments])
        return Finished(code, *capfd.readouterr())

    return started


@pytest.fixture
def profile(tmp_path):
    """A sound profile with one spot replaced, as a file."""

    def written(old: str = "", new: str = "") -> Path:
        assert old in PROFILE
        path = tmp_path / "profile.yaml"
        path.write_text(PROFILE.replace(old, new, 1) if old else PROFILE, encoding="utf-8")
        return path

    return written
