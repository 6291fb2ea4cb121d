"""PDF: what stands on the pages, in the order of the pages; files that cannot be read."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from parsers.errors import SourceError
from parsers.ledger import Ledger
from parsers.pdf import (
    PAGE_LIMIT,
    BlankPdfError,
    BrokenPdfError,
    EndlessPdfError,
    LockedPdfError,
    PdfReaderMissingError,
    ScannedPdfError,
    SlowPdfError,
    is_pdf,
    read_pdf,
    with_dropped,
)

sys.path.insert(0, str(Path(__file__).parent))

from pdf_files import Words, absent, box, lines, locked, pdf, without_pdfium, written

CLAUSES = lines("1. Слово первое.", "2. Слово второе.")
FULL = "слово " * 16 + "слово"  # 101 letters of 5 points: it fills a line of 505


@pytest.fixture(params=["pypdfium2", "pypdf"])
def reader(request, monkeypatch):
    """Each test runs with either library."""
    if request.param == "pypdf":
        without_pdfium(monkeypatch)
    return request.param


def text_of(*pages, **settings):
    return read_pdf(pdf(*pages, **settings), "act.pdf").text


def paragraphs_of(*pages):
    return [one.strip() for one in text_of(*pages).split("\n") if one.strip()]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf(CLAUSES), True),
        (b"\n\n" + pdf(CLAUSES), True),
        ("1. Слово.".encode(), False),
        (b"PK\x03\x04%PDX", False),
        (b"", False),
    ],
    ids=["a PDF", "noise before it", "text", "an archive", "nothing"],
)
def test_a_pdf_is_told_by_its_first_bytes(data, told):
    assert is_pdf(data) is told


@pytest.mark.usefixtures("reader")
def test_lines_are_read_from_the_top_whatever_the_order_in_the_file():
    assert paragraphs_of(CLAUSES[::-1]) == ["1. Слово первое.", "2. Слово второе."]


@pytest.mark.usefixtures("reader")
def test_linked_words_that_the_file_gives_last_stand_where_they_are_seen():
    page = [Words(50, 800, "по пункту          Закона сказано."), Words(100, 800, "статьи 3")]
    assert paragraphs_of(page) == ["по пункту статьи 3 Закона сказано."]


@pytest.mark.usefixtures("reader")
def test_letters_printed_twice_are_read_once():
    page = [Words(50, 800, "Слово"), Words(50.4, 800, "Слово")]
    assert paragraphs_of(page) == ["Слово"]


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("turn", "place"),
    [("90", "0 1 -1 0 42 50"), ("180", "-1 0 0 -1 545 42"), ("270", "0 -1 1 0 553 792")],
)
def test_a_turned_page_is_read_as_it_is_seen(turn, place):
    page = [f"BT /Latin 10 Tf {place} Tm (first) Tj 0 -30 Td (second) Tj ET"]
    assert text_of(page, extra=f"/Rotate {turn}").split() == ["first", "second"]


@pytest.mark.usefixtures("reader")
def test_a_line_cut_by_the_margin_goes_on_and_a_short_one_ends_its_paragraph():
    page = lines(f"1. {FULL[:-6]}", "конец.", "2. Слово.", "3. Слово.")
    assert paragraphs_of(page) == [f"1. {FULL[:-6]} конец.", "2. Слово.", "3. Слово."]


@pytest.mark.usefixtures("reader")
def test_a_sentence_goes_on_over_a_page_end():
    first = [*lines("1. Слово."), Words(50, 60, f"2. {FULL[:-6]}"), Words(290, 30, "1")]
    second = [*lines("на новой странице.", "3. Слово."), Words(290, 30, "2")]
    assert paragraphs_of(first, second) == [
        "1. Слово.",
        f"2. {FULL[:-6]} на новой странице.",
        "3. Слово.",
    ]


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("above", "below", "whole", "dropped"),
    [
        ("служа-", "щего", "служащего", (("hyphenation", "-"),)),
        ("33-", "бабының", "33-бабының", ()),
        ("социально-", "трудовой", "социально-трудовой", ()),
    ],
    ids=["cut by the line", "a number", "a compound word"],
)
def test_a_hyphen_at_the_end_of_a_line_is_dropped_only_where_the_whole_word_is_known(
    above, below, whole, dropped
):
    start = "о" * (100 - len(above)) + " "
    found = read_pdf(pdf(lines(start + above, f"{below} слово.", "Служащего нет.")), "act.pdf")
    assert whole in found.text.split()
    assert found.dropped == dropped


@pytest.mark.usefixtures("reader")
def test_page_numbers_and_running_heads_are_named_and_the_text_is_kept():
    pages = [
        [
            Words(50, 820, "Банк данных"),
            *lines(f"{place}. Слово.", top=780),
            Words(290, 30, f"- {place} -"),
        ]
        for place in (1, 2, 3)
    ]
    found = read_pdf(pdf(*pages), "act.pdf")
    assert found.text.split("\n\n") == ["1. Слово.", "2. Слово.", "3. Слово.", ""]
    assert sorted(found.dropped) == [
        *(("page-number", f"- {place} -") for place in (1, 2, 3)),
        *[("running-head", "Банк данных")] * 3,
    ]


@pytest.mark.usefixtures("reader")
def test_a_corner_block_that_begins_several_pages_is_no_running_head():
    pages = [
        [*lines("Әдістемеге", f"{place}-қосымша", left=400), *lines("Парақ", top=700)]
        for place in (1, 2, 3)
    ]
    found = read_pdf(pdf(*pages), "act.pdf")
    assert found.text.count("Әдістемеге") == 3
    assert found.dropped == ()


@pytest.mark.usefixtures("reader")
def test_a_figure_that_ends_a_page_is_no_page_number():
    found = read_pdf(pdf(lines("Всего", "17"), lines("Слово.")), "act.pdf")
    assert found.dropped == ()
    assert "17" in found.text.split()


GRID = [
    box(50, 700, 350, 760), "50 720 m 350 720 l S", "50 740 m 150 740 l S",
    "250 740 m 350 740 l S", "150 700 m 150 760 l S", "250 700 m 250 760 l S",
    Words(55, 745, "Имя"), Words(155, 735, "Итог"), Words(255, 745, "Балл"),
    Words(255, 725, "от 0"), Words(55, 705, "Аа"), Words(155, 705, "Бб"),
]  # fmt: skip


@pytest.mark.usefixtures("reader")
def test_ruling_lines_make_rows_of_cells_and_show_what_is_merged():
    found = read_pdf(pdf([*lines("Лист"), *GRID, *lines("Конец", top=600)]), "act.pdf")
    assert found.text == "Лист\n\nИмя\tИтог\tБалл\n\t\tот 0\nАа\tБб\t\n\nКонец\n\n"
    _, table, _ = found.blocks
    assert table.sizes == (
        ((1, 1), (2, 1), (1, 1)),
        ((1, 1), (1, 1)),
        ((1, 1), (1, 1), (1, 1)),
    )


@pytest.mark.usefixtures("reader")
def test_a_frame_around_words_and_a_line_under_them_are_no_table():
    page = [*lines("1. Слово."), box(40, 780, 300, 820), "50 700 m 300 700 l S"]
    assert text_of(page) == "1. Слово.\n\n"


@pytest.mark.usefixtures("reader")
def test_a_table_goes_on_over_a_page_end_without_its_repeated_head():
    head = [Words(55, 745, "Имя"), Words(155, 745, "Балл")]
    rules = [box(50, 700, 250, 760), "50 740 m 250 740 l S", "150 700 m 150 760 l S"]
    first = [*lines("Лист"), *rules, *head, Words(55, 725, "Аа"), Words(155, 725, "Бб")]
    second = [*rules, *head, Words(55, 725, "Вв"), Words(155, 725, "Гг"), *lines("Конец", top=600)]
    found = read_pdf(pdf(first, second), "act.pdf")
    assert found.text == "Лист\n\nИмя\tБалл\nАа\tБб\nВв\tГг\n\nКонец\n\n"
    assert found.dropped == (("repeated-table-head", "Имя"), ("repeated-table-head", "Балл"))


@pytest.mark.usefixtures("reader")
def test_a_wide_space_parts_a_post_from_a_name_and_a_post_may_take_two_lines():
    page = [
        *lines("1. Слово слово слово."),
        Words(60, 700, "Председатель районного"), Words(400, 700, "Б. Имя"),
        Words(60, 688, "маслихата"),
    ]  # fmt: skip
    assert text_of(page).endswith("\n\nПредседатель районного маслихата\tБ. Имя\n\n")


@pytest.mark.usefixtures("reader")
def test_a_post_may_take_three_lines():
    page = [
        *lines("1. Слово слово слово."),
        Words(60, 700, "Исполняющий обязанности"), Words(400, 700, "Б. Имя"),
        Words(60, 688, "председателя районного"), Words(60, 676, "маслихата"),
    ]  # fmt: skip
    post = "Исполняющий обязанности председателя районного маслихата"
    assert text_of(page).endswith(f"\n\n{post}\tБ. Имя\n\n")


def test_blocks_are_cut_from_the_text():
    found = read_pdf(pdf([*lines("Лист"), *GRID]), "act.pdf")
    texts = [text for block in found.blocks for text in block.texts()]
    assert [found.text[text.span.start : text.span.end] for text in texts] == list(map(str, texts))
    assert sum(len("".join(text.chars.split())) for text in texts) == len(
        "".join(found.text.split())
    )


def test_what_was_dropped_is_in_the_account():
    found = read_pdf(pdf([*CLAUSES, Words(290, 30, "1")]), "act.pdf")
    account = with_dropped(Ledger(found.text).account(), found)
    assert [(one.reason, one.text) for one in account.dropped] == [("page-number", "1")]
    assert account.source == len("".join(found.text.split())) + 1


def test_pages_with_a_picture_and_no_words_are_counted():
    picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI"
    assert read_pdf(pdf(CLAUSES * 5, [picture], CLAUSES * 5), "act.pdf").pictures == (2,)


PICTURES = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
PLAIN = pdf(CLAUSES)
REFUSED = {
    "locked": (
        locked(PLAIN, "secret"),
        LockedPdfError,
        (
            "act.pdf is a PDF that is locked with a password. Expected a PDF that opens without "
            "one; open it in its own program, save it without the password and try again."
        ),
    ),
    "scanned": (
        pdf([PICTURES], [PICTURES]),
        ScannedPdfError,
        (
            "act.pdf is a PDF that holds pictures of pages (2) without text. Expected a text "
            "layer; recognise the text with an OCR program first, or use the DOCX download of the "
            "act."
        ),
    ),
    "blank": (
        pdf([], []),
        BlankPdfError,
        (
            "act.pdf is a PDF without text (pages: 2). Expected the text of an act; check that the "
            "right file was saved, or use the DOCX download of the act."
        ),
    ),
}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(case):
    data, kind, message = REFUSED[case]
    with pytest.raises(kind) as caught:
        read_pdf(data, "act.pdf")
    assert str(caught.value) == message


@pytest.mark.usefixtures("reader")
def test_a_file_that_only_its_owner_may_change_is_read():
    assert read_pdf(locked(PLAIN, ""), "act.pdf").text == read_pdf(PLAIN, "act.pdf").text


CIRCLE = written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"])
DEEP = written(
    [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1/Deep " + "[" * 50_000 + "]" * 50_000 + ">>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
)
BROKEN = {
    "no more than a signature": b"%PDF-1.7\n",
    "cut off early": PLAIN[:200],
    "pages in a circle": CIRCLE,
    "brackets without end": DEEP,
}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("case", BROKEN)
def test_a_damaged_file_is_refused_and_never_hangs(case):
    with pytest.raises((BrokenPdfError, BlankPdfError)) as caught:
        read_pdf(BROKEN[case], "act.pdf")
    message = str(caught.value)
    assert message.startswith("act.pdf ")
    assert message.endswith("use the DOCX download of the act.")


@pytest.mark.usefixtures("reader")
def test_more_pages_than_any_act_has_are_refused():
    with pytest.raises(EndlessPdfError) as caught:
        read_pdf(pdf(*[[]] * (PAGE_LIMIT + 1)), "act.pdf")
    assert str(caught.value) == (
        "act.pdf is a PDF with more pages than any act has (2001; at most 2000 are read). "
        "Expected one act; check that this is the right file, or print the pages of the act alone "
        "to a new PDF."
    )


def test_a_larger_file_than_any_act_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr("parsers.pdf.SIZE_LIMIT", 100)
    with pytest.raises(EndlessPdfError, match=r"with more bytes .* at most 100 are read"):
        read_pdf(PLAIN, "act.pdf")


def test_more_letters_than_any_act_has_are_refused(monkeypatch):
    monkeypatch.setattr("parsers.pdf.LETTER_LIMIT", 5)
    with pytest.raises(EndlessPdfError, match="with more letters than any act has"):
        read_pdf(PLAIN, "act.pdf")


def test_reading_stops_where_it_takes_too_long(monkeypatch):
    monkeypatch.setattr("parsers.pdf.TIME_LIMIT", -1)
    with pytest.raises(
        SlowPdfError, match=r"^act\.pdf takes longer than -1 seconds to read \(page"
    ):
        read_pdf(PLAIN, "act.pdf")


def test_without_either_library_the_message_names_them(monkeypatch):
    without_pdfium(monkeypatch)
    monkeypatch.setattr("parsers.pdf_content.sheets", absent)
    with pytest.raises(PdfReaderMissingError, match="neither pypdfium2 nor pypdf is installed"):
        read_pdf(PLAIN, "act.pdf")


@pytest.mark.usefixtures("reader")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(9, len(PLAIN) - 1), noise=st.binary(min_size=1, max_size=12))
@example(place=1327, noise=b"+")
def test_damage_at_any_place_is_read_past_or_refused_by_name(place, noise):
    damaged = PLAIN[:place] + noise + PLAIN[place + len(noise) :]
    try:
        said = read_pdf(damaged, "act.pdf").text
    except SourceError as error:
        said = str(error).removeprefix("act.pdf ")
        damaged = b""
    assert said.strip()
    assert damaged or "Expected" in said


@settings(max_examples=60)
@given(data=st.binary(max_size=300))
def test_noise_behind_the_signature_never_ends_in_a_crash(data):
    with pytest.raises(SourceError, match=r"^act\.pdf "):
        read_pdf(b"%PDF-1.5\n" + zlib.compress(data), "act.pdf")
