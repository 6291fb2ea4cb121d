"""The appendix forms as data: blank and filled, scored, scheduled."""

from forms.blank import appendices
from forms.definitions import (
    CURRENT,
    FormDefinition,
    UnknownFormError,
    catalogue,
    find,
    of_edition,
    scale_of,
    scales,
)

__all__ = [
    "CURRENT",
    "FormDefinition",
    "UnknownFormError",
    "appendices",
    "catalogue",
    "find",
    "of_edition",
    "scale_of",
    "scales",
]
