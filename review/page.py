"""The table of rules in ``docs/review.md``, made from ``rules.yaml``."""

from __future__ import annotations

import sys
from pathlib import Path

from review.catalogue import LAW, Rule, catalogue

BEGINS, ENDS = "<!-- rules -->\n", "<!-- end of rules -->"
_HEAD = "| rule | demands | article | since | severity | on |\n|---|---|---|---|---|---|\n"


def table() -> str:
    """The rules in their order, a row each."""
    return _HEAD + "".join(_row(name, rule) for name, rule in catalogue().items())


def _row(name: str, rule: Rule) -> str:
    switch = "yes" if rule.switch else "no"
    article = rule.article if rule.law == LAW else f"{rule.article} ({rule.law})"
    cells = (f"`{name}`", rule.about.en, article, rule.since, rule.severity, switch)
    return f"| {' | '.join(cells)} |\n"


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
