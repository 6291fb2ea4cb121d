"""The file itself: the same bytes every time, the card, the language, and that it opens."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from generator.render import render, render_attachment
from model import Act, Attachment, Cell, Node, Preamble, Signature

BLANK = "_" * 24
WORDS = {
    "kk": {
        "title": "Қызметті бағалау әдістемесін бекіту туралы",
        "issuer": "Ақбұлақ аудандық мәслихаты",
        "chapter": "Жалпы ережелер",
        "clause": "Бағалау жұмыстың тиімділігі мен сапасын айқындау үшін өткізіледі. " * 4,
        "item": "бағаланатын кезең – нәтижелер ескерілетін уақыт;",
        "head": ("Р/с №", "Көрсеткіш", "Өлшем бірлігі", "Жоспар", "Іс жүзінде", "Бағасы"),
        "question": "Міндеттерді маңыздылығына қарай реттеп, ресурстарды тиімді бөле ме? " * 2,
    },
    "ru": {
        "title": "Об утверждении Методики оценки деятельности",
        "issuer": "Акбулакский районный маслихат",
        "chapter": "Общие положения",
        "clause": "Оценка проводится для определения результативности и качества работы. " * 4,
        "item": "оцениваемый период – время, за которое учитываются результаты;",
        "head": ("№ п/п", "Показатель", "Единица измерения", "План", "Факт", "Оценка"),
        "question": "Располагает ли задачи по важности, распределяет ли ресурсы? " * 2,
    },
}


def table(*rows):
    cells = ([cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows)
    return Node(kind="table", rows=tuple(map(tuple, cells)))


def quarters(head):
    tall = [Cell(text, rowspan=2) for text in head[:3]]
    wide = [Cell(text, colspan=4) for text in head[3:5]]
    blank = [(str(number), *[""] * 11) for number in range(1, 6)]
    return table((*tall, *wide, Cell(head[5], rowspan=2)), ("I", "II", "III", "IV") * 2, *blank)


def competences(head, question):
    rows = [("№", head[1], head[2], head[5])]
    for number in range(1, 13):
        spanning = (Cell(str(number), rowspan=4), Cell(f"{head[1]} {number}", rowspan=4))
        rows += [(*spanning, question, ""), (question, ""), (question, "")]
        rows.append((Cell(head[5]), ""))
    return table(*rows)


def clauses(words):
    for number in range(1, 46):
        listed = (
            Node(kind="subclause", number=str(place), text=words["item"]) for place in range(1, 4)
        )
        below = tuple(listed) if number % 5 == 0 else ()
        yield Node(kind="clause", number=str(number), text=words["clause"], children=below)


def methodology(words):
    every = list(clauses(words))
    chapters = (
        Node(
            kind="chapter",
            number=str(chapter + 1),
            heading=words["chapter"],
            children=tuple(every[chapter * 9 : chapter * 9 + 9]),
        )
        for chapter in range(5)
    )
    return Attachment(kind="methodology", title=words["title"], body=tuple(chapters))


def full_act(lang):
    words = WORDS[lang]
    blanks = table((f"{words['head'][5]} {BLANK}", f"{words['head'][4]} {BLANK}"))
    forms = (quarters(words["head"]), competences(words["head"], words["question"]))
    return Act(
        lang=lang,
        title=words["title"],
        issuer=words["issuer"],
        date="2023-06-14",
        number="5-3",
        preamble=Preamble(f"{words['issuer']}:"),
        body=(Node(kind="clause", number="1", text=words["item"]),),
        signatures=(Signature(words["issuer"], "Б. Үлгібаев"),),
        attachments=(
            methodology(words),
            *(
                Attachment(kind="form", title=words["title"], header="1", body=(form, blanks))
                for form in forms
            ),
        ),
    )


@pytest.fixture(scope="module", params=["kk", "ru"])
def act(request):
    return full_act(request.param)


def test_the_same_act_gives_the_same_bytes(act):
    assert render(act) == render(act)


def test_the_same_bytes_come_from_another_process():
    program = (
        "import hashlib, model, generator.render as r;"
        "a = model.Act(lang='kk', title='T', notes=(model.Note('N'),));"
        "print(hashlib.sha256(r.render(a)).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    ]
    assert runs[0] == runs[1] != ""


def test_every_entry_of_the_archive_is_dated_1980_in_a_fixed_order(act):
    with zipfile.ZipFile(io.BytesIO(render(act))) as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_card_names_title_issuer_language_and_the_date_of_the_act(act):
    card = docx.Document(io.BytesIO(render(act))).core_properties
    words = WORDS[act.lang]
    assert (card.title, card.author) == (words["title"], words["issuer"])
    assert card.language == {"kk": "kk-KZ", "ru": "ru-RU"}[act.lang]
    assert card.created == card.modified == dt.datetime(2023, 6, 14, tzinfo=dt.UTC)


LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize("date", [None, "14 июня"], ids=["a draft", "not of the calendar"])
def test_an_act_without_a_date_is_dated_1980_in_the_card(date):
    document = docx.Document(io.BytesIO(render(Act(lang="ru", title="О", date=date))))
    assert document.core_properties.created == LONG_AGO
    assert (date or "20__ года") in document.paragraphs[1].text


def test_a_form_alone_is_dated_1980_and_bears_its_title():
    data = render_attachment(Attachment(kind="form", title="Парақ"), "kk")
    card = docx.Document(io.BytesIO(data)).core_properties
    assert (card.created, card.title, card.language) == (LONG_AGO, "Парақ", "kk-KZ")


def test_a_title_longer_than_the_card_holds_is_shortened_there_alone():
    data = render(Act(lang="kk", title="сөз " * 100))
    document = docx.Document(io.BytesIO(data))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text.count("сөз") == 100


def test_the_proofing_language_is_set_everywhere(act):
    data = render(act)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "word/" in name]
    marks = re.findall(
        r'<w:(?:lang|themeFontLang) w:val="([^"]+)" w:eastAsia="([^"]+)"', "".join(parts)
    )
    tag = {"kk": "kk-KZ", "ru": "ru-RU"}[act.lang]
    assert len(marks) >= 2
    assert set(marks) == {(tag, tag)}


def test_the_font_is_set_on_all_four_script_slots_of_every_style(act):
    styles = docx.Document(io.BytesIO(render(act))).styles.element
    fonts = list(styles.iter(qn("w:rFonts")))
    assert len(fonts) > 20
    for font in fonts:
        slots = {slot: font.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs", "eastAsia")}
        assert set(slots.values()) == {"Times New Roman"}


def test_the_finished_file_keeps_no_place_unfilled(act):
    with zipfile.ZipFile(io.BytesIO(render(act))) as archive:
        text = archive.read("word/document.xml").decode()
    assert "{{" not in text
    assert "\ue000" not in text


OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Convert acts to PDF with LibreOffice: the text of every page, by the name of the act."""
    assert OFFICE, "LibreOffice is needed where CI is set"
    folder = tmp_path_factory.mktemp("office")

    def convert(acts):
        for name, value in acts.items():
            (folder / f"{name}.docx").write_bytes(render(value))
        files = [str(folder / f"{name}.docx") for name in acts]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
        return {name: page_texts(folder / f"{name}.pdf") for name in acts}

    return convert


def page_texts(path):
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


@needs_office
def test_libreoffice_lays_out_every_page_as_a_department_expects(pages):
    found = pages({lang: full_act(lang) for lang in WORDS})
    for lang, texts in found.items():
        words = WORDS[lang]
        assert 10 < len(texts) < 30
        assert all(texts), "no page is empty"
        assert [text.split()[0] for text in texts[1:]] == [
            str(number) for number in range(2, len(texts) + 1)
        ], "every page but the first begins with its number"
        heads = [text for text in texts if words["head"][1] in text and "№" in text]
        assert len(heads) >= 4, "the head of the long table repeats"
        assert BLANK in texts[-1]


@needs_office
def test_libreoffice_never_leaves_the_signature_alone_on_a_page(pages):
    def act_of(count):
        body = tuple(Node(kind="clause", number=str(n), text="сөз") for n in range(1, count))
        return Act(lang="kk", title="Т", body=body, signatures=(Signature("Төраға", "А. Үлгі"),))

    found = pages({f"clauses-{count}": act_of(count) for count in range(34, 52)})
    assert {len(texts) for texts in found.values()} == {1, 2}
    for texts in found.values():
        assert "А. Үлгі" in texts[-1]
        assert "сөз" in texts[-1]
