"""A redaction with tracked changes: accepting gives the new act, rejecting the base."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from amendments.outcomes import AmendingAct, Result
from generator.render import render
from generator.tracked import OtherLanguageError, TrackedWishes, tracked
from model import Act, Attachment, Cell, Node, Note, Operation, Preamble, Signature, Target
from model.tree import mapped
from parsers import parse
from tests.generator import revisions

W = revisions.W


def clause(number, text, *children, notes=()):
    return Node("clause", number, text=text, children=children, notes=notes)


def table(*rows):
    cells = ([cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows)
    return Node("table", rows=tuple(map(tuple, cells)))


PART = Node("part", text="Бағалау қағаз тасымалдағышта жүргізіледі. Нәтиже үш жыл сақталады.")
FORM_TABLE = table(("Р/с №", "Атауы", "Бағасы"), ("1", "Сапа", ""), ("2", "Мерзім\nсақталуы", ""))
ACT = Act(
    lang="kk",
    type="decision",
    title="Әдістемені бекіту туралы",
    issuer="Шу аудандық мәслихаты",
    date="2023-06-26",
    number="4-10",
    requisites="Шу аудандық мәслихатының 2023 жылғы 26 маусымдағы № 4-10 шешімі",
    preamble=Preamble("Заңға сәйкес Шу аудандық мәслихаты ШЕШТІ:", "ШЕШТІ"),
    body=(clause("1", "Әдістеме бекітілсін."), clause("2", "Осы шешім қолданысқа енгізіледі.")),
    signatures=(Signature("Мәслихат төрағасы", "Ж. Әбенов"),),
    attachments=(
        Attachment(
            "methodology",
            title="Бағалау әдістемесі",
            header="Шу аудандық мәслихатының\nшешімімен\nбекітілген",
            body=(
                Node(
                    "chapter",
                    "1",
                    heading="Жалпы ережелер",
                    children=(
                        clause(
                            "1",
                            "Негізгі ұғымдар:",
                            Node("subclause", "1", text="бағалау – нәтижені өлшеу;"),
                            Node("subclause", "2", text="бағалаушы адам – тікелей басшы."),
                        ),
                        clause("2", "Бағалау бес жұмыс күні ішінде өткізіледі.", PART),
                        clause("3", "Бұл тармақ кейін алып тасталады."),
                    ),
                ),
            ),
        ),
        Attachment(
            "form",
            "1",
            title="Бағалау парағы",
            header="Әдістемеге\n1-қосымша\nНысан",
            body=(Node("part", text="_" * 20), FORM_TABLE, Node("part", text="Күні ______")),
        ),
    ),
)
NEW_CLAUSE = clause("2-1", "Калибрлеу сессиясы жылына бір рет өткізіледі.")
NOTE = Note("Ескерту. 2-тармақ жаңа редакцияда.", "2024-04-12", "15-2")


def changed(change, act=ACT):
    return mapped(act, change)


def at(number, change):
    """A change of the clause with this number in the methodology and in the decision."""
    return lambda node: change(node) if (node.kind, node.number) == ("clause", number) else node


def with_rows(change):
    def changed_table(node):
        return replace(node, rows=change(node.rows)) if node.kind == "table" else node

    return changed(changed_table)


def in_chapter(change):
    return changed(lambda n: replace(n, children=change(n.children)) if n.kind == "chapter" else n)


WIDE = table(tuple("1234567890"), tuple("абвгдеёжзи"))
CHANGES = {
    "nothing": ACT,
    "words of a clause": changed(
        at("2", lambda n: replace(n, text=n.text.replace("бес жұмыс", "үш күнтізбелік")))
    ),
    "a clause gone": in_chapter(lambda nodes: nodes[:2]),
    "a clause come": in_chapter(lambda nodes: (*nodes[:2], NEW_CLAUSE, *nodes[2:])),
    "a part come and a part gone": changed(
        at("2", lambda n: replace(n, children=(Node("part", text="Жаңа бөлік."), PART)))
    ),
    "the last part gone": changed(at("2", lambda n: replace(n, children=()))),
    "a note come": changed(at("2", lambda n: replace(n, notes=(NOTE,)))),
    "a note on the act": replace(ACT, notes=(NOTE,)),
    "renumbered": changed(at("3", lambda n: replace(n, number="4"))),
    "a heading": changed(
        lambda n: replace(n, heading="Негізгі ережелер") if n.kind == "chapter" else n
    ),
    "title and preamble": replace(
        ACT,
        title="Әдістемені бекіту және күшін жою туралы",
        preamble=Preamble("Заңға сәйкес мәслихат ҚАУЛЫ ЕТЕДІ:", "ҚАУЛЫ ЕТЕДІ"),
    ),
    "a row gone": with_rows(lambda rows: rows[:-1]),
    "a row come": with_rows(lambda rows: (*rows[:2], tuple(map(Cell, ("2", "Жаңа", ""))), rows[2])),
    "a cell of several lines": with_rows(
        lambda rows: (*rows[:-1], (Cell("2"), Cell("Мерзім\nмен сапа\nсақталуы"), Cell("")))
    ),
    "a column come": with_rows(lambda rows: tuple((*row, Cell("жаңа")) for row in rows)),
    "cells merged": with_rows(lambda rows: (*rows[:1], (Cell("1"), Cell("Сапа", 1, 2)), rows[2])),
    "a table gone": changed(lambda n: None if n.kind == "table" else n),
    "a table after a table": changed(
        lambda n: (
            replace(n, children=(FORM_TABLE, FORM_TABLE))
            if (n.kind, n.number) == ("clause", "3")
            else n
        )
    ),
    "an appendix gone": replace(ACT, attachments=ACT.attachments[:1]),
    "a lying appendix come": replace(
        ACT,
        attachments=(
            *ACT.attachments,
            Attachment("form", "2", "Хаттама", "Әдістемеге\n2-қосымша", (WIDE,)),
        ),
    ),
    "an appendix turned": replace(
        ACT, attachments=(ACT.attachments[0], replace(ACT.attachments[1], body=(WIDE,)))
    ),
    "another signatory": replace(ACT, signatures=(Signature("Мәслихат төрағасы", "Б. Жаңаев"),)),
    "everything new": replace(ACT, body=(clause("1", "Мүлде басқа."),), attachments=()),
}


def seen(blocks):
    return revisions.without_blanks(blocks)


@pytest.mark.parametrize("new", CHANGES.values(), ids=CHANGES)
def test_accepting_gives_the_new_act_and_rejecting_the_base(new):
    for before, after in ((ACT, new), (new, ACT)):
        data = tracked(before, after)
        assert seen(revisions.accepted(data)) == seen(revisions.plain(render(after)))
        assert seen(revisions.rejected(data)) == seen(revisions.plain(render(before)))


def content(act):
    """What the act says, without the account of the file it was read from."""
    return replace(act, accounting=ACT.accounting, diagnostics=())


@pytest.mark.parametrize("new", CHANGES.values(), ids=CHANGES)
def test_the_reader_of_the_house_finds_both_acts_in_the_one_file(new):
    data = tracked(ACT, new)
    assert content(parse(data)) == content(parse(render(new)))
    assert content(parse(data, changes="original")) == content(parse(render(ACT)))


@pytest.mark.parametrize("new", CHANGES.values(), ids=CHANGES)
def test_the_same_acts_give_the_same_bytes_and_python_docx_opens_them(new):
    data = tracked(ACT, new)
    assert data == tracked(ACT, new)
    assert docx.Document(io.BytesIO(data)).paragraphs


TEXTS = st.lists(
    st.sampled_from(["бағалау", "баға", "–", "№ 5", 'сөз"', "нәтиже.", "Ол", "\n", "1)", "", "ә"]),
    min_size=1,
    max_size=8,
).map(" ".join)
NODES = st.recursive(
    st.builds(
        Node,
        st.sampled_from(["clause", "part", "subclause", "item"]),
        st.sampled_from(["1", "2", "2-1", None]),
        text=TEXTS,
    )
    | st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3).map(lambda rows: table(*rows)),
    lambda inner: st.builds(
        Node,
        st.sampled_from(["clause", "chapter"]),
        st.sampled_from(["1", "2", "3"]),
        text=TEXTS,
        children=st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=6,
)
BODIES = st.lists(NODES, max_size=4).map(tuple)


@settings(max_examples=25, deadline=None)
@given(BODIES, BODIES)
def test_any_two_texts_come_back_whole(old, new):
    before, after = replace(ACT, body=old), replace(ACT, body=new)
    data = tracked(before, after)
    assert seen(revisions.accepted(data)) == seen(revisions.plain(render(after)))
    assert seen(revisions.rejected(data)) == seen(revisions.plain(render(before)))


def result(place, *, text="2-тармақ мынадай редакцияда жазылсын:", outcome="applied"):
    amending = AmendingAct(
        type="decision", issuer="Шу аудандық мәслихаты", date="2024-04-12", number="15-2"
    )
    return Result(
        operation=Operation("replace", place, text=text),
        outcome=outcome,
        place=place,
        clause="1.2",
        amending=amending,
    )


IN_METHODOLOGY = Target(attachment="methodology", clause="2")
SAID = (
    "Шу аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 15-2 шешімі, 1-тармақтың 2) тармақшасы"
    "\n2-тармақ мынадай редакцияда жазылсын:"
)


def test_a_comment_names_the_amending_act_and_its_clause_beside_the_change():
    data = tracked(ACT, CHANGES["words of a clause"], (result(IN_METHODOLOGY),))
    assert revisions.comments(data) == {"0": SAID}
    beside = [
        paragraph
        for paragraph in revisions.part(data, "word/document.xml").iter(f"{W}p")
        if paragraph.find(f"{W}commentRangeStart") is not None
    ]
    words = ["".join(piece.itertext()) for piece in beside]
    assert words == ["2. Бағалау бес жұмыс үш күнтізбелік күні ішінде өткізіледі."]


def test_a_change_of_a_clause_of_the_decision_is_not_taken_for_one_of_the_methodology():
    data = tracked(ACT, CHANGES["words of a clause"], (result(Target(clause="2")),))
    new = replace(ACT, body=(ACT.body[0], clause("2", "Осы шешім бүгін енгізіледі.")))
    assert revisions.comments(data) == {}
    assert revisions.comments(tracked(ACT, new, (result(Target(clause="2")),))) == {"0": SAID}


def test_what_was_not_applied_has_no_comment():
    missing = result(IN_METHODOLOGY, outcome="target-missing")
    assert revisions.comments(tracked(ACT, CHANGES["words of a clause"], (missing,))) == {}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a clause gone", Target(attachment="methodology", clause="3")),
        ("a clause come", Target(attachment="methodology", clause="2-1")),
        ("a heading", Target(attachment="methodology", chapter="1", element="heading")),
        ("title and preamble", Target(element="title")),
        ("title and preamble", Target(element="preamble")),
        ("a row gone", Target(attachment="methodology", appendix="1")),
        ("a table gone", Target(appendix="1")),
        ("a lying appendix come", Target(attachment="methodology", appendix="2")),
    ],
)
def test_every_kind_of_place_gets_its_comment(name, place):
    assert list(revisions.comments(tracked(ACT, CHANGES[name], (result(place),)))) == ["0"]


def marks(data):
    tags = (f"{W}ins", f"{W}del")
    return list(revisions.part(data, "word/document.xml").iter(*tags))


def test_changes_bear_the_date_of_the_amending_act_and_one_author():
    found = marks(tracked(ACT, CHANGES["words of a clause"], (result(IN_METHODOLOGY),)))
    assert {mark.get(f"{W}date") for mark in found} == {"2024-04-12T00:00:00Z"}
    assert {mark.get(f"{W}author") for mark in found} == {"Әдістеме"}
    assert len({mark.get(f"{W}id") for mark in found}) == len(found)


def test_an_unchanged_act_has_no_marks():
    assert marks(tracked(ACT, ACT)) == []


def test_whole_words_are_marked_and_the_rest_of_the_sentence_stays():
    found = marks(tracked(ACT, CHANGES["words of a clause"]))
    assert ["".join(mark.itertext()).strip() for mark in found] == ["бес жұмыс", "үш күнтізбелік"]


@pytest.mark.parametrize(("recording", "count"), [(True, 1), (False, 0)])
def test_word_goes_on_recording_only_where_it_is_wished(recording, count):
    data = tracked(ACT, ACT, wishes=TrackedWishes(recording=recording))
    settings_part = revisions.part(data, "word/settings.xml")
    assert len(settings_part.findall(f"{W}trackRevisions")) == count


def test_two_languages_are_refused():
    with pytest.raises(OtherLanguageError, match="the base is in kk, the new redaction in ru"):
        tracked(ACT, replace(ACT, lang="ru"))
