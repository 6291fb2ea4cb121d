"""``adisteme amend`` and ``adisteme history``: what is written, what is refused, what is told."""

from __future__ import annotations

import json

import pytest

from model import codec

from .conftest import ROOT

ACTS = ROOT / "tests" / "fixtures" / "acts"
BASE = {lang: ACTS / f"base-decision.{lang}.txt" for lang in ("kk", "ru")}
AMENDING = {lang: ACTS / f"amending-decision.{lang}.txt" for lang in ("kk", "ru")}


def written(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def damaged(tmp_path):
    """The amending decision with an instruction on a clause that the base does not have."""
    source = AMENDING["ru"].read_text(encoding="utf-8")
    path = tmp_path / "damaged.txt"
    path.write_text(source.replace("пункт 5 исключить;", "пункт 95 исключить;"), encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_complete_amendment_gives_act_table_and_report(adisteme, tmp_path, lang):
    out = tmp_path / "out"
    done = adisteme("amend", BASE[lang], AMENDING[lang], "-o", out)
    assert done.code == 0, done.err
    assert written(out) == [
        f"comparative-table.{lang}.docx", f"consolidated.{lang}.docx",
        f"consolidated.{lang}.json", "report.json",
    ]  # fmt: skip
    operations = json.loads((out / "report.json").read_text(encoding="utf-8"))["operations"]
    assert [list(one)[:4] for one in operations] == [["action", "target", "outcome", "detail"]] * 13
    assert {one["outcome"] for one in operations} == {"applied"}
    assert operations[0]["target"] == {"attachment": "methodology", "clause": "4"}
    act = codec.from_json((out / f"consolidated.{lang}.json").read_bytes())
    assert (act.role, act.status, act.number) == ("base", "updated", "5-3")
    assert "applied 13, applied before 0." in done.err


def test_both_languages_are_amended_each_by_its_own_act(adisteme, tmp_path):
    done = adisteme(
        "amend", BASE["kk"], AMENDING["ru"], AMENDING["kk"],
        "--counterpart", BASE["ru"], "-o", tmp_path / "out",
    )  # fmt: skip
    assert done.code == 0, done.err
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [one["lang"] for one in report["operations"]] == ["kk"] * 13 + ["ru"] * 13
    assert report["differences"] == []


def test_with_one_operation_left_out_only_the_report_is_written(adisteme, tmp_path, damaged):
    out = tmp_path / "out"
    done = adisteme("amend", BASE["ru"], damaged, "-o", out)
    assert (done.code, written(out)) == (1, ["report.json"])
    assert 'ru: target missing: there is no "пункт 95 Методики"' in done.err
    assert "Nothing was consolidated: 1 of the operations could not be applied." in done.err


def test_what_is_missing_is_said_once_in_every_language(adisteme, tmp_path, damaged):
    done = adisteme("--ui", "ru", "amend", BASE["ru"], damaged, "-o", tmp_path / "out")
    assert 'ru: элемент не найден: "пункт 95 Методики"; ближайшие' in done.err
    done = adisteme("--ui", "kk", "amend", BASE["ru"], damaged, "-o", tmp_path / "out")
    assert '"пункт 95 Методики" табылмады' in done.err


def test_a_part_is_written_where_it_is_wished_for(adisteme, tmp_path, damaged):
    out = tmp_path / "out"
    done = adisteme("amend", BASE["ru"], damaged, "--partial", "-o", out)
    assert done.code == 1
    assert "consolidated.ru.docx" in written(out)
    assert "Nothing was consolidated" not in done.err


def test_an_amendment_of_another_act_is_refused_and_nothing_is_written(adisteme, tmp_path):
    other = ACTS / "damaged-amending.kk.txt"
    done = adisteme("amend", BASE["kk"], other, "-o", tmp_path / "out")
    assert done.code == 2
    assert "The amending act changes another act: it names decision, 2023-05-17, № 4-31" in done.err
    assert not (tmp_path / "out").exists()
    assert adisteme("amend", BASE["kk"], other, "--any-base", "-o", tmp_path / "out").code == 1


REFUSED = {
    "an amending act as base": (("kk", AMENDING["kk"], AMENDING["kk"]), "cannot be the base"),
    "an act that amends nothing": (("kk", BASE["kk"], BASE["kk"]), "No amending instruction was"),
    "no base in the language": (("kk", BASE["kk"], AMENDING["ru"]), 'is in "ru", but the base is'),
}


@pytest.mark.parametrize("case", REFUSED)
def test_acts_that_do_not_fit_together_are_refused(adisteme, tmp_path, case):
    (_, first, second), said = REFUSED[case]
    done = adisteme("amend", first, second, "-o", tmp_path / "out")
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "out").exists()


def test_a_text_that_stays_behind_is_told(adisteme, tmp_path):
    done = adisteme(
        "amend", BASE["kk"], AMENDING["kk"], "--counterpart", BASE["ru"], "-o", tmp_path / "out"
    )
    assert done.code == 1
    assert "The text in ru was not amended" in done.err


def test_before_the_day_of_force_the_text_is_the_base(adisteme, tmp_path):
    out = tmp_path / "out"
    done = adisteme("amend", BASE["ru"], AMENDING["ru"], "--as-of", "2024-01-01", "-o", out)
    assert done.code == 0
    assert json.loads((out / "report.json").read_text(encoding="utf-8"))["operations"] == []
    wrong = adisteme("amend", BASE["ru"], AMENDING["ru"], "--as-of", "soon", "-o", out)
    assert wrong.code == 2
    assert '"soon" is not a day of the calendar' in wrong.err


def test_the_same_files_give_the_same_bytes(adisteme, tmp_path):
    for name in ("one", "two"):
        adisteme("amend", BASE["ru"], AMENDING["ru"], "-o", tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_history_writes_every_redaction_and_the_table(adisteme, tmp_path):
    out = tmp_path / "out"
    done = adisteme("history", BASE["ru"], AMENDING["ru"], "-o", out)
    assert done.code == 0, done.err
    assert written(out) == [
        "history.json", "history.ru.docx",
        "redaction-0.2023-06-14.ru.docx", "redaction-0.2023-06-14.ru.json",
        "redaction-1.2024-04-12.ru.docx", "redaction-1.2024-04-12.ru.json",
    ]  # fmt: skip
    told = json.loads((out / "history.json").read_text(encoding="utf-8"))
    assert [one["day"] for one in told["redactions"]] == ["2023-06-14", "2024-04-12"]
    assert len(told["changes"]) == 13
