"""What of a Word document is its text: signs, fields, links, controls; what is left out by name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from word_files import SPACES, document, left_out, lines, p, r, read, said


def run(content: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{own}{content}</w:r>"


def par(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def begin(code: str) -> str:
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f"<w:instrText> {code} </w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>')
    )


END = run('<w:fldChar w:fldCharType="end"/>')
CHOICE = (
    "<mc:AlternateContent><mc:Choice Requires='{}'>{}</mc:Choice>"
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
TEXTS = {
    "a tab": (par(r("а"), run("<w:tab/>"), r("б")), ["а б"]),
    "tab stops": (p("а", "<w:tabs><w:tab w:val='left' w:pos='5'/></w:tabs>"), ["а"]),
    "soft breaks": (par(r("а"), run("<w:br/>"), r("б"), run("<w:cr/>"), r("в")), ["а", "б", "в"]),
    "a page's end inside": (par(r("а"), run("<w:br w:type='page'/>"), r("б")), ["а", "б"]),
    "a hyphen that holds": (par(r("2"), run("<w:noBreakHyphen/>"), r("қосымша")), ["2-қосымша"]),
    "line ends of the XML": (par("<w:r><w:t>а\n  б\tв</w:t></w:r>"), ["а   б в"]),
    "a comment in the XML": (par("<w:r><w:t>сло<!-- - -->во</w:t></w:r>"), ["слово"]),
    "a sign of a symbol font": (
        par(r("а "), run("<w:sym w:font='Symbol' w:char='F0B3'/>"), r(" б")),
        ["а ≥ б"],
    ),
    "a sign of any font": (par(run("<w:sym w:font='Arial' w:char='2116'/>"), r(" 5")), ["№ 5"]),
    "a link": (
        par(f"<w:hyperlink r:id='x'>{r('Заңына')}</w:hyperlink>", r(" сәйкес")),
        ["Заңына сәйкес"],
    ),
    "a simple field": (par(f"<w:fldSimple w:instr='REF a'>{r('13')}</w:fldSimple>"), ["13"]),
    "a field": (par(r("№ "), begin("REF a"), r("13"), END, r(" бұйрық")), ["№ 13 бұйрық"]),
    "a field in a field": (
        par(
            run('<w:fldChar w:fldCharType="begin"/>'),
            begin("REF b"),
            r("код"),
            END,
            run('<w:fldChar w:fldCharType="separate"/>'),
            r("итог"),
            END,
        ),
        ["итог"],
    ),
    "a field over paragraphs": (
        par(begin("QUOTE"), r("а")) + p("б") + par(r("в"), END, r("г")),
        ["а", "б", "вг"],
    ),
    "smart tags": (
        par(f"<w:smartTag w:element='d'>{r('2023')}</w:smartTag>", r(" жыл")),
        ["2023 жыл"],
    ),
    "a control around runs": (
        par(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('а')}</w:sdtContent></w:sdt>", r("б")),
        ["аб"],
    ),
    "a control around paragraphs": (
        f"<w:sdt><w:sdtContent>{p('а')}{p('б')}</w:sdtContent></w:sdt>",
        ["а", "б"],
    ),
    "a control in a control": (
        (
            f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p('а')}</w:sdtContent></w:sdt>"
            "</w:sdtContent></w:sdt>"
        ),
        ["а"],
    ),
    "custom XML": (f"<w:customXml w:element='a'>{p('а')}</w:customXml>", ["а"]),
    "a choice that is known": (par(CHOICE.format("wps", r("а"), r("б"))), ["а"]),
    "a choice that is not": (par(CHOICE.format("cx", r("а"), r("б"))), ["б"]),
    "a formula": (
        par("<m:oMath><m:r><m:t>x=</m:t></m:r><m:r><m:t>1</m:t></m:r></m:oMath>"),
        ["x=1"],
    ),
    "an element of the future": (par(f"<w:newWrapper>{r('а')}</w:newWrapper>"), ["а"]),
    "a field's end alone": (par(END, r("а")), ["а"]),
}


@pytest.mark.parametrize("case", TEXTS)
def test_the_text_is_what_the_printed_page_shows(case):
    body, expected = TEXTS[case]
    assert lines(document(body)) == expected
    assert left_out(document(body)) == ([("field-code", "код")] if "in a field" in case else [])


LEFT_OUT = {
    "hidden words": (par(r("а"), r("тайна", "<w:vanish/>"), r("б")), ["аб"], ("hidden", "тайна")),
    "hidden by a style": (
        par(r("а"), r("тайна", "<w:rStyle w:val='Hid'/>")),
        ["а"],
        ("hidden", "тайна"),
    ),
    "hidden by the paragraph's style": (
        f"<w:p><w:pPr><w:pStyle w:val='Hid'/></w:pPr>{r('тайна', '<w:b/>')}</w:p>{p('а')}",
        ["а"],
        ("hidden", "тайна"),
    ),
    "soft hyphens": (
        par(r("сло\u00adво и "), r("де"), run("<w:softHyphen/>"), r("ло")),
        ["слово и дело"],
        ("soft-hyphen", "\u00ad\u00ad"),
    ),
    "signs without width": (
        par(r("сло\u200bво\ufeff")),
        ["слово"],
        ("zero-width-sign", "\u200b\ufeff"),
    ),
    "the list of headings": (
        par(begin(r'TOC \o "1-3"'), r("Глава 1")) + par(r("Глава 2"), END) + p("Глава 1"),
        ["Глава 1"],
        ("table-of-contents", "Глава 1"),
    ),
    "the list of headings in its control": (
        (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('Содержание')}</w:sdtContent></w:sdt>{p('а')}"
        ),
        ["а"],
        ("table-of-contents", "Содержание"),
    ),
    "words drawn as a shape": (
        par(r("а"), run("<w:pict><v:shape><v:textpath string='ПРОЕКТ'/></v:shape></w:pict>")),
        ["а"],
        ("decoration", "ПРОЕКТ"),
    ),
    "a hidden row": (
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p('тайна')}</w:tc></w:tr></w:tbl>{p('а')}",
        ["а"],
        ("hidden", "тайна"),
    ),
}
HIDING = (
    "<w:style w:styleId='Hid'><w:basedOn w:val='Base'/></w:style>"
    "<w:style w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
)


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_no_text_of_the_act_is_left_out_by_name(case):
    body, expected, reason = LEFT_OUT[case]
    data = document(body, styles=HIDING)
    assert lines(data) == expected
    assert left_out(data)[0] == reason


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_a_switch_that_is_turned_off_hides_nothing(off):
    body = par(r("а", f"<w:rStyle w:val='Hid'/><w:vanish w:val='{off}'/>"))
    assert lines(document(body, styles=HIDING)) == ["а"]


def test_a_paragraph_whose_end_is_hidden_runs_on():
    body = f"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{r('Глава 1. ')}</w:p>"
    assert lines(document(body + p("Слово"))) == ["Глава 1. Слово"]


def test_an_unknown_sign_is_named():
    data = document(par(r("а"), run("<w:sym w:font='Wingdings' w:char='F021'/>")))
    assert lines(data) == ["а�"]
    assert said(data) == [
        (
            'unknown-symbol: the sign F021 of the font "Wingdings" is not known; "�" stands in its '
            "place"
        )
    ]


@pytest.mark.parametrize("code", ["", "xyz", "FFFFFFFF", "D800"])
def test_a_damaged_sign_is_named_and_does_not_stop_the_reader(code):
    data = document(par(r("а"), run(f"<w:sym w:font='Symbol' w:char='{code}'/>")))
    assert lines(data) == ["а�"]
    assert said(data)[0].startswith("unknown-symbol: ")


def box(content: str) -> str:
    return f"<w:txbxContent>{content}</w:txbxContent>"


LINES = box(p("Утверждена") + p("решением"))
DRAWING = f"<w:drawing><wps:wsp><wps:txbx>{LINES}</wps:txbx></wps:wsp></w:drawing>"
OLD = f"<w:pict><v:shape><v:textbox>{LINES}</v:textbox></v:shape></w:pict>"
BOXES = {
    "a drawing": run(DRAWING),
    "an old drawing": run(OLD),
    "both, as Word writes them": run(CHOICE.format("wps", DRAWING, OLD)),
}


@pytest.mark.parametrize("case", BOXES)
def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on(case):
    data = document(p("Подпись") + par(r("а"), BOXES[case], r("б")) + p("Методика"))
    assert lines(data) == ["Подпись", "аб", "Утверждена", "решением", "Методика"]


def floating(relative: str, inner: str) -> str:
    return (
        f"<w:drawing><wp:anchor><wp:positionV relativeFrom='{relative}'>{inner}</wp:positionV>"
        f"<wps:txbx>{LINES}</wps:txbx></wp:anchor></w:drawing>"
    )


def shaped(style: str) -> str:
    return f"<w:pict><v:shape style='{style}'><v:textbox>{LINES}</v:textbox></v:shape></w:pict>"


ABOVE = {
    "begins above": floating("paragraph", "<wp:posOffset>-900000</wp:posOffset>"),
    "at the head of the page": floating("page", "<wp:posOffset>900000</wp:posOffset>"),
    "at the top margin": floating("margin", "<wp:align>top</wp:align>"),
    "an old one above": shaped("position:absolute;margin-top:-40.5pt;z-index:1"),
    "an old one at the top": shaped("margin-top:10mm;mso-position-vertical-relative:page"),
}
BELOW = {
    "at its height": floating("paragraph", "<wp:posOffset>0</wp:posOffset>"),
    "lower": floating("paragraph", "<wp:posOffset>900000</wp:posOffset>"),
    "far down the page": floating("page", "<wp:posOffset>9000000</wp:posOffset>"),
    "at the bottom": floating("margin", "<wp:align>bottom</wp:align>"),
    "nowhere": floating("paragraph", "<wp:posOffset>x</wp:posOffset>"),
    "an old one lower": shaped("margin-top:40pt"),
    "an old one nowhere": shaped("margin-top:;width"),
}


@pytest.mark.parametrize("case", {**ABOVE, **BELOW})
def test_a_box_that_floats_above_its_paragraph_stands_before_it(case):
    data = document(par(run({**ABOVE, **BELOW}[case]), r("Методика")))
    box = ["Утверждена", "решением"]
    assert lines(data) == ([*box, "Методика"] if case in ABOVE else ["Методика", *box])


@pytest.mark.parametrize("case", ABOVE)
def test_a_box_that_hangs_behind_words_stands_after_them(case):
    data = document(par(r("Подпись"), run(ABOVE[case])))
    assert lines(data) == ["Подпись", "Утверждена", "решением"]


def test_a_text_box_may_hold_a_table_and_another_box():
    inner = box(p("в"))
    table = f"<w:tbl><w:tr><w:tc>{p('г')}</w:tc><w:tc>{p('д')}</w:tc></w:tr></w:tbl>"
    outer = box(f"{par(r('б'), run(f'<w:pict>{inner}</w:pict>'))}{table}")
    assert lines(document(par(r("а"), run(f"<w:pict>{outer}</w:pict>")))) == ["а", "б", "в", "г", "д"]  # noqa: E501 - one order  # fmt: skip


PICTURE = "<w:drawing><a:graphic><a:blip r:embed='r-picture'/></a:graphic></w:drawing>"


@pytest.mark.parametrize(
    "drawing",
    [
        PICTURE,
        "<w:pict><v:imagedata r:id='r-picture'/></w:pict>",
        "<w:object><v:imagedata r:id='r-picture'/></w:object>",
    ],
    ids=["a drawing", "an old drawing", "an object"],
)
def test_a_picture_is_named_by_its_file(drawing):
    data = document(p("Слово") + par(run(drawing)))
    assert said(data) == [
        "form-picture: a form is given as a picture, its words were not read: word/media/image1.png"
    ]
    (remark,) = read(data).remarks
    assert remark.span.start == len("Слово\n")


def test_a_file_inside_the_document_is_named():
    data = document(p("Слово") + "<w:altChunk r:id='r-picture'/>")
    assert said(data) == [
        (
            "unread-part: another file is inserted into the document, its text was not read: "
            "word/media/image1.png"
        )
    ]


def note(key: int, *paragraphs: str) -> str:
    first = par(run("<w:footnoteRef/>"), r(f" {paragraphs[0]}"))
    return f"<w:footnote w:id='{key}'>{first}{''.join(map(p, paragraphs[1:]))}</w:footnote>"


def call(key: int, more: str = "", kind: str = "footnote") -> str:
    return run(f"<w:{kind}Reference w:id='{key}'{more}/>")


def test_a_footnote_stands_after_its_paragraph_with_its_sign():
    notes = note(1, "первая") + note(2, "вторая", "и ещё")
    body = par(r("слово"), call(1), r(" и дело"), call(2)) + p("дальше")
    assert lines(document(body, footnotes=notes)) == [
        "слово¹ и дело²", "¹  первая", "²  вторая", "и ещё", "дальше",
    ]  # fmt: skip


def test_endnotes_go_on_with_the_numbers_of_footnotes():
    body = par(r("а"), call(1), r("б"), call(1, kind="endnote"))
    ends = f"<w:endnote w:id='1'>{p('конец')}</w:endnote>"
    found = lines(document(body, footnotes=note(1, "низ"), endnotes=ends))
    assert found == ["а¹б²", "¹  низ", "² конец"]


def test_a_footnote_with_a_sign_of_its_own_keeps_it():
    body = par(r("слово"), call(1, " w:customMarkFollows='1'"), r("*"))
    notes = f"<w:footnote w:id='1'>{p('* пояснение')}</w:footnote>"
    assert lines(document(body, footnotes=notes)) == ["слово*", "* пояснение"]


def test_a_footnote_in_a_cell_stays_in_the_cell():
    body = f"<w:tbl><w:tr><w:tc>{par(r('а'), call(1))}</w:tc><w:tc>{p('б')}</w:tc></w:tr></w:tbl>"
    assert lines(document(body, footnotes=note(1, "низ"))) == ["а¹", "¹  низ", "б"]


def test_a_footnote_that_is_not_there_leaves_no_sign():
    assert lines(document(par(r("слово"), call(7)), footnotes=note(1, "первая"))) == ["слово"]


def test_a_footnote_in_deleted_words_is_deleted_with_them():
    body = par(r("а"), f"<w:del>{call(1)}</w:del>", r("б"), call(2))
    data = document(body, footnotes=note(1, "первая") + note(2, "вторая"))
    assert lines(data) == ["аб¹", "¹  вторая"]
    assert left_out(data) == [("tracked-deletion", "первая")]


@pytest.mark.parametrize("reason", ["header", "footer"])
def test_headers_and_footers_are_left_out_each_once(reason):
    body = p("Слово") + 2 * f"<w:sectPr><w:{reason}Reference r:id='r-{reason}'/></w:sectPr>"
    page = par(begin("PAGE"), r("2"), END)
    data = document(body, **{reason: page})
    assert lines(data) == ["Слово"]
    assert left_out(data) == [(f"page-{reason}", "2")]
    assert said(data) == []


def test_a_header_with_words_is_named():
    body = p("Слово") + "<w:sectPr><w:headerReference r:id='r-header'/></w:sectPr>"
    data = document(body, header=p("Проект от 5 мая") + p("2"))
    assert left_out(data) == [("page-header", "Проект от 5 мая 2")]
    assert said(data) == [
        (
            "page-header: a page header has words besides the page number; they were left out: "
            '"Проект от 5 мая 2"'
        )
    ]


def test_comments_are_counted_and_left_out():
    body = par("<w:commentRangeStart w:id='1'/>", r("а"), run("<w:commentReference w:id='1'/>"))
    comments = "".join(f"<w:comment w:id='{key}'>{p(words)}</w:comment>" for key, words in enumerate("яю"))  # noqa: E501 - one part  # fmt: skip
    data = document(body, comments=comments)
    assert lines(data) == ["а"]
    assert left_out(data) == [("comment", "я"), ("comment", "ю")]
    assert said(data) == [
        (
            "comments: the document has comments (2); they are not the text of the act and were "
            "not read"
        )
    ]


def test_the_frame_of_the_cases_declares_what_they_use():
    assert all(f"xmlns:{prefix}=" in SPACES for prefix in ("w", "r", "mc", "a", "m", "v", "wps"))


def test_a_hidden_part_of_a_formula_hides_nothing_after_it():
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    formula = f"<m:oMath><m:r>{hidden}<m:t>x</m:t></m:r><m:ctrlPr>{hidden}</m:ctrlPr></m:oMath>"
    data = document(par(formula, r("1. Утвердить.")) + p("2. Внести."))
    assert lines(data) == ["1. Утвердить.", "2. Внести."]
    assert left_out(data) == [("hidden", "x")]


def test_hidden_words_of_a_note_are_left_out_though_the_text_hides_none():
    call = run("<w:footnoteReference w:id='1'/>")
    note = (
        f"<w:footnote w:id='1'><w:p>{r('Сноска.', '<w:b/>')}{r(' Черновик.', '<w:vanish/>')}</w:p>"
    )
    data = document(par(r("1. Утвердить.", "<w:b/>"), call), footnotes=f"{note}</w:footnote>")
    assert "Черновик" not in read(data).text
    assert left_out(data) == [("hidden", "Черновик.")]
