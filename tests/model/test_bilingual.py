"""Two texts of one act: nothing is lost by pairing, and what one text lacks is named."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from model import Act, Attachment, Node, Target
from model.bilingual import BilingualAct
from model.tree import walk

sys.path.insert(0, str(Path(__file__).parent))

import building

quick = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def act(lang, *clauses):
    nodes = tuple(Node("clause", number=number, text=text) for number, text in clauses)
    return Act(lang=lang, attachments=(Attachment("methodology", body=nodes),))


def addressed(pairs):
    return [
        (pair.target.clause, pair.kk and pair.kk.text, pair.ru and pair.ru.text) for pair in pairs
    ]


def test_elements_of_one_address_stand_side_by_side():
    both = BilingualAct(
        act("kk", ("1", "бір"), ("2", "екі")), act("ru", ("1", "раз"), ("2", "два"))
    )
    assert addressed(both.pairs()) == [("1", "бір", "раз"), ("2", "екі", "два")]
    assert both.one_sided() == ()


def test_the_order_is_the_kazakh_one_and_what_only_russian_has_comes_last():
    both = BilingualAct(
        act("kk", ("2", "екі"), ("1", "бір")), act("ru", ("3", "три"), ("1", "раз"), ("2", "два"))
    )
    assert addressed(both.pairs()) == [
        ("2", "екі", "два"),
        ("1", "бір", "раз"),
        ("3", None, "три"),
    ]


def test_an_element_of_one_text_alone_is_named():
    both = BilingualAct(
        act("kk", ("1", "бір"), ("2", "екі")), act("ru", ("1", "раз"), ("3", "три"))
    )
    assert addressed(both.one_sided()) == [("2", "екі", None), ("3", None, "три")]
    assert both.one_sided()[0].target == Target(attachment="methodology", clause="2")


def test_a_repeated_number_is_paired_one_by_one():
    both = BilingualAct(
        act("kk", ("5", "а"), ("5", "ә"), ("5", "б")), act("ru", ("5", "первый"), ("5", "второй"))
    )
    assert addressed(both.pairs()) == [("5", "а", "первый"), ("5", "ә", "второй"), ("5", "б", None)]


@quick
@given(building.acts, building.acts)
def test_no_element_of_either_text_is_lost_or_doubled(kk, ru):
    pairs = list(BilingualAct(kk, ru).pairs())
    assert [pair.kk for pair in pairs if pair.kk] == [node for _, node in walk(kk)]
    assert sum(pair.ru is not None for pair in pairs) == len(list(walk(ru)))


@quick
@given(building.acts)
def test_an_act_beside_itself_has_nothing_one_sided(act):
    assert BilingualAct(act, act).one_sided() == ()
