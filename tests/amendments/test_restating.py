"""Elements under new numbers, and the references that lead to them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from small import amended, at, base, chapter, clause, form, order, subclause

from amendments import NothingThereError, NumberTakenError, renumbered
from lexicon.restating import restated
from model import Target
from model.tree import find
from parsers.pointing import pointings

COUNT = 6


def said(text, lang, **numbers):
    """The text with clauses under other numbers: c8="9"."""
    new = {name[1:]: number for name, number in numbers.items()}

    def new_number(_, target):
        return None if target.subclause else new.get(target.clause)

    return restated(text, lang, new_number).text


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("kk", "осы Әдістеменің 8-тармағына", "осы Әдістеменің 9-тармағына"),
        ("kk", "7 және 8-тармақтарға", "7 және 9-тармақтарға"),
        ("kk", "8 және 10-тармақтардың", "9 және 10-тармақтардың"),
        ("kk", "6 – 8-тармақтарға", "6, 7 және 9-тармақтарға"),
        ("kk", "8-тармақтың 2) тармақшасында", "9-тармақтың 2) тармақшасында"),
        ("kk", "сегізінші тармақта", "тоғызыншы тармақта"),
        ("ru", "пунктом 8 настоящей Методики", "пунктом 9 настоящей Методики"),
        ("ru", "в пунктах 7 и 8", "в пунктах 7 и 9"),
        ("ru", "пунктам 6 – 8", "пунктам 6, 7 и 9"),
        ("ru", "подпункту 2) пункта 8", "подпункту 2) пункта 9"),
        ("ru", "частью второй пункта 8", "частью второй пункта 9"),
        ("ru", "пунктом восьмым", "пунктом девятым"),
        ("ru", "подпунктами 1) и 8) пункта 3", "подпунктами 1) и 8) пункта 3"),
    ],
    ids=lambda value: value if len(value) > 2 else None,
)  # fmt: skip
def test_a_number_is_exchanged_and_the_words_keep_their_endings(lang, old, new):
    assert said(old, lang, c8="9") == new


def test_a_range_that_moves_as_a_whole_stays_a_range():
    assert said("пунктам 6 – 8", "ru", c6="7", c7="8", c8="9") == "пунктам 7 – 9"
    assert said("6 – 8-тармақтар", "kk", c6="7", c7="8", c8="9") == "7 – 9-тармақтар"


def test_a_rising_list_rises_again():
    assert said("10 және 12-тармақтар", "kk", c10="12", c12="10") == "10 және 12-тармақтар"
    assert said("пункты 10 и 12", "ru", c10="13") == "пункты 12 и 13"


TEXTS = {
    "ru": ["Согласно пункту {} настоящей Методики.",
           "В порядке пункта {} и приложения 1 к Методике.",
           "Согласно подпункту 1) пункта {}.", "По пункту 3 статьи 33 Закона и пункту {} Методики.",
           "По приказу и пункту 2 Типовой методики."],
    "kk": ["Осы Әдістеменің {}-тармағына сәйкес.", "Мерзім {}-тармақта белгіленген.",
           "{}-тармақтың 1) тармақшасына сәйкес.", "Заңның 33-бабының 3-тармағына сәйкес.",
           "Үлгілік әдістеменің 2-тармағы, осы Әдістеменің {}-тармағы."],
}  # fmt: skip


@st.composite
def acts(draw, lang):
    numbers = st.integers(1, COUNT).map(str)
    clauses = [
        clause(
            str(number),
            f"Слово {number}: " + draw(st.sampled_from(TEXTS[lang])).format(draw(numbers)),
            subclause(
                "1",
                f"Тармақша {number}: " + draw(st.sampled_from(TEXTS[lang])).format(draw(numbers)),
            ),
        )
        for number in range(1, COUNT + 1)
    ]
    return base(chapter("1", *clauses), lang=lang, forms=(form("1", clause("1"), lang=lang),))


@pytest.mark.parametrize("lang", ["kk", "ru"])
@given(data=st.data())
def test_numbers_exchanged_and_exchanged_back_give_the_same_act(lang, data):
    act = data.draw(acts(lang))
    numbers = [str(number) for number in range(1, COUNT + 1)]
    order_ = data.draw(st.permutations(numbers))
    there = {at(clause=old): new for old, new in zip(numbers, order_, strict=True)}
    back = {at(clause=new): old for old, new in zip(numbers, order_, strict=True)}
    assert renumbered(renumbered(act, there), back) == act


@pytest.mark.parametrize("lang", ["kk", "ru"])
@given(data=st.data())
def test_every_reference_leads_to_the_element_it_led_to(lang, data):
    act = data.draw(acts(lang))
    numbers = [str(number) for number in range(1, COUNT + 1)]
    order_ = data.draw(st.permutations(numbers))
    new = renumbered(act, {at(clause=a): b for a, b in zip(numbers, order_, strict=True)})
    assert led_to(new) == led_to(act)


def led_to(act):
    """The first words of what each own reference names: they tell the elements apart."""
    found = []
    for one in pointings(act):
        for target in one.targets:
            if one.whose == "own" and target.clause:
                meant = at(clause=target.clause, subclause=target.subclause)
                found.append([node.text.partition(":")[0] for node in find(act, meant)])
    return found


def test_an_appendix_takes_its_new_number_in_its_block_and_in_the_text():
    act = base(clause("1", "По форме приложения 1 к Методике."), forms=(form("1"),))
    new = renumbered(act, {Target(appendix="1"): "2"})
    assert new.attachments[1].number == "2"
    assert new.attachments[1].header.startswith("Приложение 2 к Методике")
    assert new.attachments[0].body[0].text == "По форме приложения 2 к Методике."


def test_subclauses_and_chapters_are_renumbered_too():
    nodes = (
        chapter("1", clause("1", "По главе 2.")),
        chapter("2", clause("2", "В подпункте 1):", subclause("1"))),
    )
    new = renumbered(base(*nodes), {at(chapter="2"): "3", at(clause="2", subclause="1"): "4"})
    one, two = new.attachments[0].body
    assert (one.children[0].text, two.number) == ("По главе 3.", "3")
    assert (two.children[0].text, two.children[0].children[0].number) == ("В подпункте 4):", "4")


def test_two_elements_under_one_number_are_refused():
    with pytest.raises(NumberTakenError, match="2 elements would have the address") as refused:
        renumbered(base(clause("1"), clause("2")), {at(clause="1"): "2"})
    assert "name every element that moves" in str(refused.value)


def test_a_number_for_an_element_that_is_not_there_is_refused():
    with pytest.raises(NothingThereError, match="cannot become number 2"):
        renumbered(base(clause("1")), {at(clause="9"): "2"})


NODES = (
    clause("1", "Согласно пункту 8 настоящей Методики."),
    clause("2", "Согласно пункту 8."),
    clause("8"),
)
RENUMBERED = order("renumber", at(clause="8"), new="9")


def texts(applied):
    return [node.text for node in applied.act.attachments[0].body]


def test_by_default_references_stay_as_the_acts_say_and_are_told():
    applied = amended(base(*NODES), RENUMBERED)
    assert texts(applied)[:2] == [node.text for node in NODES[:2]]
    assert applied.references == ()
    assert {one.code for one in applied.diagnostics} == {"stale-reference", "dangling-reference"}


def test_references_follow_where_that_is_asked_for():
    applied = amended(base(*NODES), RENUMBERED, rewrite_references=True)
    assert texts(applied)[:2] == ["Согласно пункту 9 настоящей Методики.", "Согласно пункту 9."]
    assert [(one.place, one.old, one.new) for one in applied.references] == [
        (at(clause="1"), "пункту 8 настоящей Методики", "пункту 9 настоящей Методики"),
        (at(clause="2"), "пункту 8", "пункту 9"),
    ]
    assert applied.diagnostics == ()


def test_words_of_the_amending_act_are_in_its_own_numbers():
    new = clause("8", "Новый пункт, см. пункт 8.")
    applied = amended(base(*NODES), RENUMBERED, order("insert", at(clause="8"), new),
                      rewrite_references=True)  # fmt: skip
    assert texts(applied)[2] == "Новый пункт, см. пункт 8."


def test_a_reference_that_the_amending_act_corrects_itself_is_not_moved_again():
    words = order("replace-words", at(clause="2"), old="пункту 8", new="пункту 9")
    applied = amended(base(*NODES, clause("9")), order("renumber", at(clause="9"), new="10"),
                      RENUMBERED, words, rewrite_references=True)  # fmt: skip
    assert texts(applied)[:2] == ["Согласно пункту 9 настоящей Методики.", "Согласно пункту 9."]


def test_several_steps_are_followed_to_the_last_number():
    applied = amended(base(*NODES), RENUMBERED, order("renumber", at(clause="9"), new="12"),
                      rewrite_references=True)  # fmt: skip
    assert texts(applied)[1] == "Согласно пункту 12."
