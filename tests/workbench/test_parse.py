"""``adisteme parse``: sources with both texts, and what became of every stretch of a source."""

from __future__ import annotations

import io
import json
import sys

import docx
import pytest

import adisteme as door
from parsers.errors import SeveralActsError
from workbench import marking

from .conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "parsers"))

from sources import page
from two_texts import KAZAKH, RUSSIAN, TEXTS, paragraphs, plain

FOOTED = page(*RUSSIAN, "© 2012. РГП на ПХВ «Институт законодательства и правовой информации "
              "Республики Казахстан» Министерства юстиции Республики Казахстан")  # fmt: skip


@pytest.fixture
def both(tmp_path):
    """A text with a Kazakh and a Russian act, as a file."""
    path = tmp_path / "both.txt"
    path.write_text(TEXTS["paragraph by paragraph"], encoding="utf-8")
    return path


@pytest.fixture
def russian(tmp_path):
    """A Russian act with the portal's footer under it."""
    path = tmp_path / "act.txt"
    path.write_text(FOOTED, encoding="utf-8")
    return path


def test_a_source_with_both_texts_gives_an_object_per_line(adisteme, both):
    done = adisteme("parse", both)
    assert (done.code, done.err) == (0, "")
    assert [json.loads(line)["lang"] for line in done.out.splitlines()] == ["kk", "ru"]


@pytest.mark.parametrize(("lang", "title"), [("kk", KAZAKH[0]), ("ru", RUSSIAN[0])])
def test_the_language_asked_for_gives_one_object(adisteme, both, lang, title):
    done = adisteme("parse", both, "--lang", lang)
    assert json.loads(done.out)["title"] == title


def test_a_language_that_is_not_there_is_refused(adisteme, russian):
    done = adisteme("parse", russian, "--lang", "kk")
    assert (done.code, done.out) == (2, "")
    assert "act.txt has no act in kk; its language: ru." in done.err


def test_both_texts_that_were_printed_are_read_back(adisteme, both, tmp_path):
    adisteme("parse", both, "-o", tmp_path / "acts.json")
    done = adisteme("parse", tmp_path / "acts.json", "--format", "outline")
    assert done.out.count("decision · ") == 2


def test_a_second_act_is_a_finding(adisteme, tmp_path):
    path = tmp_path / "two.txt"
    path.write_text(page(*KAZAKH, *KAZAKH), encoding="utf-8")
    done = adisteme("parse", path, "--format", "outline")
    assert done.code == 1
    assert "error: the source has a second act in the same language" in done.err


def test_marked_text_stands_in_brackets_under_a_legend(adisteme, russian):
    done = adisteme("parse", russian, "--marked")
    assert done.code == 0
    shown, _, text = done.out.partition(f"\n{russian} (ru)\n\n")
    assert shown == (
        "abc  part of the act\n"
        "{abc}  a marker: a number, a bracket, a divider; its meaning is in the act's structure\n"
        "[page-footer: abc]  left out, with the reason\n"
        "<<abc>>  not accounted for\n"
    )
    assert text.startswith(f"{RUSSIAN[0]}\n\n{RUSSIAN[1]}\n\n")
    assert "{1.} Утвердить прилагаемую Методику.\n" in text
    assert "[page-footer: © 2012. РГП на ПХВ" in text


def test_without_its_marks_the_text_is_the_source(adisteme, russian):
    out = adisteme("parse", russian, "--marked", "--format", "text").out
    text = (
        out.partition("(ru)\n\n")[2]
        .replace("[page-footer: ", "")
        .replace("Казахстан]", "Казахстан")
    )
    assert text.replace("{", "").replace("}", "").strip() == FOOTED.strip()


def test_of_both_texts_each_is_marked_under_its_language(adisteme, both):
    out = adisteme("parse", both, "--marked").out
    kazakh, russian = out.partition(f"{both} (kk)\n")[2].split(f"{both} (ru)\n")
    assert f"[other-language: {RUSSIAN[0]}]" in kazakh
    assert f"[other-language: {KAZAKH[0]}]" in russian


def test_what_stood_beside_the_text_of_a_document_stands_under_it(adisteme, tmp_path):
    path = tmp_path / "act.docx"
    made = docx.Document(io.BytesIO(paragraphs(*RUSSIAN)))
    made.sections[0].footer.paragraphs[0].text = "Телефон канцелярии"
    made.save(path)
    out = adisteme("parse", path, "--marked").out
    assert out.endswith("\n[page-footer: Телефон канцелярии]\n")


def test_colours_are_put_where_they_are_asked_for(adisteme, russian):
    out = adisteme("parse", russian, "--marked", "--color", "always").out
    assert "\x1b[36m1.\x1b[0m Утвердить" in out
    assert "\x1b[33m[page-footer: © 2012." in out
    assert "{1.}" not in out


@pytest.mark.parametrize(
    ("wish", "terminal", "coloured"),
    [
        pytest.param(("auto", "-", {}), True, True, id="a terminal"),
        pytest.param(("auto", "-", {}), False, False, id="no terminal"),
        pytest.param(("auto", "-", {"NO_COLOR": "1"}), True, False, id="NO_COLOR"),
        pytest.param(("auto", "-", {"NO_COLOR": ""}), True, True, id="NO_COLOR without a value"),
        pytest.param(("auto", "act.txt", {}), True, False, id="a file"),
        pytest.param(("always", "act.txt", {"NO_COLOR": "1"}), False, True, id="asked for"),
        pytest.param(("never", "-", {}), True, False, id="not wanted"),
    ],
)
def test_without_a_wish_a_terminal_decides_and_no_color_is_obeyed(
    monkeypatch, wish, terminal, coloured
):
    class Screen:
        def isatty(self):
            return terminal

    monkeypatch.setattr(marking.sys, "stdout", Screen())
    assert marking.wants_colour(*wish) is coloured


def test_marks_in_data_are_refused(adisteme, russian):
    done = adisteme("parse", russian, "--marked", "--format", "json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        'adisteme: "--marked" prints the text of a source, so it cannot stand with "--format json".'
    )


def test_an_acts_own_json_has_no_text_to_mark(adisteme, russian, tmp_path):
    adisteme("parse", russian, "-o", tmp_path / "act.json")
    done = adisteme("parse", tmp_path / "act.json", "--marked")
    assert done.code == 2
    assert 'act.json" is the JSON of an act and has no source text to mark.' in done.err


def test_the_programmers_door_gives_one_act_or_all():
    source = TEXTS["Kazakh, then Russian"]
    assert [one.lang for one in door.parse_all(source)] == ["kk", "ru"]
    assert door.parse(source, lang="ru").title == RUSSIAN[0]
    with pytest.raises(SeveralActsError):
        door.parse(source)


def lines_of(name):
    """The paragraphs of an act that is kept for the tests."""
    text = (ROOT / "tests" / "fixtures" / "acts" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and "\t" not in line]


def test_amending_acts_of_both_languages_have_their_operations():
    acts = [
        (ROOT / "tests" / "fixtures" / "acts" / f"amending-decision.{lang}.txt").read_text("utf-8")
        for lang in ("kk", "ru")
    ]
    kazakh, russian = door.parse_all("\n\n".join(acts))
    assert len(kazakh.operations) == len(russian.operations) > 0


def drafted() -> list[list[str]]:
    """A whole act with its methodology and forms in both languages, paragraph by paragraph."""
    agency = door.load_profile(ROOT / "examples" / "shu-maslikhat.yaml")
    return [door.as_text(act).strip().split("\n\n") for act in door.acts_for(agency)]


def in_turn(kazakh, russian):
    return [one for pair in zip(kazakh, russian, strict=True) for one in pair]


@pytest.mark.parametrize(
    "mixed",
    [lambda kk, ru: [*kk, *ru], lambda kk, ru: [*ru, *kk], in_turn],
    ids=["Kazakh first", "Russian first", "paragraph by paragraph"],
)
def test_a_whole_act_with_its_forms_is_read_out_of_both_texts_as_if_it_stood_alone(mixed):
    texts = drafted()
    alone = [plain(door.parse(page(*text))) for text in texts]
    assert [plain(one) for one in door.parse_all(page(*mixed(*texts)))] == alone


def test_generate_takes_both_texts_of_one_source(adisteme, tmp_path):
    source = tmp_path / "both.docx"
    source.write_bytes(paragraphs(*lines_of("base-decision.ru"), *lines_of("base-decision.kk")))
    agency = ROOT / "examples" / "shu-maslikhat.yaml"
    done = adisteme("generate", "--agency", agency, "--source", source, "--format", "json",
                    "-o", tmp_path / "out")  # fmt: skip
    assert done.code == 0, done.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "decision.kk.json",
        "decision.ru.json",
        "substitutions.json",
    ]


def test_review_takes_a_file_with_both_texts_as_its_own_counterpart(adisteme, tmp_path):
    path = tmp_path / "both.txt"
    shorter = [one for one in RUSSIAN if not one.startswith("2) ")]
    path.write_text(page(*KAZAKH, *shorter), encoding="utf-8")
    done = adisteme("review", path)
    assert done.code == 1
    assert "[same-entries]" in done.out


def test_a_counterpart_with_both_texts_is_refused(adisteme, both, russian):
    done = adisteme("review", russian, both)
    assert done.code == 2
    assert "both.txt holds 2 acts (kk, ru). Expected: one." in done.err
