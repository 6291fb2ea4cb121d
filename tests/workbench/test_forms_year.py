"""The commands of the evaluation's year: schedule, notices, minutes."""

from __future__ import annotations

import json
import stat

import pytest

from .test_forms_data import data_file


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_schedule_is_a_document_and_a_calendar_in_each_language(adisteme, tmp_path, profile):
    where = tmp_path / "out"
    done = adisteme("forms", "schedule", "--agency", profile(), "--year", 2026, "-o", where)
    assert done.code == 0
    assert names(where) == [
        f"schedule.{lang}.{kind}" for lang in ("kk", "ru") for kind in ("docx", "ics")
    ]


def test_transfers_move_the_days(adisteme, tmp_path, profile):
    moved = tmp_path / "transfers.yaml"
    moved.write_text("as_of: 2026-01-01\ndays_off: [2026-04-10]\n")
    where = tmp_path / "out"
    arguments = ("--agency", profile(), "--year", 2026, "--lang", "ru", "-o", where)
    assert adisteme("forms", "schedule", *arguments).code == 0
    assert "20260410" in (where / "schedule.ru.ics").read_text("utf-8")
    assert adisteme("forms", "schedule", *arguments, "--transfers", moved).code == 0
    assert "20260410" not in (where / "schedule.ru.ics").read_text("utf-8")


@pytest.mark.parametrize("year", ["1999", "soon"])
def test_a_year_that_is_none_is_wrong_use(adisteme, tmp_path, profile, year):
    arguments = ("--agency", profile(), "--year", year, "-o", tmp_path / "out")
    done = adisteme("forms", "schedule", *arguments)
    assert done.code == 2
    assert "--year" in done.err
    assert not (tmp_path / "out").exists()


def test_notices_go_to_everybody_in_the_data_file(adisteme, tmp_path, profile):
    data = data_file(tmp_path, {"1": ("A", ()), "2": ("A", ())})
    where = tmp_path / "out"
    arguments = ("--agency", profile(), "--data", data, "--year", 2026, "--quarter", 1)
    assert adisteme("forms", "notices", "form-4", *arguments, "-o", where).code == 0
    assert names(where) == ["notices.kk.docx", "notices.ru.docx"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in where.iterdir()} == {0o600}


def test_notices_to_nobody_are_refused(adisteme, tmp_path, profile):
    data = data_file(tmp_path, {})
    arguments = ("--agency", profile(), "--data", data, "--year", 2026, "--quarter", 1)
    done = adisteme("forms", "notices", "form-4", *arguments, "-o", tmp_path / "out")
    assert done.code == 2
    assert "rows read: 0" in done.err


def meeting(tmp_path, votes):
    stated = {
        "kind": "commission",
        "date": "2023-07-05",
        "period": "2022",
        "members": [
            {"name": "A", "post": "p", "part": "chair"},
            {"name": "B", "post": "p"},
        ],
        "items": [{"person": "P", "score": "3", "votes": votes}],
    }
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(stated))
    return path


def test_minutes_are_written_and_a_faulty_vote_is_told(adisteme, tmp_path, profile):
    where = tmp_path / "out"
    sound = meeting(tmp_path, {"A": "for", "B": "for"})
    assert adisteme("forms", "minutes", sound, "--agency", profile(), "-o", where).code == 0
    written = [f"{name}.{lang}.docx" for name in ("form-11", "minutes") for lang in ("kk", "ru")]
    assert names(where) == written
    faulty = meeting(tmp_path, {"B": "for", "Z": "for"})
    done = adisteme("forms", "minutes", faulty, "--agency", profile(), "-o", where)
    assert done.code == 1
    assert 'the voter "Z" is not among those taking part (clause 60)' in done.err
