"""The programmer's door: the public functions of the house, loaded when first used.

>>> import adisteme
>>> act = adisteme.parse("decision.txt")                          # doctest: +SKIP
>>> agency = adisteme.load_profile("examples/shu-maslikhat.yaml")  # doctest: +SKIP
>>> files = adisteme.generate(agency)                             # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forms import appendices as form_appendices
    from forms import catalogue as forms
    from forms import find as find_form
    from forms.blank import blank as blank_form
    from generator.embedded import embedded
    from generator.render import check_template, render, render_attachment
    from generator.retarget import retarget
    from lexicon.explain import explain
    from lexicon.inflection import inflect, paradigm
    from model import Act, AdistemeError, Agency
    from model.codec import from_json, json_schema, to_json
    from parsers import align, as_text, outline
    from review import review
    from workbench.drafting import Wishes, acts_for, generate
    from workbench.profiles import load_profile
    from workbench.reading import parse
    from workbench.writing import write_package

__all__ = [
    "Act",
    "AdistemeError",
    "Agency",
    "Wishes",
    "acts_for",
    "align",
    "as_text",
    "blank_form",
    "check_template",
    "embedded",
    "explain",
    "find_form",
    "form_appendices",
    "forms",
    "from_json",
    "generate",
    "inflect",
    "json_schema",
    "load_profile",
    "outline",
    "paradigm",
    "parse",
    "render",
    "render_attachment",
    "retarget",
    "review",
    "to_json",
    "write_package",
]

_HOMES = {
    "Act": "model:Act",
    "AdistemeError": "model:AdistemeError",
    "Agency": "model:Agency",
    "Wishes": "workbench.drafting:Wishes",
    "acts_for": "workbench.drafting:acts_for",
    "align": "parsers:align",
    "as_text": "parsers:as_text",
    "blank_form": "forms.blank:blank",
    "check_template": "generator.render:check_template",
    "embedded": "generator.embedded:embedded",
    "explain": "lexicon.explain:explain",
    "find_form": "forms:find",
    "form_appendices": "forms:appendices",
    "forms": "forms:catalogue",
    "from_json": "model.codec:from_json",
    "generate": "workbench.drafting:generate",
    "inflect": "lexicon.inflection:inflect",
    "json_schema": "model.codec:json_schema",
    "load_profile": "workbench.profiles:load_profile",
    "outline": "parsers:outline",
    "paradigm": "lexicon.inflection:paradigm",
    "parse": "workbench.reading:parse",
    "render": "generator.render:render",
    "render_attachment": "generator.render:render_attachment",
    "retarget": "generator.retarget:retarget",
    "review": "review:review",
    "to_json": "model.codec:to_json",
    "write_package": "workbench.writing:write_package",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - functions and types of many rooms
    """The public name, from the room where it lives."""
    if name not in _HOMES:
        message = f"module 'adisteme' has no attribute {name!r}"
        raise AttributeError(message)
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
