"""How like a re-targeted act is to the act that the agency really issued, clause by clause.

Run on two folders' worth of real acts: ``python tests/generator/likeness.py ONE TWO P1 P2``, two
acts of one language and the profiles of their agencies; both directions are measured.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.retarget import retargeted  # noqa: E402 - the tree itself is measured
from generator.retarget_norms import clauses_of, texts_of  # noqa: E402
from model import Act, Agency  # noqa: E402

ALIKE = 0.95


class Likeness(NamedTuple):
    mean: float
    alike: int
    clauses: int

    def __str__(self):
        return f"{self.mean:.3f}, {self.alike} of {self.clauses} clauses from {ALIKE} on"


def said(act: Act) -> list[str]:
    return [" ".join(texts_of(clause)) for clause in clauses_of(act)]


def likeness(act: Act, real: Act) -> Likeness:
    """Every clause of the real act against the clause of ``act`` that is most like it."""
    own = said(act)
    best = [max(ratio(clause, one) for one in own) for clause in said(real)]
    return Likeness(sum(best) / len(best), sum(score >= ALIKE for score in best), len(best))


def ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def measured(
    source: Act, agency: Agency, real: Act, source_agency: Agency | None = None
) -> Likeness:
    return likeness(retargeted(source, agency, source_agency).act, real)


def main(paths):
    from workbench.profiles import load_profile  # noqa: PLC0415 - only from the command line
    from workbench.reading import read_act  # noqa: PLC0415

    one, two = (read_act(path) for path in paths[:2])
    first, second = (load_profile(path) for path in paths[2:4])
    directions = (("there", one, first, two, second), ("back", two, second, one, first))
    for name, source, old, real, agency in directions:
        print(f"{name}, copied:       {likeness(source, real)}")  # noqa: T201 - a script
        print(f"{name}, text alone:   {measured(source, agency, real)}")  # noqa: T201
        print(f"{name}, with profile: {measured(source, agency, real, old)}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
