"""The numbers that an agency's own methodology gives its clauses, by their names."""

from __future__ import annotations

from generator.options import choices
from generator.outline import Selection, chapters
from model import Agency


def settings_of(agency: Agency) -> dict[str, str | int | bool]:
    """What the agency chose, or gets by default, for every option.

    Raises:
        UnknownOptionError, OptionValueError: the profile chooses what is not on offer.
    """
    return {name: choice.value for name, choice in choices(agency).items()}


def clause_numbers(agency: Agency) -> dict[str, str]:
    """The number of every named clause of the methodology as it is drafted for the agency.

    Raises:
        UnknownOptionError, OptionValueError: the profile chooses what is not on offer.
    """
    settings = settings_of(agency) | {"kind": agency.kind}
    selection = Selection(settings, agency.repeals, lambda _: ())
    numbers: dict[str, str] = {}
    first = 1
    for chapter in chapters().values():
        clauses = selection.choose(chapter.clauses, first)
        first += len(clauses)
        numbers |= {one.id: one.number for one in clauses if one.id and one.number}
    return numbers
