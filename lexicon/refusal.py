"""Why a phrase cannot be put into a case: the one error of both languages' inflection."""

from __future__ import annotations

from model import AdistemeError


class CannotInflectError(AdistemeError):
    """A phrase that has no case forms we could stand for."""

    template = (
        'Cannot put "%(phrase)s" (%(lang)s) into the %(case)s: %(why)s. '
        "Expected %(expected)s; %(advice)s."
    )
