"""Structural units of an act in both languages: their words, numbers, forms and addresses."""

from lexicon.addresses import EmptyTargetError, say, say_all
from lexicon.unit_words import (
    Unit,
    UnitForm,
    UnknownUnitError,
    heading,
    unit,
    unit_forms,
    unit_list,
    units,
)

__all__ = [
    "EmptyTargetError",
    "Unit",
    "UnitForm",
    "UnknownUnitError",
    "heading",
    "say",
    "say_all",
    "unit",
    "unit_forms",
    "unit_list",
    "units",
]
