"""``adisteme review --model``: which texts are compared, what is printed, with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ACTS = Path(__file__).resolve().parents[1] / "fixtures" / "acts"
KK, RU = (str(ACTS / f"base-decision.{lang}.txt") for lang in ("kk", "ru"))
DAYS = {"kk": ("бес жұмыс күні", "бес күнтізбелік күн"), "ru": ("пяти рабочих", "пяти календарных")}


@pytest.fixture
def changed(tmp_path):
    """The text of a language with calendar days in the place of working days."""

    def written(lang):
        text = Path(KK if lang == "kk" else RU).read_text(encoding="utf-8")
        old, new = DAYS[lang]
        assert text.count(old) == 1
        path = tmp_path / f"changed.{lang}.txt"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return str(path)

    return written


@pytest.mark.parametrize("name", [KK, RU], ids=["Kazakh", "Russian"])
def test_an_act_that_is_its_own_model_gives_no_findings(reviewed, name):
    assert reviewed(name, "--model", name) == (0, "No findings.\n", "")


def test_a_difference_is_a_line_with_both_places_and_the_words_of_both(reviewed, changed):
    name = changed("ru")
    code, out, err = reviewed(name, "--model", RU)
    assert (code, err) == (1, "")
    assert out.startswith(
        f"{name}: пункт 19 Методики / пункт 19 Методики: the deadline is counted otherwise: "
        'act "пяти календарных дней", model "пяти рабочих дней" | act: "'
    )
    assert out.endswith(
        '(article 33, clause 5 of the law "On the civil service of the Republic of Kazakhstan") '
        "[model-measures]\n"
    )


def test_in_json_the_places_in_act_and_model_are_keys_of_their_own(reviewed, changed):
    code, out, _ = reviewed(changed("ru"), "--model", RU, "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert code == 1
    assert (finding["rule"], finding["severity"]) == ("model-measures", "error")
    assert (finding["about"], finding["kk"], finding["ru"]) == (["deadline"], None, None)
    assert finding["act"]["address"] == finding["model"]["address"] == finding["address"]
    assert finding["act"]["target"] == finding["target"]
    assert "пяти календарных" in finding["act"]["words"]
    assert "пяти рабочих" in finding["model"]["words"]


def test_what_the_act_lacks_has_no_place_in_it(reviewed, tmp_path):
    text = Path(RU).read_text(encoding="utf-8")
    start, end = text.index("21. Решение"), text.index("22. После")
    shorter = tmp_path / "shorter.ru.txt"
    shorter.write_text(text[:start] + text[end:], encoding="utf-8")
    _, out, _ = reviewed(str(shorter), "--model", RU, "--format", "json")
    (finding,) = (one for one in json.loads(out)["findings"] if one["rule"].startswith("model-"))
    assert (finding["rule"], finding["act"]) == ("model-clauses", None)
    assert finding["model"]["address"] == "пункт 21 Методики"
    assert finding["model"]["words"].startswith("Решение калибровочной сессии")


def test_findings_of_other_rules_have_no_such_keys(reviewed):
    _, out, _ = reviewed(str(ACTS / "damaged.ru.txt"), "--model", RU, "--format", "json")
    for one in json.loads(out)["findings"]:
        assert ("act" in one) == ("model" in one) == one["rule"].startswith("model-")


@pytest.fixture
def both(tmp_path):
    """A model act with both texts in one file."""
    path = tmp_path / "model.txt"
    texts = [Path(name).read_text(encoding="utf-8") for name in (KK, RU)]
    path.write_text("\n\n".join(texts), encoding="utf-8")
    return str(path)


def test_each_text_of_a_pair_is_compared_with_the_model_in_its_language(reviewed, changed, both):
    acts = [changed("kk"), changed("ru")]
    code, out, err = reviewed(*acts, "--model", both, "--format", "json")
    found = [(one["source"], one["rule"]) for one in json.loads(out)["findings"]]
    assert (code, err) == (1, "")
    assert found == [(name, "model-measures") for name in acts]


def test_a_text_without_a_model_in_its_language_is_said_once_and_the_other_compared(
    reviewed, changed
):
    code, out, err = reviewed(KK, changed("ru"), "--model", RU, "--without", "same-measures")
    assert code == 1
    assert out.count("[model-measures]") == 1
    assert err == f'{KK}: the text in "kk" is not compared; "{RU}" has no text in that language.\n'


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((KK, "--model", RU), f'The model act "{RU}" is in "ru". Expected: its text in "kk"'),
        ((KK, "--model", "no-such-file.txt"), 'There is no file "no-such-file.txt".'),
        (("-", "--model", "-"), 'The name "-" (standard input) is given 2 times.'),
        (
            (RU, "--model", str(ACTS / "repealed-order.ru.txt"), "--without", "model"),
            'There is no rule "model".',
        ),
    ],
    ids=["the other language", "no file", "standard input twice", "an unknown rule"],
)
def test_bad_input_is_refused_with_exit_code_2(reviewed, arguments, complaint):
    code, out, err = reviewed(*arguments)
    assert (code, out) == (2, "")
    assert complaint in err


def test_rules_on_the_model_can_be_left_out(reviewed, changed):
    code, out, _ = reviewed(changed("kk"), "--model", KK, "--without", "model-measures")
    assert (code, out) == (0, "No findings.\n")


@pytest.mark.parametrize(
    ("ui", "words"),
    [("kk", ("акт: ", "үлгілік акт: ")), ("ru", ("акт: ", "типовой акт: "))],
)
def test_both_texts_are_called_in_the_language_of_the_reader(reviewed, changed, ui, words):
    _, out, _ = reviewed(changed("ru"), "--model", RU, "--ui", ui)
    assert all(f' | {one}"' in out for one in words)
