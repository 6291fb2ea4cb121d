"""The public JSON: what is printed is read back, and what is not an act is refused by name."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from model import Act, AdistemeError, Attachment, JointParty, Node, Span, Target
from model.codec import SCHEMA_FILE, NotAnActError, from_json, json_schema, to_json

sys.path.insert(0, str(Path(__file__).parent))

import building

quick = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(building.acts)
def test_an_act_is_the_same_after_printing_and_reading(act):
    assert from_json(to_json(act)) == act


@quick
@given(building.acts)
def test_reading_keeps_the_places_too(act):
    again = from_json(to_json(act))
    assert [(one.span.start, one.span.end) for one in again.body] == [
        (one.span.start, one.span.end) for one in act.body
    ]


@quick
@given(building.acts)
def test_printing_twice_gives_the_same_text(act):
    assert to_json(from_json(to_json(act))) == to_json(act)


def test_bytes_are_read_as_well_as_text():
    act = Act(lang="kk", title="Әдістеме")
    assert from_json(to_json(act).encode()) == act


def test_absent_is_null_and_lists_are_never_absent():
    printed = json.loads(to_json(Act(lang="ru", body=(Node("clause"),))))
    assert printed["title"] is None
    assert printed["attachments"] == []
    assert printed["body"][0] == {
        "kind": "clause", "number": None, "heading": None, "text": None, "children": [],
        "rows": [], "notes": [], "span": [0, 0],
    }  # fmt: skip


def test_letters_are_printed_as_letters_and_a_line_break_ends_the_text():
    printed = to_json(Act(lang="kk", title="Әдістеме"))
    assert '"title": "Әдістеме"' in printed
    assert printed.startswith('{\n "schema": "adisteme/act/1"')
    assert printed.endswith("}\n")


def test_an_act_of_several_bodies_keeps_each_with_its_date_and_number():
    parties = (
        JointParty("әкімдік", "resolution", "2018-03-06", "87"),
        JointParty("мәслихат", "decision", "2018-03-07", "19-9"),
    )
    act = Act(lang="kk", type="resolution", issuer="әкімдік", number="87", joint=parties)
    assert from_json(to_json(act)).joint == parties
    assert from_json('{"lang": "kk"}').joint == ()


def test_a_target_prints_only_the_keys_it_has():
    target = Target(attachment="methodology", clause="2", subclause="11")
    assert msgspec.to_builtins(target) == {
        "attachment": "methodology", "clause": "2", "subclause": "11",
    }  # fmt: skip


EXPECTED = (
    "Expected an object of schema adisteme/act/1, as written by 'adisteme parse --format json'."
)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("{", "Input data was truncated"),
        ('{"lang": kk}', "JSON is malformed: invalid character (byte 9)"),
        ("[]", "Expected `object`, got `array`"),
        ("{}", "Object missing required field `lang`"),
        ('{"lang": "en"}', "Invalid enum value 'en' - at `$.lang`"),
        (
            '{"schema": "adisteme/act/2", "lang": "kk"}',
            "Invalid enum value 'adisteme/act/2' - at `$.schema`",
        ),
        ('{"lang": "kk", "stranger": 1}', "Object contains unknown field `stranger`"),
        (
            '{"lang": "kk", "body": [{"kind": "clause"}, {"kind": "verse"}]}',
            "Invalid enum value 'verse' - at `$.body[1].kind`",
        ),
        (
            ('{"lang": "kk", "attachments": [{"kind": "form", "body": [{"kind": "table", '
            '"rows": [[{"rowspan": "2"}]]}]}]}'),
            "Expected `int`, got `str` - at `$.attachments[0].body[0].rows[0][0].rowspan`",
        ),
        (
            '{"lang": "kk", "number": 13}',
            "Expected `str | null`, got `int` - at `$.number`",
        ),
    ],
    ids=[
        "cut off", "not json", "a list", "empty", "a third language", "another schema",
        "an unknown key", "an unknown kind", "a size in words", "a number as a figure",
    ],
)  # fmt: skip
def test_what_is_not_an_act_is_refused_with_the_place_and_the_next_step(text, detail):
    with pytest.raises(NotAnActError) as caught:
        from_json(text)
    assert str(caught.value) == f"This JSON is not an act: {detail}. {EXPECTED}"
    assert isinstance(caught.value, AdistemeError)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(NotAnActError, match=r"^This JSON is not an act: .*utf-8"):
        from_json(b'{"lang": "kk", "title": "\xff\xfe"}')


def test_a_tree_deeper_than_any_act_is_refused():
    deep = '{"kind": "part", "children": [' * 100_000
    with pytest.raises(NotAnActError, match="This JSON is not an act"):
        from_json('{"lang": "kk", "body": [' + deep)


def test_the_kept_schema_is_fresh():
    kept = SCHEMA_FILE.read_text(encoding="utf-8")
    assert kept == json_schema(), "write model.codec.json_schema() into model/act.schema.json"


def test_the_schema_knows_every_key_of_an_act():
    schema = json.loads(json_schema())
    keys = set(schema["$defs"]["Act"]["properties"])
    assert keys == set(json.loads(to_json(Act(lang="kk"))))
    assert schema["$defs"]["Act"]["required"] == ["lang"]


def test_places_are_no_part_of_equality():
    here = Node("clause", number="1", text="words", span=Span(3, 9))
    there = Node("clause", number="1", text="words", span=Span(30, 90))
    assert here == there
    assert hash(here) == hash(there)
    assert Span(1, 2) == Span(5, 6)
    assert Span(1, 2) != (1, 2)


def test_everything_but_the_place_is_part_of_equality():
    one = Attachment("form", number="1", span=Span(1, 2))
    assert one != Attachment("form", number="2", span=Span(1, 2))
    assert one != Attachment("table", number="1", span=Span(1, 2))


def test_values_cannot_be_changed():
    with pytest.raises(AttributeError):
        Node("clause").number = "2"
