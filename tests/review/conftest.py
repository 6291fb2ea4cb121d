"""The command ``adisteme review`` for every test of it."""

from __future__ import annotations

import pytest

from workbench import messages
from workbench.cli import run


@pytest.fixture
def reviewed(capfd, monkeypatch):
    """Run the command in this process: exit code, output, complaints."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    messages.speak("en")

    def started(*arguments):
        code = run(["review", *arguments])
        return (code, *capfd.readouterr())

    return started
