"""The table of diagnostics in ``docs/diagnostics.md``, made from ``lexicon/diagnostics.yaml``."""

from __future__ import annotations

import sys
from pathlib import Path

from parsers.findings import Saying, catalogue

BEGINS, ENDS = "<!-- diagnostics -->\n", "<!-- end of diagnostics -->"
_HEAD = "| code | severity | when, and what to do | kk | ru | example |\n"
_RULE = "|---|---|---|---|---|---|\n"


def table() -> str:
    """The codes in the order of the word file, a row each."""
    return _HEAD + _RULE + "".join(_row(code, said) for code, said in catalogue().items())


def _row(code: str, said: Saying) -> str:
    cells = (f"`{code}`", said.severity, said.about, said.kk, said.ru, said.example)
    return f"| {' | '.join(map(_plain, cells))} |\n"


def _plain(words: str) -> str:
    """Words that neither part cells nor are taken for HTML."""
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")


def renewed(page: str) -> str:
    """The page with its table made anew."""
    before, _, rest = page.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return f"{before}{BEGINS}{table()}{ENDS}{after}"


def main(target: str) -> None:
    """Renew the table in a file."""
    path = Path(target)
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
