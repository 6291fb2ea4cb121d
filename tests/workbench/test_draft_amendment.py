"""``adisteme draft-amendment``: what is written, what is refused, what is told."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from amendments.differing import differing
from model import Node, codec
from workbench import redrafting
from workbench.profiles import load_profile
from workbench.reading import parse

from .conftest import ROOT

ACTS = ROOT / "tests" / "fixtures" / "acts"
BASE = {lang: ACTS / f"base-decision.{lang}.txt" for lang in ("kk", "ru")}
AMENDING = {lang: ACTS / f"amending-decision.{lang}.txt" for lang in ("kk", "ru")}
AGENCY = ROOT / "examples" / "shu-maslikhat.yaml"


def written(folder):
    return sorted(path.name for path in folder.iterdir())


def json_of(act, path):
    path.write_text(codec.to_json(act), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    """The new redaction in each language, as JSON."""
    folder = tmp_path_factory.mktemp("new")
    found = {}
    for lang in ("kk", "ru"):
        pairs = [parse(path.read_bytes()) for path in (BASE[lang], AMENDING[lang])]
        act = redrafting.apply(*pairs).act
        found[lang] = json_of(act, folder / f"new.{lang}.json")
    return found


def changed(lang, change):
    """The base with its methodology's clause 16 changed."""
    act = parse(BASE[lang].read_bytes())
    methodology, *others = act.attachments
    body = tuple(
        replace(one, children=tuple(
            change(node) if node.number == "16" else node for node in one.children
        )) for one in methodology.body
    )  # fmt: skip
    return replace(act, attachments=(replace(methodology, body=body), *others))


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_two_redactions_give_act_data_and_table(adisteme, tmp_path, new, lang):
    out = tmp_path / "out"
    done = adisteme("draft-amendment", BASE[lang], new[lang], "--agency", AGENCY, "-o", out)
    assert done.code == 0, done.err
    assert written(out) == [
        f"amending.{lang}.docx", f"amending.{lang}.json", f"comparative-table.{lang}.docx",
    ]  # fmt: skip
    act = codec.from_json((out / f"amending.{lang}.json").read_bytes())
    assert (act.role, act.amends.number, act.issuer) == (
        "amending", "5-3", load_profile(AGENCY).issuer.of(lang),
    )  # fmt: skip
    assert f"{lang}: operations {len(act.operations)}, clauses changed 8 of 25." in done.err


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_draft_carried_out_by_amend_gives_the_new_redaction(adisteme, tmp_path, new, lang):
    adisteme("draft-amendment", BASE[lang], new[lang], "--agency", AGENCY, "-o", tmp_path / "draft")
    draft = tmp_path / "draft" / f"amending.{lang}.docx"
    done = adisteme("amend", BASE[lang], draft, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    act = codec.from_json((tmp_path / "out" / f"consolidated.{lang}.json").read_bytes())
    assert differing(codec.from_json(new[lang].read_bytes()), act) == ()


def test_both_languages_amend_the_same_elements(adisteme, tmp_path, new):
    out = tmp_path / "out"
    done = adisteme(
        "draft-amendment", BASE["kk"], new["kk"], "--old-ru", BASE["ru"], "--new-ru", new["ru"],
        "--agency", AGENCY, "-o", out,
    )  # fmt: skip
    assert done.code == 0, done.err
    targets = [
        [one["target"] for one in json.loads((out / f"amending.{lang}.json").read_text("utf-8"))[
            "operations"
        ]]
        for lang in ("kk", "ru")
    ]  # fmt: skip
    assert targets[0] == targets[1] != []


def test_a_change_of_one_text_alone_is_said_in_both_acts(adisteme, tmp_path):
    new = json_of(changed("ru", lambda node: replace(node, text="Оценка проводится дважды.")),
                  tmp_path / "new.json")  # fmt: skip
    out = tmp_path / "out"
    done = adisteme(
        "draft-amendment", BASE["kk"], BASE["kk"], "--old-ru", BASE["ru"], "--new-ru", new,
        "--agency", AGENCY, "-o", out,
    )  # fmt: skip
    assert done.code == 0, done.err
    last = {
        lang: codec.from_json((out / f"amending.{lang}.json").read_bytes()).operations[-1]
        for lang in ("kk", "ru")
    }
    assert {one.only for one in last.values()} == {"ru"}
    assert (last["kk"].content, len(last["ru"].content)) == ((), 1)


def test_tracked_changes_are_the_new_redaction(adisteme, tmp_path, new):
    adisteme("amend", BASE["kk"], AMENDING["kk"], "--track-changes", "-o", tmp_path / "in")
    tracked = tmp_path / "in" / "consolidated.kk.docx"
    done = adisteme("draft-amendment", tracked, "--agency", AGENCY, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    adisteme("draft-amendment", BASE["kk"], new["kk"], "--agency", AGENCY, "-o", tmp_path / "two")
    first, second = (
        codec.from_json((tmp_path / name / "amending.kk.json").read_bytes())
        for name in ("out", "two")
    )
    assert [(one.action, one.target) for one in first.operations] == [
        (one.action, one.target) for one in second.operations
    ]


def test_words_are_replaced_where_that_is_wished_for(adisteme, tmp_path):
    new = json_of(changed("ru", lambda node: replace(
        node, text=node.text.replace("один раз", "два раза"))), tmp_path / "new.json")  # fmt: skip
    done = adisteme(
        "draft-amendment", BASE["ru"], new, "--words", "--agency", AGENCY, "-o", tmp_path / "out"
    )
    assert done.code == 0, done.err
    (operation,) = codec.from_json((tmp_path / "out" / "amending.ru.json").read_bytes()).operations
    assert (operation.action, operation.old, operation.new) == (
        "replace-words", "один раз", "два раза",
    )  # fmt: skip


def test_a_draft_has_no_date_and_number_of_the_act_that_it_amends(new):
    old = parse(BASE["ru"].read_bytes())
    agency = load_profile(AGENCY)
    stamp = replace(agency.act, date=old.date, number=old.number)
    pairs = redrafting.pairs_of([old], [codec.from_json(new["ru"].read_bytes())])
    (text,) = redrafting.redraft(replace(agency, act=stamp), pairs).texts
    assert (text.act.date, text.act.number) == (None, None)


def test_so_many_changes_that_a_new_redaction_is_due_are_a_finding(adisteme, tmp_path):
    def other(node):
        return replace(node, text="Мүлде басқа мәтін жазылды.", children=())

    act = parse(BASE["kk"].read_bytes())
    methodology, *others = act.attachments
    body = tuple(replace(one, children=tuple(map(other, one.children))) for one in methodology.body)
    new = replace(act, attachments=(replace(methodology, body=body), *others))
    out = tmp_path / "out"
    done = adisteme(
        "draft-amendment", BASE["kk"], json_of(new, tmp_path / "new.json"),
        "--agency", AGENCY, "-o", out,
    )  # fmt: skip
    assert done.code == 1
    assert "the act is to be issued in a new redaction [new-redaction-due]" in done.err
    assert "amending.kk.docx" in written(out)


def test_a_draft_that_leads_elsewhere_is_a_finding(adisteme, tmp_path):
    """New wording with a paragraph that is itself an instruction cannot be quoted and read back."""
    inner = tuple(Node("part", text=text) for text in ("5-тармақ алып тасталсын;", "Соңы."))
    new = changed("kk", lambda node: replace(node, children=(*node.children, *inner)))
    done = adisteme(
        "draft-amendment", BASE["kk"], json_of(new, tmp_path / "new.json"),
        "--agency", AGENCY, "-o", tmp_path / "out",
    )  # fmt: skip
    assert done.code == 1
    assert "does not give the new redaction here: Әдістеменің 16-тармағы" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("kk", BASE["kk"], BASE["kk"]), "say the same, so there is nothing to amend."),
        (("kk", BASE["kk"], BASE["ru"]), "one redaction only: old in kk, new in ru."),
        (("kk", BASE["kk"], AMENDING["kk"]), "is itself an amending one (role: amending)."),
        (("kk", AMENDING["kk"], BASE["kk"]), "is itself an amending one (role: amending)."),
        (
            ("kk", BASE["kk"], ACTS / "akimat-resolution.kk.txt"),
            'of different acts: the type is "decision" in one and "resolution" in the other.',
        ),
        (("kk", BASE["kk"]), "no other file is given for it and it has no tracked changes."),
        (
            ("kk", BASE["kk"], BASE["kk"], "--old-ru", BASE["kk"]),
            'was given with --old-ru and is in "kk". Expected: the Russian text (ru).',
        ),
        (
            ("kk", BASE["kk"], BASE["kk"], "--old-ru", BASE["ru"]),
            "no other file is given for it and it has no tracked changes.",
        ),
        (
            ("ru", BASE["ru"], BASE["ru"], "--old-ru", BASE["ru"], "--new-ru", BASE["ru"]),
            'are in "ru". Expected: one source per language.',
        ),
        (("kk", BASE["kk"], BASE["kk"], "--reasons", "none.yaml"), 'no file "none.yaml".'),
        (("kk", "-", "-"), "is given 2 times. Expected: once at most."),
    ],
    ids=[
        "nothing changed", "two languages mixed up", "the new one amends", "the old one amends",
        "not the same act", "one redaction", "not Russian", "a Russian redaction alone",
        "the same language twice", "no such reasons", "standard input twice",
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_one_message(adisteme, tmp_path, arguments, said):
    _, *given = arguments
    done = adisteme("draft-amendment", *given, "--agency", AGENCY, "-o", tmp_path / "out")
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_agency_of_another_kind_is_a_warning_only(adisteme, tmp_path, new):
    agency = ROOT / "examples" / "labour-ministry.yaml"
    done = adisteme("draft-amendment", BASE["ru"], new["ru"], "--agency", agency,
                    "-o", tmp_path / "out")  # fmt: skip
    assert done.code == 0
    assert "decides by another type of act than the amended one" in done.err
    assert 'was issued by "Акбулакский районный маслихат", the agency is' in done.err


def test_a_reason_stands_in_the_table(adisteme, tmp_path, new):
    reasons = tmp_path / "reasons.yaml"
    reasons.write_text('"4": {kk: Мерзімдер өзгерді, ru: Изменились сроки}\n', encoding="utf-8")
    out = tmp_path / "out"
    adisteme("draft-amendment", BASE["ru"], new["ru"], "--agency", AGENCY, "--reasons", reasons,
             "-o", out)  # fmt: skip
    import docx  # noqa: PLC0415 - this test alone looks into the table

    table = docx.Document(str(out / "comparative-table.ru.docx")).tables[0]
    said = {row.cells[1].text.lower(): row.cells[4].text for row in table.rows}
    assert said["пункт 4 методики"] == "Изменились сроки"


def test_the_same_files_give_the_same_bytes(adisteme, tmp_path, new):
    for name in ("one", "two"):
        adisteme(
            "draft-amendment", BASE["ru"], new["ru"], "--agency", AGENCY, "-o", tmp_path / name
        )
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
