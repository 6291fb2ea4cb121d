"""The review as a whole: its rules as data, its switches, its silence on sound acts."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from model import AdistemeError, Target
from model.codec import to_json
from model.tree import replaced, walk
from review import UnknownRuleError, catalogue, cited, page, review
from review.catalogue import rule_file
from review.rules import RULES
from workbench.drafting import Wishes, acts_for
from workbench.profiles import load_profile
from workbench.reading import read_act

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "model"))

import building
from drafting import act, clause, with_body

ROOT = Path(__file__).resolve().parents[2]
ACTS = ROOT / "tests" / "fixtures" / "acts"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
GAP = with_body(clause("1"), clause("3"))


def test_rules_are_tried_in_the_order_in_which_they_are_written_down():
    assert list(RULES) == list(catalogue())


@pytest.mark.parametrize(("name", "rule"), catalogue().items(), ids=list(catalogue()))
def test_a_rule_has_an_article_a_date_and_words_in_three_languages(name, rule):
    assert re.fullmatch(r"\d+", rule.article)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", rule.since)
    assert rule.says
    for words in (rule.about, *rule.says.values()):
        assert all((words.kk, words.ru, words.en)), name
        places = {frozenset(re.findall(r"\{\w+\}", words.of(ui))) for ui in ("kk", "ru", "en")}
        assert len(places) == 1, name


@pytest.mark.parametrize(("name", "rule"), catalogue().items(), ids=list(catalogue()))
def test_no_letter_of_another_alphabet_hides_in_the_words(name, rule):
    for words in (rule.about, *rule.says.values()):
        plain = re.sub(r"\{\w+\}", "", f"{words.kk} {words.ru}")
        assert re.findall(r"[A-Za-z]", plain) == [], name
        assert re.findall(r"[\u0400-\u04ff]", words.en) == [], name


def test_every_type_and_every_term_that_a_rule_may_say_has_its_word():
    issued = {kind for body in rule_file().bodies.values() for kind in body.issues}
    assert issued <= set(rule_file().terms)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_embedded_act_of_every_example_keeps_every_rule_in_both_languages(path):
    kazakh, russian = acts_for(load_profile(str(path)), Wishes())
    assert review(kazakh, russian) == ()
    assert review(russian, kazakh) == ()


@pytest.fixture(scope="module")
def pair():
    """The embedded act of one agency in both languages."""
    return acts_for(load_profile(str(EXAMPLES[0])), Wishes())


CLAUSES = [str(number) for number in range(1, 45, 4)]


@pytest.mark.parametrize("number", CLAUSES)
def test_a_clause_that_one_text_loses_is_missed(pair, number):
    kazakh, russian = pair
    lacking = replaced(kazakh, Target(attachment="methodology", clause=number), None)
    found = {(one.rule, one.target.clause) for one in review(lacking, russian)}
    assert ("same-elements", number) in found
    if number != "1":
        assert "clauses-numbered" in {rule for rule, _ in found} or number == last(kazakh)


def last(act):
    """The last clause: without it nothing stands in a wrong place."""
    return [node.number for _, node in walk(act) if node.kind == "clause"][-1]


def with_figures(pair):
    return [
        (target, node)
        for target, node in walk(pair[1])
        if target.attachment and re.search(r"\d", node.text or "")
    ]


def test_a_figure_that_one_text_changes_is_found_wherever_it_stands(pair):
    kazakh, russian = pair
    places = with_figures(pair)
    assert len(places) > 20
    for target, node in places:
        other = re.sub(r"\d", lambda figure: str((int(figure[0]) + 1) % 10), node.text, count=1)
        changed = replaced(russian, target, replace(node, text=other))
        found = [one.target for one in review(kazakh, changed) if one.rule == "same-figures"]
        assert found == [target], node.text


PAIRS = [
    ("base-decision.kk.txt", "base-decision.ru.txt"),
    ("base-decision.ru.pdf.txt", "base-decision.kk.txt"),
    ("akimat-resolution.kk.txt", "akimat-resolution.ru.txt"),
    ("repealed-order.ru.txt",),
    ("repealing-decision.kk.txt",),
]


@pytest.mark.parametrize("names", PAIRS, ids=" ".join)
def test_a_clean_act_of_the_fixtures_raises_no_false_alarm(names):
    acts = [read_act(str(ACTS / name)) for name in names]
    assert [finding.message for finding in review(*acts)] == []


def test_an_amending_act_of_the_fixtures_is_found_to_change_single_words_and_nothing_else():
    acts = [read_act(str(ACTS / f"amending-decision.{lang}.txt")) for lang in ("kk", "ru")]
    found = [(one.rule, one.target.clause) for one in review(*acts)]
    assert found == [("whole-redaction", "16"), ("whole-redaction", "21")]


def test_a_damaged_act_is_found_out():
    found = [one.rule for one in review(read_act(str(ACTS / "damaged.kk.txt")))]
    assert found == ["clauses-numbered"] * 2 + ["references-lead"] * 2


def test_a_finding_names_its_article_and_severity_and_the_place_in_the_source():
    source = ACTS / "damaged.ru.txt"
    first, *_ = review(read_act(str(source)))
    assert (first.article, first.severity) == ("23", "error")
    place = source.read_text(encoding="utf-8")[first.span.start : first.span.end]
    assert place.lstrip().startswith("5.")


@pytest.mark.parametrize(
    ("ui", "message", "article"),
    [
        (
            "kk",
            "кезекті 2 нөмірінің орнында 3 нөмірі тұр",
            '"Құқықтық актілер туралы" Заңның 23-бабы',
        ),
        ("ru", "на месте номера 2 стоит номер 3", 'статья 23 Закона "О правовых актах"'),
        ("en", "number 3 stands where number 2 is due", 'article 23 of the law "On legal acts"'),
    ],
)
def test_the_message_is_in_the_language_of_the_reader(ui, message, article):
    (finding,) = review(GAP, ui=ui)
    assert finding.message == message
    assert cited(finding.article, ui) == article


def test_a_long_quotation_is_cut_in_the_message():
    (finding,) = review(act(title="О" * 300 + "."))
    assert len(finding.message) < 200
    assert "…" in finding.message


def test_a_rule_can_be_switched_off():
    assert review(GAP, switches={"clauses-numbered": False}) == ()
    assert len(review(GAP, switches={"clauses-numbered": True, "signed": False})) == 1


def test_a_rule_that_does_not_exist_cannot_be_switched():
    with pytest.raises(UnknownRuleError) as refusal:
        review(act(), switches={"clauses": False})
    assert str(refusal.value).startswith('There is no rule "clauses". Expected one of: clauses-num')
    assert str(refusal.value).endswith("Check the name.")


def test_an_act_older_than_the_law_is_not_measured_by_it_and_a_draft_is():
    old = with_body(clause("1"), clause("3"), date="2015-12-31")
    draft = with_body(clause("1"), clause("3"), date=None)
    assert review(old) == ()
    assert len(review(draft)) == 1


def test_two_texts_in_one_language_are_refused():
    with pytest.raises(AdistemeError, match='are in "ru"'):
        review(act("ru"), act("ru"))


def test_the_table_of_the_page_is_fresh():
    kept = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    assert kept == page.renewed(kept), "run: python3 -m review.page docs/review.md"


quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(building.acts, building.acts)
def test_no_act_however_odd_stops_the_review_or_is_changed_by_it(one, other):
    before = to_json(one)
    counterpart = other if other.lang != one.lang else None
    assert all(finding.rule in RULES for finding in review(one, counterpart))
    assert to_json(one) == before
