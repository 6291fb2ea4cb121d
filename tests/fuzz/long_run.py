"""The same claims as in the suite, on all acts, for as long as is asked for.

    python3 tasks.py fuzz --minutes 15

Ends with 1 and prints the smallest damage that was found where a claim does not hold.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from itertools import cycle
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

import claims
from damaging import damaged, damages
from whole_acts import FORMS

_ROUND = 25  # examples between two looks at the clock


def main() -> int:
    """0 where nothing was found, else 1."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--minutes", type=float, default=5)
    reader.add_argument("--seed", type=int, default=None)
    asked = reader.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - no secret depends on it
    ends = time.monotonic() + 60 * asked.minutes
    rounds, found = 0, set()
    for form in cycle(FORMS):
        if time.monotonic() > ends:
            break
        rounds += 1
        number = chance.getrandbits(32)
        fault = _fault(form, number, ends)
        if fault and fault.partition("\n")[0] not in found:
            found.add(fault.partition("\n")[0])
            sys.stdout.write(f"--- {form}, seed {number}\n{fault}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{rounds * _ROUND} examples at most, different faults: {len(found)}\n")
    return int(bool(found))


def _fault(form: str, number: int, ends: float) -> str | None:
    """What went wrong in one round, the place first; ``None`` where nothing did."""
    try:
        _round(form, number, ends)
    except (Exception, claims.TooSlow) as error:  # noqa: BLE001 - any crash is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        notes = "\n".join(getattr(error, "__notes__", ()))
        place = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        return (
            f"{place}\n{error!s:.300}\n{notes}\n{''.join(traceback.format_exception(error)[-12:])}"
        )
    return None


def _round(form: str, number: int, ends: float) -> None:
    sources, in_form = FORMS[form]

    @seed(number)
    @settings(
        max_examples=_ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(sorted(sources())), damages())
    def holds(name, changes):
        if time.monotonic() < ends:
            claims.check(in_form(name, lambda whole: damaged(whole, changes)))

    holds()


if __name__ == "__main__":
    sys.exit(main())
