from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model import AdistemeError, Agency
from workbench.profile_errors import ProfileError
from workbench.profiles import load_profile, read_profile

from .conftest import PROFILE, ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_a_sound_profile_named_like_its_file(path):
    agency = load_profile(str(path))
    assert isinstance(agency, Agency)
    assert agency.id == path.stem


def test_there_are_examples_of_a_maslikhat_an_audit_commission_and_a_ministry():
    kinds = {load_profile(str(path)).kind for path in EXAMPLES}
    assert kinds >= {"maslikhat", "audit_commission", "ministry"}


def test_a_date_and_a_number_are_text_as_written(profile):
    agency = load_profile(str(profile("number: 4-10", "number: 4.10")))
    assert agency.act is not None
    assert (agency.act.date, agency.act.number) == ("2023-06-26", "4.10")


def test_what_may_be_left_out_may_be_left_out(profile):
    agency = load_profile(str(profile("act: {date: 2023-06-26, number: 4-10}\n", "act: null\n")))
    assert agency.act is None
    assert (agency.repeals, dict(agency.options)) == ((), {})


def test_options_are_words_whole_numbers_or_truth_values():
    chosen = "{digital_system: digital, kpi_minimum_months: 1, body_approval: false}"
    assert dict(read_profile(f"{PROFILE}options: {chosen}\n".encode(), "x").options) == {
        "digital_system": "digital",
        "kpi_minimum_months": 1,
        "body_approval": False,
    }


def test_a_byte_order_mark_is_no_mistake():
    assert read_profile(b"\xef\xbb\xbf" + PROFILE.encode(), "x").id == "sample"


MISTAKES = {
    "an unknown key": (
        "region:",
        "regoin:",
        '7:1: regoin: there is no such key. Nearest: "region". Expected here: id, kind,',
    ),
    "an unknown key inside": (
        "unit_head: {kk",
        "unit_heat: {kk",
        '9:3: roles.unit_heat: there is no such key. Nearest: "unit_head".',
    ),
    "a third language": (
        "ru: Алматинская область}",
        "ru: Алматинская область, en: Almaty}",
        "region.en: there is no such key.",
    ),
    "a missing language": (
        "{kk: аппарат басшысы, ru: руководитель аппарата}",
        "{kk: аппарат басшысы}",
        "9:14: roles.unit_head.ru: it is missing. Expected: the same words in Kazakh (kk) and in",
    ),
    "a missing key": ("id: sample\n", "", "1:1: id: it is missing. Expected: this key"),
    "a repeated key": (
        "kind: maslikhat",
        "kind: maslikhat\nid: other",
        "3:1: id: the key stands twice, first in line 1.",
    ),
    "a list for words": (
        "ru: Алматинская область",
        "ru: [Алматинская, область]",
        "region.ru: a list stands here. Expected: words.",
    ),
    "words for keys": (
        "region: {kk: Алматы облысы, ru: Алматинская область}",
        "region: Алматы облысы",
        '7:9: region: "Алматы облысы" stands here. Expected: keys with values.',
    ),
    "nothing at all": (
        "ru: Алматинская область",
        "ru: ",
        "region.ru: nothing stands here. Expected: words.",
    ),
    "blank words": (
        "ru: Алматинская область",
        "ru: '  '",
        "region.ru: nothing stands here. Expected: words.",
    ),
    "a truth value for words": (
        "ru: Алматинская область",
        "ru: yes",
        'region.ru: "yes" stands here. Expected: words.',
    ),
    "keys for a list": (
        "act: {",
        "repeals: {a: b}\nact: {",
        "repeals: a block of keys stands here. Expected: a list.",
    ),
    "an unknown kind": (
        "kind: maslikhat",
        "kind: maslihat",
        '2:7: kind: the value "maslihat" is not known. Expected one of: agency, akimat,',
    ),
    "a day that does not exist": (
        "2023-06-26",
        "2023-06-31",
        '15:13: act.date: "2023-06-31" is not a date. Expected: year-month-day',
    ),
    "a date in another order": (
        "2023-06-26",
        "26.06.2023",
        'act.date: "26.06.2023" is not a date.',
    ),
    "a date with a time": (
        "2023-06-26",
        "2023-06-26T10:00:00",
        "act.date:",
    ),
    "an option that is a list": (
        "act: {",
        "options: {x: [1]}\nact: {",
        "options.x: a list stands here. Expected: a word, a whole number, true or false.",
    ),
    "an option that the methodology does not have": (
        "act: {",
        "options: {kpi_minimum_month: 3}\nact: {",
        '15:30: options.kpi_minimum_month: there is no such key. Nearest: "kpi_minimum_months".',
    ),
    "a value that is not on offer": (
        "act: {",
        "options: {quarter_deadline_day: 15}\nact: {",
        'options.quarter_deadline_day: the value "15" is not known. Expected one of: 10 / 20.',
    ),
    "Latin words that no language inflects": (
        "kk: аппарат басшысы",
        "kk: head of staff",
        '9:19: roles.unit_head.kk: "head of staff" cannot be inflected',
    ),
    "broken YAML": (
        "region: {kk: Алматы облысы, ru: Алматинская область}",
        "region: {kk: Алматы облысы, ru: Алматинская область",
        "this is not YAML:",
    ),
    "a tab for an indent": ("  unit_head", "\tunit_head", "this is not YAML:"),
    "an alias": (
        "region: {kk",
        "region: &bomb {kk",
        "7:9: an anchor or alias (& or *) stands here.",
    ),
    "values nested without end": (
        "region: {kk: Алматы облысы, ru: Алматинская область}",
        "region: " + "[" * 50_000,
        "values are nested more than 8 deep.",
    ),
    "a second document": ("id: sample", "--- {}\n---\nid: sample", "several were found."),
    "an object of Python": (
        "ru: Алматинская область",
        "ru: !!python/object/apply:os.system [x]",
        "region.ru: a list stands here. Expected: words.",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place_its_key_and_what_was_expected(profile, old, new, said):
    path = profile(old, new)
    with pytest.raises(ProfileError) as refusal:
        load_profile(str(path))
    assert str(refusal.value).startswith(f"{path}:")
    assert said in str(refusal.value)


def test_an_empty_profile_says_so(tmp_path):
    path = tmp_path / "empty.yaml"
    path.write_text("# nothing\n")
    with pytest.raises(ProfileError, match=r"one profile was expected, none was found"):
        load_profile(str(path))


def test_bytes_that_are_not_text_are_named_with_their_line(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("id: x\nissuer: Шу\n".encode("cp1251"))
    with pytest.raises(ProfileError, match=r"latin\.yaml:2:1: this is not text in UTF-8"):
        load_profile(str(path))


def test_a_profile_larger_than_any_profile_is_not_read(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"# " + b"x" * 300_000)
    with pytest.raises(AdistemeError, match="is longer than 262144 bytes"):
        load_profile(str(path))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(st.binary(max_size=200) | st.text(alphabet="id: {}[]&*!'\"\n-kkru", max_size=80))
def test_no_content_whatever_does_more_than_refuse(content):
    data = content.encode() if isinstance(content, str) else content
    with pytest.raises(ProfileError):
        read_profile(data, "any.yaml")


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(PROFILE)), st.text(alphabet=" :{}[]'\"\n\t-#&*!|>%@", max_size=3))
def test_a_slip_of_the_hand_anywhere_gives_a_profile_or_a_refusal(place, slip):
    spoilt = PROFILE[:place] + slip + PROFILE[place:]
    assert _outcome(spoilt) in {"Agency", "slip.yaml"}


def _outcome(text):
    try:
        return type(read_profile(text.encode(), "slip.yaml")).__name__
    except ProfileError as refusal:
        return str(refusal).partition(":")[0]


def test_the_path_may_be_a_path(profile):
    assert load_profile(Path(profile())).id == "sample"
