"""The rules in their order, and the one function that tries them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from model import Act
from model.bilingual import BilingualAct
from parsers.align import align
from review import (
    amending,
    authenticity,
    conforming,
    conforming_tables,
    conforming_words,
    definitions,
    figures,
    numbering,
    references,
    requisites,
    style,
    tables,
)
from review.case import Case, case_of
from review.catalogue import Ui, switched_on
from review.findings import Finding, Remark, worded

# A rule looks at a case and says what it has met; its words and its article stand in rules.yaml.
RULES: Mapping[str, Callable[[Case], Iterator[Remark]]] = {
    "clauses-numbered": numbering.clauses_numbered,
    "chapters-numbered": numbering.chapters_numbered,
    "paragraphs-numbered": numbering.paragraphs_numbered,
    "subclauses-numbered": numbering.subclauses_numbered,
    "headings-there": numbering.headings_there,
    "definitions-in-order": definitions.definitions_in_order,
    "title-without-stop": style.title_without_stop,
    "no-marks-before-entries": style.no_marks_before_entries,
    "abbreviations-once": style.abbreviations_once,
    "abbreviations-first": style.abbreviations_first,
    "abbreviations-used": style.abbreviations_used,
    "references-lead": references.references_lead,
    "appendices-in-order": references.appendices_in_order,
    "appendices-numbered": references.appendices_numbered,
    "title-names-amended-act": amending.title_names_amended_act,
    "changes-before-additions": amending.changes_before_additions,
    "whole-redaction": amending.whole_redaction,
    "enacting-word": requisites.enacting_word_there,
    "body-of-act": requisites.body_issues_such_acts,
    "signed": requisites.signed,
    "same-elements": authenticity.same_elements,
    "same-order": authenticity.same_order,
    "same-entries": authenticity.same_entries,
    "same-figures": figures.same_figures,
    "same-references": figures.same_references,
    "same-measures": figures.same_measures,
    "same-tables": tables.same_tables,
    "same-requisites": authenticity.same_requisites,
    "same-definitions": definitions.definitions_alike,
    "model-chapters": conforming.chapters_there,
    "model-clauses": conforming.clauses_there,
    "model-entries": conforming.entries_there,
    "model-order": conforming.chapters_in_order,
    "model-appendices": conforming.appendices_there,
    "model-numbers": conforming.appendices_numbered_alike,
    "model-figures": conforming_words.figures_kept,
    "model-references": conforming_words.references_kept,
    "model-references-given": conforming_words.references_given,
    "model-measures": conforming_words.measures_kept,
    "model-meaning": conforming_words.meaning_kept,
    "model-tables": conforming_tables.tables_kept,
    "model-other-bodies": conforming.other_bodies,
    "model-additions": conforming.additions,
    "model-further-rows": conforming_tables.further_rows,
    "model-further-figures": conforming_words.further_figures,
}

# Those that compare the two texts of an act.
PAIR_RULES = tuple(name for name in RULES if name.startswith("same-"))


def review(
    act: Act,
    counterpart: Act | None = None,
    *,
    model: Act | None = None,
    switches: Mapping[str, bool] | None = None,
    ui: Ui | None = None,
) -> tuple[Finding, ...]:
    """What the drafting law finds wrong with ``act``, by rule and then by place; empty: nothing.

    With ``counterpart``, the text in the other language, the authenticity of the two is reviewed
    too; the counterpart's own text is not. With ``model``, the text of a model act in the language
    of ``act``, its conformity is reviewed: what it lacks and says otherwise. ``switches`` turns
    rules on or off by name against what ``rules.yaml`` says; ``ui`` is the language of the
    messages (the act's own by default). No act is changed.

    Raises:
        AlignmentError: both texts are in one language.
        OtherLanguageError: the model is in the other language.
        UnknownRuleError: ``switches`` names a rule that does not exist.
    """
    case = case_of(act, both_of(act, counterpart), model)
    return tuple(_findings(case, switches or {}, ui or act.lang))


def both_of(act: Act, counterpart: Act | None) -> BilingualAct | None:
    """The text with its counterpart, in whichever order they come; ``None`` without one.

    Raises:
        AlignmentError: both texts are in one language.
    """
    if counterpart is None:
        return None
    return align(act, counterpart) if act.lang == "kk" else align(counterpart, act)


def _findings(case: Case, switches: Mapping[str, bool], ui: Ui) -> Iterator[Finding]:
    on = switched_on(switches)
    for name, judge in RULES.items():
        if name not in on or not on[name].holds_for(case.act):
            continue
        for remark in judge(case):
            sentence = on[name].says[remark.says].of(ui)
            yield Finding(
                rule=name,
                severity=on[name].severity,
                article=on[name].article,
                target=remark.target,
                message=worded(sentence, remark.fields, ui),
                span=remark.span,
                sides=remark.sides,
                beside=remark.beside,
                law=on[name].law,
            )
