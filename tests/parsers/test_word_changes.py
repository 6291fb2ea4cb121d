"""Tracked changes: the text with all of them or the text with none, never a mixture of both."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, HEADS
from test_word_lists import level, listed
from test_word_tables import tbl, tc, tr
from word_files import act_of, blocks, document, item, left_out, lines, p, r, said

WHO = 'w:id="1" w:author="а" w:date="2023-06-14T00:00:00Z"'


def ins(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def gone(words: str, tag: str = "del") -> str:
    return f"<w:{tag} {WHO}>{r(words).replace('w:t', 'w:delText')}</w:{tag}>"


def par(*content: str, mark: str = "", properties: str = "") -> str:
    own = f"<w:rPr><w:{mark} {WHO}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{own}</w:pPr>{''.join(content)}</w:p>"


CASES = {
    "words": (
        par(r("срок "), gone("десять"), ins(r("двадцать")), r(" дней")),
        ["срок двадцать дней"],
        ["срок десять дней"],
    ),
    "moved words": (
        par(gone("конец", "moveFrom"), r("середина"))
        + par(f"<w:moveTo {WHO}>{r('конец')}</w:moveTo>"),
        ["середина", "конец"],
        ["конецсередина"],
    ),
    "inserted and deleted again": (par(r("а"), ins(gone("б")), r("в")), ["ав"], ["ав"]),
    "a deleted end of a paragraph": (
        par(r("а"), mark="del") + par(r("б")), ["аб"], ["а", "б"],
    ),
    "an inserted end of a paragraph": (
        par(r("а"), mark="ins") + par(r("б")), ["а", "б"], ["аб"],
    ),
    "a paragraph deleted whole": (
        par(gone("а"), mark="del") + par(r("б")), ["б"], ["а", "б"],
    ),
    "a paragraph inserted whole": (
        par(ins(r("а")), mark="ins") + par(r("б")), ["а", "б"], ["б"],
    ),
    "a moved paragraph": (
        par(gone("а", "moveFrom"), mark="moveFrom") + par(r("б"))
        + par(f"<w:moveTo {WHO}>{r('а')}</w:moveTo>", mark="moveTo") + par(r("в")),
        ["б", "а", "в"], ["а", "б", "в"],
    ),
    "three ends in a row": (
        par(r("а"), mark="del") + par(r("б"), mark="del") + par(r("в")), ["абв"], ["а", "б", "в"],
    ),
    "the last end": (par(r("а"), mark="del"), ["а"], ["а"]),
    "changes of form": (
        par(
            r("а", f"<w:b/><w:rPrChange {WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
            properties=f"<w:pPrChange {WHO}><w:pPr><w:pStyle w:val='X'/></w:pPr></w:pPrChange>",
        ),
        ["а"], ["а"],
    ),
    "in a link": (
        f"<w:p><w:hyperlink>{r('а')}{ins(r('б'))}{gone('в')}</w:hyperlink></w:p>", ["аб"], ["ав"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_accepted_text_has_every_change(case):
    body, accepted, _ = CASES[case]
    assert lines(document(body)) == accepted


@pytest.mark.parametrize("case", CASES)
def test_the_original_text_has_no_change(case):
    body, _, original = CASES[case]
    assert lines(document(body), "original") == original


ROWS = {
    "a deleted row": (
        tbl(tr(tc("а"), tc("б")), tr(tc("в"), tc("г"), properties=f"<w:del {WHO}/>")),
        ["а", "б"], ["а", "б", "в", "г"],
    ),
    "an inserted row": (
        tbl(tr(tc("а"), tc("б")), tr(tc("в"), tc("г"), properties=f"<w:ins {WHO}/>")),
        ["а", "б", "в", "г"], ["а", "б"],
    ),
    "a deleted cell": (
        tbl(tr(tc("а"), tc("б", properties=f"<w:cellDel {WHO}/>"))), ["а"], ["а", "б"],
    ),
    "an inserted cell": (
        tbl(tr(tc("а"), tc("б", properties=f"<w:cellIns {WHO}/>"))), ["а", "б"], ["а"],
    ),
    "a table deleted whole": (
        tbl(tr(tc("а"), properties=f"<w:del {WHO}/>")) + p("б"), ["б"], ["а", "б"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_rows_and_cells_are_changed_as_words_are(case):
    body, accepted, original = ROWS[case]
    assert lines(document(body)) == accepted
    assert lines(document(body), "original") == original


def test_a_deleted_table_leaves_no_block():
    assert blocks(document(ROWS["a table deleted whole"][0])) == ["б"]


@pytest.mark.parametrize("case", {**CASES, **ROWS})
def test_every_word_is_in_the_text_or_left_out_by_name(case):
    body, *_ = {**CASES, **ROWS}[case]
    words = sorted("".join(lines(document(body), "accepted")) + "".join(
        text for _, text in left_out(document(body), "accepted")
    ).replace(" ", ""))  # fmt: skip
    other = sorted("".join(lines(document(body), "original")) + "".join(
        text for _, text in left_out(document(body), "original")
    ).replace(" ", ""))  # fmt: skip
    assert words == other


def test_what_is_left_out_has_its_reason():
    data = document(CASES["words"][0])
    assert left_out(data) == [("tracked-deletion", "десять")]
    assert left_out(data, "original") == [("tracked-insertion", "двадцать")]


def test_the_reader_says_which_text_it_read():
    data = document(CASES["words"][0] + CASES["a deleted end of a paragraph"][0])
    assert said(data) == [
        (
            "tracked-changes-accepted: the document has tracked changes; the text with all of them "
            "accepted was read"
        )
    ]
    assert said(data, "original") == [
        (
            "tracked-changes-original: the document has tracked changes; the original text without "
            "them was read"
        )
    ]


def test_a_document_without_changes_says_nothing_of_them():
    assert said(document(p("а") + CASES["changes of form"][0])) == []


def test_numbers_are_those_of_the_text_that_is_read():
    entry = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    items = (
        item("а"), par(gone("б"), mark="del", properties=entry),
        par(ins(r("в")), mark="ins", properties=entry), item("г"),
    )  # fmt: skip
    data = listed(*items, levels=(level(0, "%1."),))
    assert lines(data) == ["1. а", "2. в", "3. г"]
    assert lines(data, "original") == ["1. а", "2. б", "3. г"]


def test_a_joined_paragraph_has_the_number_of_its_beginning():
    entry = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = listed(
        par(r("а"), mark="del", properties=entry), p("б"), item("в"), levels=(level(0, "%1."),)
    )
    assert lines(data) == ["1. аб", "2. в"]


def test_a_list_that_was_put_on_later_is_a_change_too():
    entry = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'
    data = listed(p("а", entry), levels=(level(0, "%1."),))
    assert lines(data) == ["1. а"]
    assert lines(data, "original") == ["а"]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_act_is_the_one_that_was_asked_for_and_its_account_is_whole(lang):
    clause = par(r("1. "), gone("Бұрын"), ins(r("Қазір")), r("."))
    data = document("".join([*map(p, (*HEADS[lang], *APPROVALS[lang])), clause]))
    for changes, expected in (("accepted", "Қазір."), ("original", "Бұрын.")):
        act = act_of(data, changes=changes)
        assert act.attachments[0].body[0].text == expected
        account = act.accounting
        dropped = sum(len("".join(one.text.split())) for one in account.dropped)
        assert account.unaccounted == 0
        assert account.source == account.kept + account.markers + dropped
        assert [one.code for one in act.diagnostics] == [f"tracked-changes-{changes}"]
