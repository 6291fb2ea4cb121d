"""The 360 method: answers to marks, means per competence, the whole without self-assessment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from forms.definitions import FormDefinition, Group, Scale, groups
from forms.findings import Finding, finding
from forms.rules import Rules
from model import LANGUAGES, Both
from model.act import Value


class Respondent(Value, frozen=True):
    """One questionnaire: answers by question ("1.2" is the second question of competence 1).

    An answer is its mark or its words in either language; ``itself`` marks self-assessment.
    """

    name: str
    answers: Mapping[str, str]
    itself: bool = False


class Competence(Value, frozen=True):
    """A competence and its printed mean; ``None`` where nobody answered."""

    name: Both
    mean: Decimal | None


class Survey(Value, frozen=True):
    """What a survey says of one person; ``score`` is the mean of the competences."""

    competences: tuple[Competence, ...]
    score: Decimal | None
    itself: Decimal | None
    respondents: int
    findings: tuple[Finding, ...] = ()

    def least(self, most: int = 3) -> tuple[Competence, ...]:
        """The least manifested competences, which training takes into account (clause 36)."""
        known = [one for one in self.competences if one.mean is not None]
        return tuple(sorted(known, key=lambda one: one.mean or Decimal())[:most])


def questions(form: FormDefinition) -> dict[str, str]:
    """The questions of a questionnaire by number, with the number of their competence."""
    listed = [group for table in form.tables() for group in groups(table)]
    return {
        f"{group.number}.{place}": group.number or ""
        for group in listed
        for place in range(1, len(group.rows) + 1)
    }


def mark_of(answer: str, scale: Scale) -> int | None:
    """The mark of an answer; ``None`` for what is no answer.

    An answer is given in the words of either language, of both with a stroke between, or as mark.
    """
    given = " ".join(answer.split()).rstrip(".;").casefold()
    for one in scale.answers:
        said = [one.text.of(lang).casefold() for lang in LANGUAGES]
        if given in {str(one.mark), *said, " / ".join(said)}:
            return one.mark
    return None


def score_survey(form: FormDefinition, respondents: Sequence[Respondent], rules: Rules) -> Survey:
    """Means by competence and overall, from the questionnaires of one person.

    A respondent's mark for a competence is the mean of his or her answers (forms 5 and 6); the
    competence's is the sum of the respondents' marks divided by their number, self-assessment
    left out (forms 7 and 8); the whole is the mean of the competences.
    """
    asked = questions(form)
    others = [one for one in respondents if not one.itself]
    found = [*_number(len(others), rules), *_checked(respondents, asked, rules)]
    if len(others) == len(respondents):
        found.append(finding("missing-self-assessment", rules))
    listed = [group for table in form.tables() for group in groups(table)]
    means = [_mean(group, others, rules) for group in listed]
    found += _unanswered(listed, means, rules)
    return Survey(
        tuple(Competence(g.name, _printed(m, rules)) for g, m in zip(listed, means, strict=True)),
        _overall(means, rules),
        _overall([_mean(group, _self(respondents), rules) for group in listed], rules),
        len(others),
        tuple(found),
    )


def _self(respondents: Iterable[Respondent]) -> list[Respondent]:
    return [one for one in respondents if one.itself]


def _number(met: int, rules: Rules) -> list[Finding]:
    limit = rules.respondents
    if limit is None or limit.holds(met):
        return []
    code = "too-few-respondents" if met < limit.least else "too-many-respondents"
    return [finding(code, rules, met=met, least=limit.least, most=limit.most)]


def _checked(
    respondents: Iterable[Respondent], asked: Mapping[str, str], rules: Rules
) -> list[Finding]:
    found: list[Finding] = []
    for one in respondents:
        found += _unknown(one, asked, rules)
        missing = sum(not one.answers.get(question) for question in asked)
        if missing:
            found.append(finding("missing-answers", rules, respondent=one.name, met=missing))
    return found


def _unknown(one: Respondent, asked: Mapping[str, str], rules: Rules) -> list[Finding]:
    scale = _scale(rules)
    expected = "; ".join(f"{a.mark} = {a.text.kk} / {a.text.ru}" for a in scale.answers)
    return [
        finding("unknown-answer", rules, row=question, met=answer, expected=expected)
        for question, answer in one.answers.items()
        if question in asked and answer and mark_of(answer, scale) is None
    ]


def _scale(rules: Rules) -> Scale:
    scale = rules.questionnaire()
    return scale if scale is not None else Scale(Decimal(), Decimal(), "")


def _mean(group: Group, respondents: Iterable[Respondent], rules: Rules) -> Fraction | None:
    own = (rules.mean(_marks(group, one, rules)) for one in respondents)
    return rules.mean(mean for mean in own if mean is not None)


def _marks(group: Group, one: Respondent, rules: Rules) -> list[int]:
    answers = (one.answers.get(f"{group.number}.{n}", "") for n in range(1, len(group.rows) + 1))
    marks = (mark_of(answer, _scale(rules)) for answer in answers if answer)
    return [mark for mark in marks if mark is not None]


def _unanswered(
    listed: Sequence[Group], means: Sequence[Fraction | None], rules: Rules
) -> list[Finding]:
    pairs = zip(listed, means, strict=True)
    silent = [group.name for group, mean in pairs if mean is None]
    return [
        finding("no-competence-score", rules, competence=f"{name.kk} / {name.ru}")
        for name in silent
    ]


def _printed(mean: Fraction | None, rules: Rules) -> Decimal | None:
    return None if mean is None else rules.rounded(mean)


def _overall(means: Sequence[Fraction | None], rules: Rules) -> Decimal | None:
    """The mean of all competences; of some of them there is none."""
    known = [mean for mean in means if mean is not None]
    return _printed(rules.mean(known), rules) if len(known) == len(means) else None
