"""``adisteme review``: what is printed, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench import messages
from workbench.cli import run

ACTS = Path(__file__).resolve().parents[1] / "fixtures" / "acts"
CLEAN = [str(ACTS / f"base-decision.{lang}.txt") for lang in ("kk", "ru")]
DAMAGED = [str(ACTS / f"damaged.{lang}.txt") for lang in ("kk", "ru")]


@pytest.fixture
def reviewed(capfd, monkeypatch):
    """Run the command in this process: exit code, output, complaints."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    messages.speak("en")

    def started(*arguments):
        code = run(["review", *arguments])
        return (code, *capfd.readouterr())

    return started


def test_a_clean_pair_gives_no_findings_and_exit_code_0(reviewed):
    assert reviewed(*CLEAN) == (0, "No findings.\n", "")


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
    assert {line.partition(": ")[0] for line in out.splitlines()} == set(DAMAGED)


def test_json_has_an_object_per_finding(reviewed):
    code, out, _ = reviewed(DAMAGED[0], "--format", "json")
    first, *_ = json.loads(out)
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
    }


def test_json_without_findings_is_an_empty_list(reviewed):
    code, out, _ = reviewed(*CLEAN, "--format", "json")
    assert (code, json.loads(out)) == (0, [])


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
