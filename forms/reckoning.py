"""From a person's data to the figures of the form: each method fills the places that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from forms.definitions import FixedRow, FormDefinition, find
from forms.fields import is_yes, same, words
from forms.findings import Finding, figure, finding
from forms.period import QUARTERS, Service, quarter_name
from forms.record import Record
from forms.rules import Rules, rules_of
from forms.scoring import (
    Indicator,
    Quarter,
    Scored,
    score_attained,
    score_indicators,
    score_ranking,
)
from forms.survey import Competence, Respondent, Survey, questions, score_survey
from lexicon.template import render_template
from model import Both, Lang
from model.act import Value

_SOME_YEAR = 2000  # where the data name no year, no date within it is looked at either


class Reckoned(Value, frozen=True):
    """A record with every figure that the program works out.

    ``score`` is ``None`` for a form without one, or where an error stands in the way; ``chart``
    are the competences of a result form.
    """

    record: Record
    findings: tuple[Finding, ...] = ()
    score: Decimal | None = None
    result: Both | None = None
    chart: tuple[Competence, ...] = ()


def reckon(form: FormDefinition, record: Record) -> Reckoned:
    """The record with what the form's method makes of it; nothing given is changed.

    A form without a method only gets its joined texts. Errors are findings in the result.

    Raises:
        UnknownEditionError: the form's edition has no rules of scoring.
    """
    whole = named(record)
    method = _METHODS.get(form.method or "")
    if method is None:
        return Reckoned(whole)
    done = method(form, whole, rules_of(form.edition))
    return replace(done, findings=tuple(_located(one, record) for one in done.findings))


def _located(one: Finding, record: Record) -> Finding:
    """The finding with the cell that it speaks of, or another of the same row."""
    row = one.fields.get("row")
    if row is None or one.cell is not None:
        return one
    quarter = next((q for q in QUARTERS if quarter_name(q) == one.fields.get("period")), None)
    keys = [f"{key}-{quarter}" for key in ("mark", "percent", "actual", "planned")]
    names = [f"{key}/{row}" for key in (*keys, "mark", "answer", "indicator")]
    return replace(one, cell=next((record.cells[n] for n in names if n in record.cells), None))


def named(record: Record) -> Record:
    """The record with the texts that are made of others: name with post, the period of a year."""
    made: dict[str, Both] = {}
    year = record.text("year")
    if year and "period" not in record.values:
        made["period"] = _joined("year", {"year": same(year)})
    person, post = record.values.get("person"), record.values.get("post")
    if person is not None:
        made["person-post"] = (
            _joined("joined", {"person": person, "post": post}) if post else person
        )
    return record.having(made)


def _joined(name: str, named: Mapping[str, Both | None]) -> Both:
    def of(lang: Lang) -> str:
        told = {key: both.of(lang) if both else "" for key, both in named.items()}
        return render_template(words(name).of(lang), lambda slot: told[slot.name])

    return Both(of("kk"), of("ru"))


def service_of(record: Record) -> Service:
    """When the person was in post, as the data say."""
    since, until = record.text("since"), record.text("until")
    return Service(
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )


def _year(record: Record) -> int:
    year = record.number("year")
    return int(year) if year else _SOME_YEAR


def _indicators(_form: FormDefinition, record: Record, rules: Rules) -> Reckoned:
    listed = [_indicator(record, row) for row in range(1, record.rows() + 1)]
    dated = record.text("year") is not None
    service = service_of(record) if dated else Service()
    scored = score_indicators(listed, rules, _year(record), service)
    made = {f"percent-{q}/{row}": figure(p) for (row, q), p in scored.percents.items()}
    return _scored(record.having(_kept(record, made)), scored, "score")


def _indicator(record: Record, row: int) -> Indicator:
    return tuple(
        Quarter(
            *(record.number(f"{key}-{q}/{row}") for key in ("planned", "actual", "percent", "mark"))
        )
        for q in QUARTERS
    )


def _kept(record: Record, made: Mapping[str, str]) -> dict[str, str]:
    """What is made, besides what was given."""
    return {key: value.replace(",", ".") for key, value in made.items() if key not in record.values}


def _scored(record: Record, scored: Scored, place: str) -> Reckoned:
    made: dict[str, Both | str] = {}
    if scored.score is not None:
        made[place] = _printed(scored.score)
    if scored.result is not None:
        made["result"] = scored.result.result
    result = scored.result.result if scored.result else None
    return Reckoned(record.having(made), scored.findings, scored.score, result)


def _printed(score: Decimal) -> str:
    """A score with all its digits: "4,00"."""
    return f"{score:f}".replace(".", ",")


def _ranking(form: FormDefinition, record: Record, rules: Rules) -> Reckoned:
    rows = [str(row) for row in range(1, _fixed_rows(form) + 1)]
    scored = score_ranking({row: record.number(f"mark/{row}") for row in rows}, rules)
    return _scored(record, scored, "mark/total")


def _fixed_rows(form: FormDefinition) -> int:
    return sum(isinstance(row, FixedRow) for table in form.tables() for row in table.rows)


def _answers(form: FormDefinition, record: Record, rules: Rules) -> Reckoned:
    """A questionnaire by one respondent: the mean of each competence."""
    one = Respondent(record.code, {q: record.text(f"answer/{q}") or "" for q in questions(form)})
    survey = score_survey(form, [one], rules)
    single = [f for f in survey.findings if f.code in {"missing-answers", "unknown-answer"}]
    made = _means(survey.competences, "answer")
    return Reckoned(record.having(made), tuple(single), survey.score)


def _means(competences: Iterable[Competence], key: str) -> dict[str, Both | str]:
    return {
        f"{key}/{row}": _printed(one.mean)
        for row, one in enumerate(competences, 1)
        if one.mean is not None
    }


def _survey(form: FormDefinition, record: Record, rules: Rules) -> Reckoned:
    survey: Survey = score_survey(find(form.questionnaire or ""), record.respondents, rules)
    made = _means(survey.competences, "mean")
    if survey.score is not None:
        made["result"] = _printed(survey.score)
    return Reckoned(record.having(made), survey.findings, survey.score, chart=survey.competences)


def _attained(_form: FormDefinition, record: Record, rules: Rules) -> Reckoned:
    given = {row: record.text(f"attained/{row}") or "" for row in range(1, record.rows() + 1)}
    said = {row: is_yes(word) for row, word in given.items()}
    wrong = [
        finding("bad-choice", met=given[row], expected=f"{words('yes').kk} / {words('no').kk}")
        for row, answer in said.items()
        if answer is None
    ]
    scored = score_attained([bool(answer) for answer in said.values()], rules)
    made = {
        f"attained/{row}": words("attained" if answer else "not_attained")
        for row, answer in said.items()
    }
    counted = _scored(record.having(made), scored, "score")
    return Reckoned(counted.record, (*wrong, *counted.findings), counted.score, counted.result)


_METHODS: dict[str, Callable[[FormDefinition, Record, Rules], Reckoned]] = {
    "indicators": _indicators,
    "ranking": _ranking,
    "answers": _answers,
    "survey": _survey,
    "attained": _attained,
}
