"""``adisteme review``: what is printed, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ACTS = Path(__file__).resolve().parents[1] / "fixtures" / "acts"
CLEAN = [str(ACTS / f"base-decision.{lang}.txt") for lang in ("kk", "ru")]
DAMAGED = [str(ACTS / f"damaged.{lang}.txt") for lang in ("kk", "ru")]


def test_a_clean_pair_gives_no_findings_and_exit_code_0(reviewed):
    agree = "Correspondence of the two texts: 1.00 of 1; clauses that differ: 0 of 25.\n"
    assert reviewed(*CLEAN) == (0, f"No findings.\n{agree}", "")


def test_a_finding_is_a_line_with_address_message_article_and_rule(reviewed):
    code, out, err = reviewed(DAMAGED[1])
    assert (code, err) == (1, "")
    assert out.splitlines()[1] == (
        f"{DAMAGED[1]}: пункт 7 Методики: number 7 stands where number 6 is due "
        '(article 23 of the law "On legal acts") [clauses-numbered]'
    )


def test_the_address_is_in_the_language_of_the_act_and_the_message_in_the_readers(reviewed):
    _, out, _ = reviewed(DAMAGED[0], "--ui", "ru")
    assert out.splitlines()[0] == (
        f"{DAMAGED[0]}: Әдістеменің 5-тармағы: номер 5 повторяется "
        '(статья 23 Закона "О правовых актах") [clauses-numbered]'
    )


def test_both_texts_of_a_pair_are_checked(reviewed):
    _, out, _ = reviewed(*DAMAGED)
    assert {line.partition(": ")[0] for line in out.splitlines()[:-1]} == set(DAMAGED)


def test_json_has_an_object_per_finding(reviewed):
    code, out, _ = reviewed(DAMAGED[0], "--format", "json")
    first, *_ = json.loads(out)["findings"]
    assert code == 1
    assert first["span"][0] < first["span"][1]
    del first["span"]
    assert first == {
        "source": DAMAGED[0],
        "rule": "clauses-numbered",
        "severity": "error",
        "article": "23",
        "address": "Әдістеменің 5-тармағы",
        "message": "number 5 is given again",
        "cited": 'article 23 of the law "On legal acts"',
        "target": {"attachment": "methodology", "chapter": "1", "clause": "5"},
        "about": [],
        "kk": None,
        "ru": None,
    }


def test_json_of_a_clean_pair_has_no_findings_and_every_clause(reviewed):
    code, out, _ = reviewed(*CLEAN, "--format", "json")
    found = json.loads(out)
    assert (code, found["findings"]) == (0, [])
    assert found["correspondence"]["score"] == 1
    assert found["correspondence"]["clauses"][0] == {
        "score": 1.0,
        "kk": {"address": "1-тармақ", "target": {"clause": "1"}, "words": ""},
        "ru": {"address": "пункт 1", "target": {"clause": "1"}, "words": ""},
    }


def test_json_of_one_text_has_no_correspondence(reviewed):
    _, out, _ = reviewed(CLEAN[0], "--format", "json")
    assert json.loads(out) == {"findings": [], "correspondence": None}


@pytest.fixture
def changed(tmp_path):
    """The clean pair, five working days of the Russian text made six."""
    text = Path(CLEAN[1]).read_text(encoding="utf-8")
    assert text.count("пяти рабочих дней") == 1
    path = tmp_path / "changed.ru.txt"
    path.write_text(text.replace("пяти рабочих дней", "шести рабочих дней"), encoding="utf-8")
    return str(path)


def test_a_mismatch_is_one_line_with_both_places_and_the_words_of_both(reviewed, changed):
    code, out, _ = reviewed(CLEAN[0], changed)
    line, whole, clause = out.splitlines()
    assert code == 1
    assert line.startswith(
        f"{CLEAN[0]}: Әдістеменің 19-тармағы / пункт 19 Методики: figures and dates differ: "
        'in the Kazakh text only 5; in the Russian only 6 | kk: "'
    )
    assert "бес жұмыс күні ішінде" in line
    assert "шести рабочих дней" in line
    assert whole == "Correspondence of the two texts: 0.99 of 1; clauses that differ: 1 of 25."
    assert clause == "  0.67  Әдістеменің 19-тармағы / пункт 19 Методики"


def test_a_mismatch_in_json_says_of_what_kind_it_is_and_has_both_places(reviewed, changed):
    _, out, _ = reviewed(CLEAN[0], changed, "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert (finding["rule"], finding["about"]) == ("same-figures", ["deadline"])
    assert finding["kk"]["target"] == finding["ru"]["target"] == finding["target"]
    assert finding["ru"]["address"] == "пункт 19 Методики"


def test_rules_can_be_left_out(reviewed):
    code, out, _ = reviewed(DAMAGED[0], "--without", "clauses-numbered, references-lead")
    assert (code, out) == (0, "No findings.\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((CLEAN[0], CLEAN[0]), 'are in "kk". Expected: the Kazakh (kk) and the Russian (ru) text'),
        ((CLEAN[0], "--without", "clauses"), 'There is no rule "clauses".'),
        (("no-such-file.txt",), 'There is no file "no-such-file.txt".'),
        (("-", "-"), 'The name "-" (standard input) is given 2 times.'),
        ((), "ACT is missing."),
    ],
    ids=["one language", "an unknown rule", "no file", "standard input twice", "nothing"],
)
def test_bad_input_is_refused_with_exit_code_2(reviewed, arguments, complaint):
    code, out, err = reviewed(*arguments)
    assert (code, out) == (2, "")
    assert complaint in err
