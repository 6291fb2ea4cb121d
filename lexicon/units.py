"""Structural units of an act in both languages: their words, numbers, forms and addresses."""

from lexicon.addresses import EmptyTargetError, say
from lexicon.unit_words import (
    Unit,
    UnitForm,
    UnknownUnitError,
    heading,
    unit,
    unit_forms,
    units,
)

__all__ = [
    "EmptyTargetError",
    "Unit",
    "UnitForm",
    "UnknownUnitError",
    "heading",
    "say",
    "unit",
    "unit_forms",
    "units",
]
