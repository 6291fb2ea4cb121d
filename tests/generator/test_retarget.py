"""A neighbour's act made an agency's own, in both languages: names, frame, forms."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.render import render
from generator.retarget import NamesUnknownError, retarget
from model import Act, Agency, Attachment, Node
from model.tree import mapped, walk
from parsers import parse
from workbench.profiles import load_profile

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "parsers"))

import expectation  # noqa: E402 - stands beside the tests of the parsers

PROFILES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
OLD = {"kk": ("Ақбұлақ", "Үлгібаев", "19-4", "5-3"), "ru": ("Акбулак", "Ульгибаев", "19-4", "5-3")}
KINDS = {
    "maslikhat": ("decision", {"kk": ("ШЕШТІ", "Осы шешім"), "ru": ("РЕШИЛ", "Настоящее решение")}),
    "audit_commission": (
        "resolution",
        {"kk": ("ҚАУЛЫ ЕТЕДІ", "Осы қаулы"), "ru": ("ПОСТАНОВЛЯЕТ", "Настоящее постановление")},
    ),
    "ministry": (
        "order",
        {"kk": ("БҰЙЫРАМЫН", "Осы бұйрық"), "ru": ("ПРИКАЗЫВАЮ", "Настоящий приказ")},
    ),
}
FORMS = {"kk": "шешім", "ru": "решени"}  # how the old act called itself
every_profile = pytest.mark.parametrize("name", PROFILES)
both_languages = pytest.mark.parametrize("lang", ["kk", "ru"])


@cache
def source(lang: str) -> Act:
    return parse(expectation.source(f"base-decision.{lang}"))


@cache
def chosen(name: str) -> Agency:
    return load_profile(ROOT / "examples" / f"{name}.yaml")


@cache
def profile(name: str) -> Agency:
    """The agency without choices of its own: every clause of the source is left."""
    return replace(chosen(name), options={})


@cache
def own(name: str, lang: str) -> Act:
    return retarget(source(lang), profile(name))


def words(act: Act) -> str:
    """Every word that the act prints."""
    own_lines = [act.title, act.requisites, act.preamble.text]
    signed = [line for one in act.signatures for line in (one.post, one.name)]
    headed = [line for one in act.attachments for line in (one.title, one.header)]
    told = [line for _, node in walk(act) for line in (node.heading, node.text)]
    rows = [cell.text for one in act.attachments for cell in cells(one.body)]
    return "\n".join(line for line in (*own_lines, *signed, *headed, *told, *rows) if line)


def cells(tree):
    return [
        cell
        for node in expectation.nodes(tree)
        for row in node.rows
        for cell in row
    ]  # fmt: skip


def methodology(act: Act) -> Attachment:
    return next(one for one in act.attachments if one.kind == "methodology")


def shape(tree):
    return [(node.kind, node.number) for node in expectation.nodes(tree)]


@every_profile
@both_languages
def test_no_word_of_the_old_agency_is_left(name, lang):
    text = words(own(name, lang))
    assert [word for word in OLD[lang] if word in text] == []
    assert own(name, lang).diagnostics == ()


@every_profile
@both_languages
def test_nor_is_one_where_the_agency_has_made_its_choices(name, lang):
    act = retarget(source(lang), chosen(name))
    assert [word for word in OLD[lang] if word in words(act)] == []
    assert act.diagnostics == ()


@every_profile
@both_languages
def test_the_frame_is_the_agencys(name, lang):
    agency, act = profile(name), own(name, lang)
    kind, says = KINDS[agency.kind]
    enacting, this_act = says[lang]
    assert (act.lang, act.type, act.role) == (lang, kind, "base")
    assert act.issuer == agency.issuer.of(lang)
    assert (act.date, act.number) == (
        (agency.act.date, agency.act.number) if agency.act else (None, None)
    )
    assert act.preamble.enacting == enacting
    assert act.preamble.text.endswith(f"{enacting}:")
    assert act.body[-1].text.startswith(this_act)
    (signature,) = act.signatures
    assert signature.post == agency.signatory.post.of(lang)
    assert signature.name == agency.signatory.name.of(lang)


@pytest.mark.parametrize(
    "name", ["agriculture-ministry", "almaty-audit-commission", "labour-ministry"]
)
@both_languages
def test_an_act_of_another_kind_no_longer_calls_itself_by_the_old_one(name, lang):
    act = own(name, lang)
    clauses = "\n".join(node.text or "" for node in act.body)
    assert FORMS[lang] not in clauses.lower()
    assert FORMS[lang] not in (methodology(act).header or "").lower()


PROPER = {
    "agriculture-ministry": {"kk": "Ауыл шаруашылығы", "ru": "сельского хозяйства"},
    "almaty-audit-commission": {"kk": "Алматы облысы", "ru": "Алматинской области"},
    "kentau-maslikhat": {"kk": "Кентау қалалық", "ru": "Кентауского городского"},
    "labour-ministry": {"kk": "Еңбек және халықты", "ru": "труда и социальной"},
    "shu-maslikhat": {"kk": "Шу аудандық", "ru": "Шуского районного"},
    "timiryazev-maslikhat": {"kk": "Тимирязев аудандық", "ru": "Тимирязевского районного"},
}


@every_profile
@both_languages
def test_the_institution_stands_in_the_titles_and_in_the_first_clause(name, lang):
    act = own(name, lang)
    for text in (act.title, act.body[0].text, methodology(act).title):
        assert PROPER[name][lang] in text


@every_profile
@both_languages
def test_the_legal_bases_are_kept(name, lang):
    keys = ("title", "type", "date", "number", "article", "clause", "subclause")
    assert [[getattr(one, key) for key in keys] for one in own(name, lang).preamble.citations] == [
        [getattr(one, key) for key in keys] for one in source(lang).preamble.citations
    ]


@every_profile
@both_languages
def test_the_repeals_are_the_agencys_own(name, lang):
    agency, act = profile(name), own(name, lang)
    clauses = [node.text for node in act.body]
    for repealed in agency.repeals:
        (clause,) = [text for text in clauses if f"№ {repealed.number}" in text]
        assert repealed.title.of(lang) in clause
    assert len(act.body) == 2 + (1 if agency.repeals else 0)
    assert [node.number for node in act.body] == [str(n) for n in range(1, len(act.body) + 1)]


@every_profile
@both_languages
def test_the_methodologys_own_clauses_stay(name, lang):
    assert shape(methodology(own(name, lang)).body) == shape(methodology(source(lang)).body)


@every_profile
@both_languages
def test_forms_are_the_acts_own(name, lang):
    kept = [(one.kind, one.number, shape(one.body)) for one in source(lang).attachments]
    assert [(one.kind, one.number, shape(one.body)) for one in own(name, lang).attachments] == kept
    table = [
        [len(node.rows) for node in expectation.nodes(one.body)] for one in source(lang).attachments
    ]
    again = [
        [len(node.rows) for node in expectation.nodes(one.body)]
        for one in own(name, lang).attachments
    ]
    assert again == table  # fmt: skip


@every_profile
@both_languages
def test_notes_of_another_acts_history_are_left_out(name, lang):
    assert any(node.notes for _, node in walk(source(lang)))
    assert not any(node.notes for _, node in walk(own(name, lang)))


@every_profile
@both_languages
def test_the_document_says_what_the_act_says(name, lang):
    act = own(name, lang)
    again = parse(render(act), name="decision.docx")
    for key in act.__struct_fields__:
        if key not in {"diagnostics", "accounting"}:
            assert getattr(again, key) == getattr(act, key), key
    assert again.accounting.unaccounted == 0


@both_languages
def test_forms_that_the_source_names_and_lacks_are_added_and_said(lang):
    alone = replace(source(lang), attachments=(methodology(source(lang)),))
    act = retarget(alone, profile("shu-maslikhat"))
    assert [(one.kind, one.number) for one in act.attachments[1:]] == [("form", "1"), ("form", "2")]
    assert [one.code for one in act.diagnostics] == ["added-form", "added-form"]
    assert all(one.title and one.body for one in act.attachments[1:])


def with_first_clause(act: Act, text: str) -> Act:
    first = methodology(act).body[0].children[0]
    return mapped(
        act, lambda node: Node("clause", number="1", text=text) if node is first else node
    )


@pytest.mark.parametrize(
    ("lang", "text", "left"),
    [
        ("kk", "Бағалау Ақбұлақ ауылында өткізіледі.", "Ақбұлақ"),
        ("ru", "Оценка проводится в поселке Акбулакского сельсовета.", "Акбулакского"),
    ],
    ids=["kk", "ru"],
)
def test_a_name_that_was_not_exchanged_is_said(lang, text, left):
    act = retarget(with_first_clause(source(lang), text), profile("kentau-maslikhat"))
    assert left in words(act)
    said = [one for one in act.diagnostics if one.code == "left-over-name"]
    assert said
    assert left.removesuffix("ого") in said[0].message


EXCHANGED = {
    "kk": [
        ("Ақбұлақ аудандық мәслихаты", "Кентау қалалық мәслихаты"),
        ("Ақбұлақ аудандық мәслихатының", "Кентау қалалық мәслихатының"),
        ("Ақбұлақ аудандық мәслихатына", "Кентау қалалық мәслихатына"),
        ("Ақбұлақ аудандық мәслихатын", "Кентау қалалық мәслихатын"),
        ("Ақбұлақ аудандық мәслихатында", "Кентау қалалық мәслихатында"),
        ("Ақбұлақ аудандық мәслихатынан", "Кентау қалалық мәслихатынан"),
        ("Ақбұлақ аудандық мәслихатымен", "Кентау қалалық мәслихатымен"),
    ],
    "ru": [
        ("Акбулакский районный маслихат", "Кентауский городской маслихат"),
        ("Акбулакского районного маслихата", "Кентауского городского маслихата"),
        ("Акбулакскому районному маслихату", "Кентаускому городскому маслихату"),
        ("Акбулакским районным маслихатом", "Кентауским городским маслихатом"),
        ("Акбулакском районном маслихате", "Кентауском городском маслихате"),
    ],
}


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [(lang, old, new) for lang, pairs in EXCHANGED.items() for old, new in pairs],
)
def test_a_name_is_exchanged_in_the_case_in_which_it_stands(lang, old, new):
    act = with_first_clause(source(lang), f"({old}) 1.")
    first = methodology(retarget(act, profile("kentau-maslikhat"))).body[0].children[0]
    assert first.text == f"({new}) 1."


@both_languages
def test_a_profile_of_the_source_gives_the_names_that_the_act_does_not_tell(lang):
    shu = retarget(source(lang), profile("shu-maslikhat"))
    again = retarget(shu, profile("kentau-maslikhat"), profile("shu-maslikhat"))
    text = words(again)
    assert [word for word in ("Шу ", "Шуск", "Әбенов", "Абенов", "4-10") if word in text] == []


@both_languages
def test_an_act_that_does_not_tell_its_institution_needs_a_profile(lang):
    nameless = replace(
        source(lang),
        title="Әдістеме" if lang == "kk" else "О работе",
        attachments=tuple(replace(one, title=None) for one in source(lang).attachments),
    )
    with pytest.raises(NamesUnknownError) as caught:
        retarget(nameless, profile("shu-maslikhat"))
    assert str(caught.value) == (
        f'The act "{nameless.title}" does not name its institution in a form that is known. '
        "Expected its title to name it; give the profile of the agency that issued it with "
        "--source-agency."
    )


@both_languages
def test_the_source_is_not_changed(lang):
    before = source(lang)
    retarget(before, profile("labour-ministry"))
    assert before == parse(expectation.source(f"base-decision.{lang}"))


@both_languages
def test_an_act_re_targeted_to_itself_keeps_its_clauses_word_for_word(lang):
    once = own("shu-maslikhat", lang)
    twice = retarget(once, profile("shu-maslikhat"))
    assert twice.attachments == once.attachments
    assert (twice.title, twice.preamble, twice.body) == (once.title, once.preamble, once.body)
