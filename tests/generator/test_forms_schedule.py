"""Schedule, calendar, notices and minutes: one set of days and figures in both languages."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from forms.meeting import load_meeting, minutes
from forms.record import Record
from forms.workdays import Transfers, Workdays
from generator.clauses import clause_numbers
from generator.embedded import embedded
from generator.minutes import render_minutes
from generator.notices import Occasion, notices
from generator.schedule import calendar, plan_of, schedule_document
from model import Both
from workbench.profiles import load_profile

AGENCIES = ("shu-maslikhat", "labour-ministry", "almaty-audit-commission")


def profile(name):
    return load_profile(f"examples/{name}.yaml")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch, request):
    monkeypatch.chdir(request.config.rootpath)


def text(data):
    body = docx.Document(io.BytesIO(data)).element.body
    paragraphs = body.iter(qn("w:p"))
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs)


@pytest.mark.parametrize("name", AGENCIES)
def test_a_clause_has_the_number_that_the_agencys_methodology_gives_it(name):
    agency = profile(name)
    numbers = clause_numbers(agency)
    methodology = embedded(agency, "ru").attachments[0]
    said = {c.number: c.text for chapter in methodology.body for c in chapter.children}
    assert said[numbers["respondents-number"]].startswith("В опросе по каждому оцениваемому лицу")
    assert said[numbers["indicators-number"]].startswith("Количество КЦИ составляет")
    assert "О предстоящей оценке служащего" in said[numbers["ranking-notice"]]


def test_both_languages_of_the_schedule_name_the_same_days():
    plan = plan_of(profile("shu-maslikhat"), 2026, Workdays())
    days = {
        lang: re.findall(r"\d\d\.\d\d\.\d{4}", text(schedule_document(plan, lang)))
        for lang in ("kk", "ru")
    }
    assert days["kk"] == days["ru"]
    assert len(days["kk"]) >= len(plan.dues)


def test_the_schedule_says_on_which_calendar_it_rests():
    transfers = Transfers(date(2025, 12, 1))
    plan = plan_of(profile("shu-maslikhat"), 2026, Workdays(transfers))
    said = text(schedule_document(plan, "ru"))
    assert "Переносы выходных дней учтены по состоянию на 01.12.2025." in said
    assert "27.05.2026 – предполагаемый день Курбан айта" in said


def test_the_ministry_evaluates_until_the_twentieth():
    plan = plan_of(profile("labour-ministry"), 2026, Workdays())
    (found,) = [d for d in plan.dues if d.id == "evaluation" and d.period.quarter == 1]
    assert found.day == date(2026, 4, 20)


def unfolded(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_calendar_has_an_event_for_every_deadline_and_short_lines(lang):
    plan = plan_of(profile("shu-maslikhat"), 2026, Workdays())
    data = calendar(plan, lang)
    lines = unfolded(data)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(plan.dues)
    days = [line.partition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert days == [f"{one.day:%Y%m%d}" for one in plan.dues]
    identities = [line for line in lines if line.startswith("UID:")]
    assert len(set(identities)) == len(plan.dues)
    assert data == calendar(plan, lang)


def test_a_notice_names_the_person_the_clause_and_the_days_of_the_schedule():
    plan = plan_of(profile("kentau-maslikhat"), 2026, Workdays())
    person = Record("1").having({"person": Both("А. Үлгі", "А. Образцов")})
    said = {
        lang: text(notices(plan, [person], Occasion(1, "ranking"), lang)) for lang in ("kk", "ru")
    }
    assert "Кому: А. Образцов" in said["ru"]
    assert "В соответствии с пунктом 32 Методики" in said["ru"]
    assert "Оценка завершается не позднее 10 апреля 2026 года." in said["ru"]
    assert "Кімге: А. Үлгі" in said["kk"]
    assert "Әдістеменің 32-тармағына сәйкес" in said["kk"]
    assert "Бағалау 2026 жылғы 10 сәуірден кешіктірілмей аяқталады." in said["kk"]


MEETING = {
    "kind": "calibration",
    "date": "2026-04-30",
    "number": "3",
    "period": {"kk": "2026 жылғы 1-тоқсан", "ru": "1 квартал 2026 года"},
    "members": [
        {"name": "А. Бір", "post": {"kk": "басшы", "ru": "руководитель"}, "part": "chair"},
        {"name": "Б. Екі", "post": {"kk": "маман", "ru": "специалист"}},
        {"name": "В. Үш", "post": {"kk": "маман", "ru": "специалист"}, "present": False},
    ],
    "items": [
        {
            "person": {"kk": "Д. Бес", "ru": "Д. Пятый"},
            "score": "3.5",
            "corrected": "3.995",
            "votes": {"А. Бір": "for", "Б. Екі": "for"},
        }
    ],
}


def test_the_minutes_say_in_both_languages_who_voted_and_what_was_decided():
    done = minutes(load_meeting(json.dumps(MEETING).encode(), "m"), "m")
    said = {
        lang: text(render_minutes(done, profile("shu-maslikhat"), lang)) for lang in ("kk", "ru")
    }
    assert "Протокол калибровочной сессии № 3" in said["ru"]
    assert "2026 жылғы 30 сәуір" in said["kk"]
    assert (
        "Решили: скорректировать оценку, итоговая оценка – 4,00 "
        '("выполняет функциональные обязанности эффективно").'
    ) in said["ru"]
    assert (
        "Шешім: баға түзетілсін, қорытынды баға – 4,00 "
        '("функционалдық міндеттерін тиімді атқарады").'
    ) in said["kk"]
    assert all("2 / 0 / 0" in words for words in said.values())
    # The absent member is named and does not sign.
    assert said["ru"].count("В. Үш") == 1
    assert said["ru"].count("Б. Екі") == 2


@pytest.mark.parametrize(
    ("method", "rule", "said"),
    [
        ("indicators", "after_return", "в течение пяти рабочих дней после выхода на работу"),
        ("indicators", "without_participation", "не препятствует ее проведению"),
        ("ranking", "after_return", "не препятствует ее проведению"),
    ],
)
def test_a_notice_says_of_absence_what_the_agencys_methodology_says(method, rule, said):
    agency = replace(profile("shu-maslikhat"), options={"absence_rule": rule})
    plan = plan_of(agency, 2026, Workdays())
    data = notices(plan, [Record("1").having({"person": "А"})], Occasion(1, method), "ru")
    assert said in text(data)
