"""The programmer's door: the public functions of the house, loaded when first used.

>>> import adisteme
>>> act = adisteme.parse("decision.txt")                           # doctest: +SKIP
>>> agency = adisteme.load_profile("examples/shu-maslikhat.yaml")  # doctest: +SKIP
>>> files = adisteme.generate(agency)                              # doctest: +SKIP
>>> amended = adisteme.amend(act, adisteme.parse("amending.txt"))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amendments import (
        Options,
        apply,
        as_of,
        differences,
        redactions,
        renumbered,
        with_operations,
        write_instruction,
    )
    from amendments.drafting import draft_operations
    from forms import appendices as form_appendices
    from forms import catalogue as forms
    from forms import find as find_form
    from forms.blank import blank as blank_form
    from generator.amending import amending_act
    from generator.comparative import comparative_table
    from generator.consolidated import consolidated
    from generator.embedded import embedded
    from generator.render import check_template, render, render_attachment
    from generator.retarget import retarget
    from generator.telling import told_by
    from generator.tracked import tracked
    from lexicon.explain import explain
    from lexicon.inflection import inflect, paradigm
    from model import Act, AdistemeError, Agency
    from model.codec import from_json, json_schema, to_json
    from parsers import align, as_text, outline
    from review import review
    from workbench.amending import amend, compare, draft_amendment
    from workbench.drafting import Wishes, acts_for, generate
    from workbench.profiles import load_profile
    from workbench.reading import parse, parse_all
    from workbench.writing import write_package

__all__ = [
    "Act",
    "AdistemeError",
    "Agency",
    "Options",
    "Wishes",
    "acts_for",
    "align",
    "amend",
    "amending_act",
    "apply",
    "as_of",
    "as_text",
    "blank_form",
    "check_template",
    "comparative_table",
    "compare",
    "consolidated",
    "differences",
    "draft_amendment",
    "draft_operations",
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
    "parse_all",
    "redactions",
    "render",
    "render_attachment",
    "renumbered",
    "retarget",
    "review",
    "to_json",
    "told_by",
    "tracked",
    "with_operations",
    "write_instruction",
    "write_package",
]

_HOMES = {
    "Act": "model:Act",
    "AdistemeError": "model:AdistemeError",
    "Agency": "model:Agency",
    "Options": "amendments:Options",
    "Wishes": "workbench.drafting:Wishes",
    "acts_for": "workbench.drafting:acts_for",
    "align": "parsers:align",
    "amend": "workbench.amending:amend",
    "amending_act": "generator.amending:amending_act",
    "apply": "amendments:apply",
    "as_of": "amendments:as_of",
    "as_text": "parsers:as_text",
    "blank_form": "forms.blank:blank",
    "check_template": "generator.render:check_template",
    "comparative_table": "generator.comparative:comparative_table",
    "compare": "workbench.amending:compare",
    "consolidated": "generator.consolidated:consolidated",
    "differences": "amendments:differences",
    "draft_amendment": "workbench.amending:draft_amendment",
    "draft_operations": "amendments.drafting:draft_operations",
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
    "parse_all": "workbench.reading:parse_all",
    "redactions": "amendments:redactions",
    "render": "generator.render:render",
    "render_attachment": "generator.render:render_attachment",
    "renumbered": "amendments:renumbered",
    "retarget": "generator.retarget:retarget",
    "review": "review:review",
    "to_json": "model.codec:to_json",
    "told_by": "generator.telling:told_by",
    "tracked": "generator.tracked:tracked",
    "with_operations": "amendments:with_operations",
    "write_instruction": "amendments:write_instruction",
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


if __name__ == "__main__":  # python -m adisteme is the console script
    from workbench.cli import main

    main()
