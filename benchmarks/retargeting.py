"""How like a re-targeted act is to the one that the other agency really issued."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

import sources

if TYPE_CHECKING:
    from generator.telling import Told
    from model import Act, Agency


def lines() -> Iterator[str]:
    """Every pair of base acts in one language, both ways: copied, and re-targeted.

    Re-targeted with three profiles: the names that the other text tells, these with the options
    that it tells, and the profile in ``examples/`` where the agency has one.
    """
    from generator.telling import told_by  # noqa: PLC0415 - the import is no part of any measure
    from tests.generator.likeness import likeness, measured  # noqa: PLC0415 - as above

    for source, real in permutations(_base_acts(), 2):
        if source.lang != real.lang:
            continue
        told = told_by(real)
        profiles = {
            "names told": _agency(told, chosen=False),
            "names and options told": _agency(told, chosen=True),
            "its profile": _written(real),
        }
        yield f"{source.issuer} -> {real.issuer}"
        yield f"  {'copied':<46}{likeness(source, real)}"
        for name, agency in profiles.items():
            if agency is not None:
                yield f"  {name:<46}{measured(source, agency, real)}"


def _base_acts() -> list[Act]:
    from workbench.reading import read_act  # noqa: PLC0415 - the import is no part of any measure

    acts = [read_act(str(path)) for path in sources.acts()]
    return [act for act in acts if act.role == "base" and act.issuer and _whole(act)]


def _whole(act: Act) -> bool:
    """Whether the act has a methodology and tells who takes part in it."""
    from generator.telling import ROLES, told_by  # noqa: PLC0415 - as above

    methodologies = [one for one in act.attachments if one.kind == "methodology"]
    return bool(methodologies) and set(told_by(act).roles) == set(ROLES)


def _agency(told: Told, *, chosen: bool) -> Agency:
    """The agency that one text tells; the other language is not needed here."""
    from model import Agency, Both  # noqa: PLC0415 - as above
    from model.agency import Roles, Signatory  # noqa: PLC0415 - as above

    def both(words: str | None) -> Both:
        return Both(words or "", words or "")

    return Agency(
        id="told",
        kind=told.kind or "maslikhat",
        issuer=both(told.issuer),
        institution=both(told.institution),
        roles=Roles(**{role: both(name) for role, name in told.roles.items()}),
        terms={term: both(name) for term, name in told.terms.items()},
        signatory=Signatory(both(told.post), both(told.name)),
        options=told.options if chosen else {},
    )


def _written(real: Act) -> Agency | None:
    """The example profile of the agency that issued an act; ``None`` where there is none."""
    from workbench.profiles import load_profile  # noqa: PLC0415 - as above

    every = (load_profile(path) for path in sorted((sources.ROOT / "examples").glob("*.yaml")))
    return next((one for one in every if one.issuer.of(real.lang) == real.issuer), None)
