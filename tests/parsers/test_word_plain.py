"""Plain paragraphs are read at once, and what is read is what a walk through them gives."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from word_files import blocks, document, p, r, read

from parsers import word_body
from parsers.word_archive import Archive
from parsers.word_body import BodyReader
from parsers.word_parts import Parts
from parsers.word_plain import plain
from parsers.word_xml import W

STYLES = (
    "<w:style w:styleId='Listed'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Quiet'/>"
)
HIDING = f"{STYLES}<w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
NUMBERING = (
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
)
NOTES = f"<w:footnote w:id='1'>{p('сноска')}{p('тайна', '')}</w:footnote>"

WORDS = st.sampled_from(
    ["сөз", " екі  сөз ", "", "a\nb", "c\td", "\u00ad", "\u00a0", "1) ", "x&#13;y"]
)
ATOMS = st.one_of(
    WORDS.map(lambda words: f'<w:t xml:space="preserve">{words}</w:t>'),
    st.sampled_from([
        "<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:ptab/>",
        "<w:sym w:font='Symbol' w:char='F0B3'/>", "<w:footnoteReference w:id='1'/>",
        "<w:fldChar w:fldCharType='begin'/>", "<w:instrText>TOC a</w:instrText>",
        "<w:fldChar w:fldCharType='separate'/>", "<w:fldChar w:fldCharType='end'/>",
        "<w:lastRenderedPageBreak/>",
        "<w:lastRenderedPageBreak><w:t>z</w:t></w:lastRenderedPageBreak>",
        "<w:delText>жоқ</w:delText>", "<w:strange/>", "<w:strange><w:t>сыр</w:t></w:strange>",
        "<w:pict><w:txbxContent><w:p><w:r><w:t>бокс</w:t></w:r></w:p></w:txbxContent></w:pict>",
        "<w:rPr><w:vanish/></w:rPr>",
    ]),
)  # fmt: skip
RUN_PROPERTIES = st.sampled_from([
    "", "", "", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>",
    "<w:rPr><w:vanish w:val='0'/></w:rPr>", "<w:rPr><w:rStyle w:val='Secret'/></w:rPr>",
])  # fmt: skip
RUNS = st.builds(
    lambda own, atoms: f"<w:r>{own}{''.join(atoms)}</w:r>",
    RUN_PROPERTIES,
    st.lists(ATOMS, max_size=3),
)
INLINE = st.one_of(
    RUNS,
    RUNS,
    st.builds(
        lambda tag, run: f"<w:{tag}>{run}</w:{tag}>",
        st.sampled_from(["ins", "del", "hyperlink", "smartTag", "moveTo", "bookmarkStart", "p"]),
        RUNS,
    ),
    st.sampled_from(["<w:proofErr/>", "<w:bookmarkStart/>", "<w:pPr/>", "<w:t>жалаң</w:t>"]),
)
PROPERTIES = st.sampled_from([
    "", "", "<w:pPr/>", "<w:pPr><w:jc w:val='both'/></w:pPr>",
    "<w:pPr><w:pStyle w:val='Listed'/></w:pPr>", "<w:pPr><w:pStyle w:val='Secret'/></w:pPr>",
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:pPr><w:pStyle w:val='Listed'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>",
    "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
    "<w:pPr><w:pStyle w:val='Listed'/><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:numPr><w:numId w:val='1'/><w:ins/></w:numPr></w:pPr>",
])  # fmt: skip
PARAGRAPHS = st.builds(
    lambda own, content: f"<w:p>{own}{''.join(content)}</w:p>",
    PROPERTIES,
    st.lists(INLINE, max_size=4),
)
ROWS = st.sampled_from(["", "", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"])
CELLS = st.sampled_from(
    ["", "", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>", "<w:tcPr><w:cellDel/></w:tcPr>"]
)
TABLES = st.builds(
    lambda row, cell, content: (
        f"<w:tbl><w:tr>{row}<w:tc>{cell}{''.join(content)}</w:tc><w:tc>{p('б')}</w:tc></w:tr></w:tbl>"
    ),
    ROWS,
    CELLS,
    st.lists(PARAGRAPHS, max_size=2),
)
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, RUNS, TABLES), max_size=6).map("".join)


def all_of(data: bytes, changes: str) -> tuple:
    """All that the reader makes of a document."""
    found = read(data, changes)
    return found.text, blocks(data), found.remarks, found.dropped


TAKEN_OUT = "<w:rPr><w:del/></w:rPr>"
NUMBERED = "<w:numPr><w:numId w:val='1'/></w:numPr>"


@settings(max_examples=200, deadline=None)
@given(BODIES, st.sampled_from([STYLES, HIDING]), st.sampled_from(["accepted", "original"]))
@example(p("а", TAKEN_OUT) + p("б"), STYLES, "accepted")
@example(p("а", NUMBERED + TAKEN_OUT) + p("б", NUMBERED) + p("в", NUMBERED), STYLES, "accepted")
@example(f"<w:p><w:bookmarkStart>{r('а')}</w:bookmarkStart></w:p>", STYLES, "accepted")
@example(f"<w:p><w:pPr>{NUMBERED}</w:pPr><w:pPr/>{r('а')}</w:p>", STYLES, "accepted")
@example(p("а", "<w:pStyle w:val='Secret'/>"), HIDING, "accepted")
@example("<w:p>" + r("а", "<w:rStyle w:val='Secret'/>") + "</w:p>", HIDING, "accepted")
def test_reading_at_once_gives_what_the_walk_gives(body, styles, changes):
    data = document(body, styles=styles, numbering=NUMBERING, footnotes=NOTES)
    at_once = all_of(data, changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_body, "plain", lambda *_: None)
        walked = all_of(data, changes)
    assert at_once == walked


PLAIN = {
    "one run": (r("а"), "а"),
    "several runs": (r("а") + r("б"), "аб"),
    "none": ("", ""),
    "properties first": ("<w:pPr><w:pStyle w:val='Quiet'/></w:pPr>" + r("а"), "а"),
    "a run in bold": (r("а", "<w:b/>"), "а"),
    "signs": (
        "<w:r><w:t>а</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>",
        "а \n-\u00ad",
    ),
    "marks of Word": ("<w:proofErr/><w:bookmarkStart/>" + r("а") + "<w:bookmarkEnd/>", "а"),
    "a page's end as it was shown": ("<w:r><w:lastRenderedPageBreak/><w:t>а</w:t></w:r>", "а"),
}
WALKED = {
    "a link": f"<w:hyperlink>{r('а')}</w:hyperlink>",
    "an insertion": f"<w:ins>{r('а')}</w:ins>",
    "a note": "<w:r><w:footnoteReference w:id='1'/></w:r>",
    "a field": "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
    "a hidden run": r("а", "<w:vanish/>"),
    "a mark with words in it": "<w:bookmarkStart><w:t>а</w:t></w:bookmarkStart>",
    "properties twice": "<w:pPr/><w:pPr/>",
    "a text outside of a run": "<w:t>а</w:t>",
    "what nobody knows": "<w:r><w:strange/></w:r>",
}


def first_paragraph(content: str):
    archive = Archive(document(f"<w:p>{content}</w:p>"), "act.docx")
    parts = Parts(archive, archive.main or "")
    return plain(next(parts.root.iter(f"{W}p")), parts)


@pytest.mark.parametrize("case", PLAIN)
def test_a_paragraph_of_runs_with_text_is_plain(case):
    content, words = PLAIN[case]
    assert first_paragraph(content).words == words


@pytest.mark.parametrize("case", WALKED)
def test_a_paragraph_with_anything_else_is_not_plain(case):
    assert first_paragraph(WALKED[case]) is None


def test_the_number_of_a_last_paragraph_is_kept_though_its_end_is_taken_out():
    data = document(p("а", NUMBERED) + p("", NUMBERED + TAKEN_OUT), numbering=NUMBERING)
    assert read(data).text == "1) а\n2) \n"


def test_a_note_is_read_though_the_end_of_its_paragraph_is_taken_out():
    call = "<w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/></w:r>"
    data = document(f"<w:p><w:pPr>{TAKEN_OUT}</w:pPr>{call}</w:p>", footnotes=NOTES)
    assert read(data).text == "сноска\nтайна\n"


def test_what_a_document_was_read_with_is_gone_with_it():
    data = document(p("а") + f"<w:tbl><w:tr><w:tc>{p('б')}</w:tc></w:tr></w:tbl>")
    gc.collect()  # what other readings left behind is none of this one's
    gc.disable()  # it would clear what a circle keeps, only later
    try:
        read(data)
        kept = [one for one in gc.get_objects() if isinstance(one, BodyReader | Parts)]
    finally:
        gc.enable()
    assert kept == []
