"""Heads put together at random from the pieces in the YAML beside: every slot is read."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from model import Registration, Repeal
from parsers import parse

PIECES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
LAYOUTS = ("line by line", "one run", "behind the requisites")
CHECKED = settings(max_examples=150, deadline=None, derandomize=True)


def one_of(pieces):
    """One of a list, or one pair of a mapping."""
    return st.sampled_from(list(pieces.items()) if isinstance(pieces, dict) else list(pieces))


@st.composite
def heads(draw, lang):
    """What a head is made of: each part as written beside what it says."""
    pieces = PIECES[lang]
    issuer = draw(one_of(pieces["issuers"]))
    return {
        "lang": lang,
        "title": draw(one_of(pieces["titles"])),
        "status": draw(st.none() | one_of(pieces["statuses"])),
        "issuer": issuer,
        "date": draw(one_of(pieces["dates"])),
        "sign": draw(one_of(PIECES["signs"])),
        "number": draw(one_of(PIECES["numbers"])),
        "registration": draw(st.none() | one_of(pieces["registrations"])),
        "repeal": draw(st.none() | one_of(pieces["repeals"])),
        "note": draw(st.none() | one_of(pieces["notes"])),
        "base": draw(one_of(pieces["bases"])),
        "verb": draw(one_of(issuer["verbs"])),
        "signature": draw(one_of(pieces["signatures"])),
        "layout": draw(one_of(LAYOUTS)),
        "glued": draw(st.booleans()),
    }


def requisites(head):
    return PIECES[head["lang"]]["shape"].format(
        **head["issuer"], date=head["date"][0], sign=head["sign"], number=head["number"]
    )


def preamble(head):
    body = PIECES[head["lang"]]["bodies"][head["issuer"]["type"]]
    return " ".join(f"{head['base']}{body} {head['verb']}:".split())


def lines(head):
    """The paragraphs of the page, in the layout that was drawn."""
    behind = [head[key][0] for key in ("registration", "repeal") if head[key]]
    status = head["status"][0] if head["status"] else ""
    stamped = requisites(head)
    if head["layout"] == "line by line":
        top = [head["title"], status, f"{stamped}.", *(f"{one}." for one in behind)]
    else:
        stamped = ". ".join((stamped, *behind))
        glue = "" if head["glued"] and status else " "
        run = f"{status}{glue}{stamped}".strip()
        top = [f"{head['title']} {run}"] if head["layout"] == "one run" else [head["title"], run]
    note = [head["note"][0]] if head["note"] else []
    clauses = PIECES[head["lang"]]["clauses"]
    return [*filter(None, top), *note, preamble(head), *clauses, head["signature"][0]]


def wanted_status(head):
    if head["repeal"]:
        return "repealed"
    return head["status"][1] if head["status"] else None


def check(head):
    act = parse("\n\n".join(lines(head)) + "\n")
    assert act.lang == head["lang"]
    assert (act.title, act.type) == (head["title"], head["issuer"]["type"])
    assert (act.issuer, act.date) == (head["issuer"]["name"], head["date"][1])
    assert act.number == head["number"]
    assert act.registration == (Registration(*head["registration"][1]) if head["registration"] else None)  # noqa: E501 - one claim  # fmt: skip
    assert act.repealed_by == (Repeal(*head["repeal"][1]) if head["repeal"] else None)
    assert act.status == wanted_status(head)
    assert [[one.date, one.number] for one in act.notes] == ([head["note"][1]] if head["note"] else [])  # noqa: E501 - one claim  # fmt: skip
    assert (act.preamble.text, act.preamble.enacting) == (preamble(head), head["verb"])
    assert len(act.preamble.citations) == bool(head["base"])
    assert [node.number for node in act.body] == ["1", "2"]
    assert [[one.post, one.name] for one in act.signatures] == [head["signature"][1]]
    assert act.accounting.unaccounted == 0
    return act


@CHECKED
@given(heads("kk"))
def test_every_slot_of_a_kazakh_head_is_read_whatever_stands_beside_it(head):
    check(head)


@CHECKED
@given(heads("ru"))
def test_every_slot_of_a_russian_head_is_read_whatever_stands_beside_it(head):
    check(head)
