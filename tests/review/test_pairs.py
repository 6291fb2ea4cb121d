"""Two texts side by side: whatever is damaged in one is named at its place, and nothing else."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model import Registration, Signature, Target
from model.tree import mapped, replaced, walk
from parsers.align import OneLanguageError
from review import correspondence, review
from workbench.drafting import Wishes, acts_for
from workbench.profiles import load_profile

sys.path.insert(0, str(Path(__file__).parent))

from drafting import act, clause, item, sub, table, with_body

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
PAIRS = {path.stem: acts_for(load_profile(str(path)), Wishes()) for path in EXAMPLES}
NUMBER_WORDS = {"двух": "трех", "трех": "шести", "пяти": "семи", "десяти": "восьми"}

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def of_pair(kk, ru):
    return [one for one in review(kk, ru) if one.rule.startswith("same-")]


def rules_at(kk, ru):
    """The rules on both texts that speak, each with the clause of its Kazakh place."""
    return [(one.rule, one.target.clause, one.target.subclause) for one in of_pair(kk, ru)]


def clauses(text):
    return [(at, node) for at, node in walk(text) if node.kind == "clause" and at.attachment]


@pytest.mark.parametrize("name", PAIRS)
def test_our_own_pair_corresponds_in_everything(name):
    found = correspondence(*PAIRS[name])
    assert found.score == 1
    assert len(found.clauses) == sum(node.kind == "clause" for _, node in walk(PAIRS[name][0]))
    assert {one.score for one in found.clauses} == {1}
    assert correspondence(*reversed(PAIRS[name])) == found


def any_clause(data, text):
    return data.draw(st.sampled_from(clauses(text)))


@some
@given(st.data(), st.sampled_from(sorted(PAIRS)))
def test_a_clause_that_is_dropped_is_named_and_nothing_else(data, name):
    kk, ru = PAIRS[name]
    at, _ = any_clause(data, ru)
    shorter = replaced(ru, at, None)
    assert rules_at(kk, shorter) == [("same-elements", at.clause, None)]
    (finding,) = of_pair(kk, shorter)
    assert finding.sides.kk.target.clause == at.clause
    assert finding.sides.ru is None
    lost = [one for one in correspondence(kk, shorter).clauses if one.score < 1]
    assert [(one.kk.clause, one.ru, one.score) for one in lost] == [(at.clause, None, 0)]


def renumbered_without(text, at):
    """The act without a clause of its methodology, those behind it one number less."""
    place = int(at.clause)
    shorter = replaced(text, at, None)
    methodology, *others = shorter.attachments
    moved = mapped(
        replace(shorter, body=(), attachments=(methodology,)),
        lambda node: (
            replace(node, number=str(int(node.number) - 1))
            if node.kind == "clause" and int(node.number) > place
            else node
        ),
    )
    return replace(shorter, attachments=(moved.attachments[0], *others))


@some
@given(st.data(), st.sampled_from(sorted(PAIRS)))
def test_a_clause_dropped_without_a_gap_is_found_by_its_content(data, name):
    kk, ru = PAIRS[name]
    at, _ = any_clause(data, ru)
    found = of_pair(kk, renumbered_without(ru, at))
    assert ("same-elements", at.clause) in {(one.rule, one.target.clause) for one in found}
    assert sum(one.rule == "same-elements" for one in found) == 1
    shifted = [one for one in found if one.rule == "same-order"]
    assert [one.target.clause for one in shifted] == (
        [] if at == clauses(ru)[-1][0] else [str(int(at.clause) + 1)]
    )


def with_subclauses(text):
    return [(at, node) for at, node in walk(text) if node.kind == "subclause" and at.attachment]


@some
@given(st.data(), st.sampled_from(sorted(PAIRS)))
def test_a_subclause_that_is_dropped_is_counted_and_shown(data, name):
    kk, ru = PAIRS[name]
    at, node = data.draw(st.sampled_from(with_subclauses(ru)))
    (finding,) = of_pair(kk, replaced(ru, at, None))
    assert (finding.rule, finding.target.clause) == ("same-entries", at.clause)
    assert finding.sides.kk.words.startswith(f"{node.number}) ")
    assert finding.sides.ru.words == ""


@some
@given(st.data(), st.sampled_from(sorted(PAIRS)))
def test_two_clauses_that_have_changed_places_are_named_and_nothing_else(data, name):
    kk, ru = PAIRS[name]
    places = st.sampled_from(clauses(ru))
    (one, first), (other, second) = data.draw(st.tuples(places, places))
    assume(one.clause != other.clause)
    turned = replaced(ru, one, replace(second, number=first.number))
    turned = replaced(turned, other, replace(first, number=second.number))
    found = of_pair(kk, turned)
    assert {finding.rule for finding in found} == {"same-order"}
    named = {frozenset((one.sides.kk.target.clause, one.sides.ru.target.clause)) for one in found}
    assert named == {frozenset((one.clause, other.clause))}


def with_words(text, pattern):
    return [
        (at, node)
        for at, node in walk(text)
        if at.attachment and re.search(pattern, node.text or "")
    ]


@pytest.mark.parametrize("name", ["shu-maslikhat", "labour-ministry"])
def test_every_number_in_words_that_is_changed_is_found_at_its_place(name):
    kk, ru = PAIRS[name]
    pattern = rf"\b({'|'.join(NUMBER_WORDS)})\b"
    places = with_words(ru, pattern)
    assert len(places) > 8
    for at, node in places:
        words = re.sub(pattern, lambda found: NUMBER_WORDS[found[0]], node.text, count=1)
        (finding,) = of_pair(kk, replaced(ru, at, replace(node, text=words)))
        assert (finding.rule, finding.target) == ("same-figures", at), words
        assert finding.sides.about[0] in {"deadline", "figure"}


@pytest.mark.parametrize("name", ["shu-maslikhat", "labour-ministry"])
def test_every_reference_that_is_changed_is_found_at_its_place(name):
    kk, ru = PAIRS[name]
    pattern = r"\b(пункт\w*|приложени\w+) (\d+)"
    places = with_words(ru, pattern)
    assert len(places) > 8
    for at, node in places:
        words = re.sub(pattern, lambda found: f"{found[1]} {int(found[2]) + 1}", node.text, count=1)
        (finding,) = of_pair(kk, replaced(ru, at, replace(node, text=words)))
        assert (finding.rule, finding.target) == ("same-figures", at), words
        assert finding.sides.about == ("reference",)


@pytest.mark.parametrize("name", ["shu-maslikhat", "labour-ministry"])
def test_every_change_of_the_kind_of_days_is_found_at_its_place(name):
    kk, ru = PAIRS[name]
    places = with_words(ru, "рабочих дней|рабочего дня")
    assert len(places) > 5
    for at, node in places:
        words = node.text.replace("рабочих дней", "календарных дней")
        words = words.replace("рабочего дня", "календарного дня")
        (finding,) = of_pair(kk, replaced(ru, at, replace(node, text=words)))
        assert (finding.rule, finding.target) == ("same-measures", at), words


def test_a_reference_is_compared_by_the_clause_that_it_leads_to():
    kk, ru = PAIRS["shu-maslikhat"]
    at = next(at for at, _ in clauses(ru) if at.clause == "2")
    shorter = renumbered_without(ru, at)
    led_wrong = [one for one in of_pair(kk, shorter) if one.rule == "same-figures"]
    assert {one.sides.about for one in led_wrong} == {("reference",)}
    mended = mapped(shorter, with_references_less_one)
    assert [one.rule for one in of_pair(kk, mended)] == ["same-elements", "same-order"]


def with_references_less_one(node):
    """References to own clauses as they are after a clause before them was dropped."""
    words = re.sub(
        r"(пункт(?:ом|е)) (\d+)", lambda found: f"{found[1]} {int(found[2]) - 1}", node.text or ""
    )
    return replace(node, text=words) if node.text else node


ALIKE = {
    "a number in words and in figures": ("10 жұмыс күні ішінде.", "в течение десяти рабочих дней."),
    "a day of the month": ("айдың оныншы күнінен кешіктірмей.", "не позднее 10 числа месяца."),
    "its tenth": ("айдың онынан кешіктірмей.", "не позднее десятого числа месяца."),
    "tens and ones": ("жиырма бес жұмыс күні.", "25 рабочих дней."),
    "percent": ("10 пайыз үстемеақы.", "надбавка 10 %."),
    "a part of a whole": ("құрамының үштен екісі.", "две трети состава."),
    "several of several": ("бесеуінің төртеуі, үшеуі.", "четыре из пяти, три из пяти."),
    "for, there, with it": ("ол үшін онда онымен.", "для этого с ним."),
    "a quarter is no ninety": ("есепті тоқсаннан кейін.", "после отчетного квартала."),
    "one of them": ("нәтижелердің бірі, бірінші рет.", "один из результатов, впервые."),
    "two parts are no hours": ("екі бөліктен тұрады.", "состоит из двух частей."),
}


@pytest.mark.parametrize(("kk", "ru"), ALIKE.values(), ids=list(ALIKE))
def test_what_says_the_same_in_other_words_is_left_alone(kk, ru):
    assert rules_at(with_body(clause("1", kk), lang="kk"), with_body(clause("1", ru))) == []


UNLIKE = {
    "working days": ("бес жұмыс күні ішінде.", "в течение пяти дней.", "same-measures",
                     'қазақша мәтінде – "бес жұмыс күні", орысша мәтінде – "пяти дней"'),
    "months": ("үш ай ішінде.", "в течение трех лет.", "same-measures",
               'қазақша мәтінде – "үш ай", орысша мәтінде – "трех лет"'),
    "percent": ("15 пайыз.", "20 процентов.", "same-figures",
                "тек қазақша мәтінде – 15; тек орысша мәтінде – 20"),
    "an element of another kind": ("Заңның 5-бабына сәйкес.", "согласно пункту 5 закона.",
                                   "same-references",
                                   'қазақша мәтінде – "5-бабына", орысша мәтінде – "пункту 5"'),
}  # fmt: skip


@pytest.mark.parametrize(("kk", "ru", "rule", "message"), UNLIKE.values(), ids=list(UNLIKE))
def test_what_says_another_thing_is_named_in_the_words_of_both(kk, ru, rule, message):
    (finding,) = of_pair(with_body(clause("1", kk), lang="kk"), with_body(clause("1", ru)))
    assert finding.rule == rule
    assert message in finding.message
    assert (finding.sides.kk.words, finding.sides.ru.words) == (kk, ru)


def test_a_row_that_one_table_has_more_is_shown():
    rows = [("1", "саны", "5 пайыз"), ("2", "мерзімі", "10 күн"), ("3", "баға", "3 балл")]
    kk = with_body(clause("1"), table(*rows), lang="kk")
    ru = with_body(clause("1"), table(("1", "число", "5 процентов"), ("3", "оценка", "3 балла")))
    (finding,) = of_pair(kk, ru)
    assert (finding.rule, finding.sides.kk.words) == ("same-tables", "2 | мерзімі | 10 күн")
    assert finding.sides.ru.words == ""


@pytest.mark.parametrize(
    ("kk", "ru", "alike"),
    [
        ("Б. Үлгібаев", "Б. Ульгибаев", True),
        ("Қ. Жақсылықұлы", "К. Жаксылыкулы", True),
        ("Әбенов Ж.", "Ж. Абенов", True),
        ("Ж. Әбенов", "С. Темиров", False),
    ],
)
def test_a_signatory_has_one_name_in_two_spellings(kk, ru, alike):
    texts = (
        act("kk", signatures=(Signature("Төраға", kk),)),
        act(signatures=(Signature("Председатель", ru),)),
    )
    assert [one.rule for one in of_pair(*texts)] == ([] if alike else ["same-requisites"])


def test_another_number_of_registration_is_named():
    texts = (act("kk", registration=Registration("123")), act(registration=Registration("124")))
    (finding,) = of_pair(*texts)
    assert finding.message == (
        "деректеме әртүрлі (тіркеу нөмірі): қазақша мәтінде – 123, орысша мәтінде – 124"
    )


def test_a_score_is_the_share_of_points_in_which_the_texts_agree():
    kk = with_body(clause("1", "5 күн."), clause("2", "Мәтін:", sub("1"), sub("2")), lang="kk")
    ru = with_body(clause("1", "6 дней."), clause("2", "Слова:", sub("1"), sub("2")))
    found = correspondence(kk, ru)
    assert [one.score for one in found.clauses[:2]] == [pytest.approx(2 / 3, abs=0.01), 1]
    assert 0.9 < found.score < 1


def test_an_act_without_elements_corresponds_to_another_such():
    empty = [act(lang, body=(), attachments=(), preamble=None, title=None) for lang in ("kk", "ru")]
    assert (correspondence(*empty).score, correspondence(*empty).clauses) == (1, ())


def test_two_texts_in_one_language_have_no_correspondence():
    with pytest.raises(OneLanguageError):
        correspondence(act(), act())


def test_a_long_act_is_compared_by_its_numbers():
    texts = [
        with_body(*(clause(str(n), f"{n}", item()) for n in range(1, 900)), lang=lang)
        for lang in ("kk", "ru")
    ]
    assert of_pair(*texts) == []
    shorter = replaced(texts[1], Target(clause="450"), None)
    assert rules_at(texts[0], shorter) == [("same-elements", "450", None)]


def test_findings_of_a_pair_come_in_the_order_of_the_text():
    kk, ru = PAIRS["shu-maslikhat"]
    for at, _ in reversed(clauses(ru)[5:20:4]):
        ru = replaced(ru, at, None)
    numbers = [int(one.target.clause) for one in of_pair(kk, ru)]
    assert all(one < other for one, other in pairwise(numbers))
