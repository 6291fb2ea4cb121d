from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest

from generator.retarget import Retargeted
from model import Act, AdistemeError, Attachment, Diagnostic, codec
from workbench import drafting, writing
from workbench.drafting import Wishes, acts_for, generate
from workbench.errors import LanguageMissingError, NotABaseActError, SameLanguageError
from workbench.profiles import load_profile

from .conftest import ROOT

BASE = Attachment("methodology", title="Үлгі")


def source(lang="kk", **fields):
    return Act(lang=lang, **{"title": "Үлгі", "attachments": (BASE,), **fields})


@pytest.fixture(scope="module")
def agency():
    return load_profile(str(ROOT / "examples" / "shu-maslikhat.yaml"))


@pytest.fixture(scope="module")
def files(agency):
    return generate(agency)


@pytest.fixture
def _retarget(monkeypatch):
    """Re-targeting as such is the generator's matter."""
    monkeypatch.setattr(drafting, "retargeted", lambda act, *_: Retargeted(act, ()))


def test_a_whole_package_is_the_act_as_document_and_as_data_and_eight_forms_in_two_languages(files):
    forms = {f"forms/form-{n}.{lang}.docx" for n in range(1, 9) for lang in ("kk", "ru")}
    decisions = {f"decision.{lang}.{end}" for lang in ("kk", "ru") for end in ("docx", "json")}
    assert set(files) == forms | decisions


def test_the_data_are_those_of_the_agency_in_each_language(files):
    kazakh, russian = (json.loads(files[f"decision.{lang}.json"]) for lang in ("kk", "ru"))
    assert (kazakh["issuer"], russian["issuer"]) == (
        "Шу аудандық мәслихаты",
        "Шуский районный маслихат",
    )
    assert kazakh["number"] == russian["number"] == "4-10"
    assert len(kazakh["attachments"]) == len(russian["attachments"]) == 9


def test_every_document_is_a_word_document(files):
    documents = {name: data for name, data in files.items() if name.endswith(".docx")}
    assert documents
    for data in documents.values():
        assert "word/document.xml" in zipfile.ZipFile(BytesIO(data)).namelist()


def test_the_same_agency_gives_the_same_bytes(agency, files):
    assert generate(agency) == files


def test_only_what_is_wished_for_is_drafted(agency):
    wishes = Wishes(languages=("ru",), formats=("json",))
    assert list(generate(agency, wishes)) == ["decision.ru.json"]


@pytest.mark.usefixtures("_retarget")
def test_a_source_in_one_language_gives_that_language(agency):
    assert [act.lang for act in acts_for(agency, Wishes(sources=(source("ru"),)))] == ["ru"]


@pytest.mark.usefixtures("_retarget")
def test_sources_in_both_languages_give_both_kazakh_first(agency):
    wishes = Wishes(sources=(source("ru"), source("kk")))
    assert [act.lang for act in acts_for(agency, wishes)] == ["kk", "ru"]


@pytest.mark.usefixtures("_retarget")
def test_a_language_may_be_left_out(agency):
    wishes = Wishes(sources=(source("ru"), source("kk")), languages=("ru",))
    assert [act.lang for act in acts_for(agency, wishes)] == ["ru"]


UNFIT = {
    "a language that no source has": (
        Wishes(sources=(source("kk"),), languages=("kk", "ru")),
        LanguageMissingError,
        'A text in "ru" was asked for, but the sources are in: kk.',
    ),
    "two sources in one language": (
        Wishes(sources=(source("kk"), source("kk", title="Екінші"))),
        SameLanguageError,
        'Both "Үлгі" and "Екінші" are in "kk". Expected: one source per language.',
    ),
    "an amending act": (
        Wishes(sources=(source(role="amending"),)),
        NotABaseActError,
        'The source "Үлгі" does not approve a methodology (role: amending, methodologies found: 1)',
    ),
    "an act without a methodology": (
        Wishes(sources=(source(attachments=()),)),
        NotABaseActError,
        "methodologies found: 0). Expected: the base act with its methodology.",
    ),
}


@pytest.mark.usefixtures("_retarget")
@pytest.mark.parametrize(("wishes", "error", "said"), UNFIT.values(), ids=UNFIT)
def test_sources_that_do_not_fit_are_refused(agency, wishes, error, said):
    with pytest.raises(error) as refusal:
        acts_for(agency, wishes)
    assert said in str(refusal.value)


@pytest.mark.usefixtures("_retarget")
def test_forms_are_named_by_their_numbers_and_none_is_lost(agency, monkeypatch):
    attachments = tuple(Attachment("form", number=number) for number in ("1", "1", None, "2/а"))
    monkeypatch.setattr(drafting, "render", lambda *_, **__: b"decision")
    monkeypatch.setattr(drafting, "render_attachment", lambda *_, **__: b"form")
    act = source(attachments=(BASE, *attachments))
    names = list(generate(agency, Wishes(sources=(act,), formats=("docx",))))
    assert names == [
        "decision.kk.docx",
        "forms/form-1.kk.docx",
        "forms/form-1-2.kk.docx",
        "forms/form-3.kk.docx",
        "forms/form-2.kk.docx",
    ]


def test_a_template_that_is_unsound_stops_everything_before_anything_is_drafted(
    agency, tmp_path, monkeypatch
):
    template = tmp_path / "template.docx"
    template.write_bytes(b"no document")
    monkeypatch.setattr(drafting, "embedded", lambda *_: pytest.fail("drafted"))
    with pytest.raises(AdistemeError, match=r"template\.docx"):
        generate(agency, Wishes(template=template))


def test_generate_writes_the_package_and_names_every_file(adisteme, tmp_path):
    agency = ROOT / "examples" / "kentau-maslikhat.yaml"
    done = adisteme("generate", "--agency", agency, "--lang", "ru", "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    named = sorted(line.rpartition(" (")[0] for line in done.out.splitlines())
    there = sorted(str(path) for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert named == there
    assert len(there) == 10


def test_generate_that_fails_while_writing_leaves_nothing(adisteme, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_publish", full)
    agency = ROOT / "examples" / "kentau-maslikhat.yaml"
    arguments = ("--agency", agency, "--format", "json", "-o", tmp_path / "out")
    done = adisteme("generate", *arguments)
    assert done.code == 2
    assert "No space left on device" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_in_the_profile_is_said_with_its_place(adisteme, profile, tmp_path):
    path = profile("region:", "regoin:")
    done = adisteme("generate", "--agency", path, "-o", tmp_path / "out")
    assert done.code == 2
    assert f"{path}:7:1: regoin: there is no such key." in done.err
    assert not (tmp_path / "out").exists()


SOURCE = ROOT / "tests" / "fixtures" / "acts" / "base-decision.kk.txt"


def test_a_source_is_made_the_agencys_own(adisteme, tmp_path):
    agency = ROOT / "examples" / "kentau-maslikhat.yaml"
    done = adisteme("generate", "--agency", agency, "--source", SOURCE, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    written = (tmp_path / "out" / "decision.kk.json").read_text(encoding="utf-8")
    assert json.loads(written)["issuer"] == "Кентау қалалық мәслихаты"
    assert not (tmp_path / "out" / "decision.ru.json").exists()


@pytest.mark.usefixtures("_retarget")
def test_what_re_targeting_could_not_do_is_said_and_found(adisteme, tmp_path, monkeypatch):
    left = Diagnostic("error", "left-over-name", "a name of the source stands here still")
    found = source(diagnostics=(left,))
    monkeypatch.setattr(drafting, "retargeted", lambda *_: Retargeted(found, ()))
    act = tmp_path / "act.json"
    act.write_text(codec.to_json(source()), encoding="utf-8")
    agency = ROOT / "examples" / "kentau-maslikhat.yaml"
    done = adisteme("generate", "--agency", agency, "--source", act, "-o", tmp_path / "out")
    assert done.code == 1
    assert "decision.kk: error: a name of the source stands here still [left-over-name]" in done.err


def test_forms_list_has_a_line_per_form_in_the_language_of_the_run(adisteme):
    kazakh, russian = (adisteme("forms", "list", "--ui", ui).out for ui in ("kk", "ru"))
    assert len(kazakh.splitlines()) == len(russian.splitlines()) == 12
    assert "Саралау әдісі бойынша бағалау парағы" in kazakh
    assert "Лист оценки по методу ранжирования" in russian
    assert "{" not in kazakh + russian


def test_forms_blank_writes_each_form_in_each_language(adisteme, profile, tmp_path):
    arguments = ("form-1", "form-4", "--agency", profile(), "-o", tmp_path / "out")
    done = adisteme("forms", "blank", *arguments)
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "form-1.kk.docx",
        "form-1.ru.docx",
        "form-4.kk.docx",
        "form-4.ru.docx",
    ]


def test_an_unknown_form_is_refused_with_the_known_ones(adisteme, profile, tmp_path):
    done = adisteme("forms", "blank", "form-99", "--agency", profile(), "-o", tmp_path / "out")
    assert done.code == 2
    assert 'There is no form "form-99"; expected one of: form-1,' in done.err
    assert not (tmp_path / "out").exists()


CASES = {
    "kk": "nominative genitive dative accusative locative ablative instrumental",
    "ru": "nominative genitive dative accusative instrumental prepositional",
}


@pytest.mark.parametrize(
    ("lang", "phrase", "genitive"),
    [
        ("kk", "мәслихат төрағасы", "мәслихат төрағасының"),
        ("ru", "председатель маслихата", "председателя маслихата"),
    ],
)
def test_inflect_prints_the_paradigm(adisteme, lang, phrase, genitive):
    table = adisteme("lexicon", "inflect", phrase, "--lang", lang).out
    data = adisteme("lexicon", "inflect", phrase, "--lang", lang, "--format", "json").out
    assert ["genitive", *genitive.split()] in [line.split() for line in table.splitlines()]
    assert list(json.loads(data)) == CASES[lang].split()
    assert json.loads(data)["genitive"] == genitive


def doubts(adisteme, phrase, lang, *options):
    """By case, the lines that stand under its form."""
    out = adisteme("lexicon", "inflect", phrase, "--lang", lang, *options, "--ui", "en").out
    found, case = {}, ""
    for line in out.splitlines():
        if not line.startswith(" "):
            case = line.split()[0]
        elif "unsure" in line:
            found.setdefault(case, []).append(line.strip())
    return found


def test_a_form_of_several_cases_is_said_to_be_unsure_and_why(adisteme):
    assert doubts(adisteme, "главный специалист", "ru") == {
        "genitive": ["unsure: the same form is accusative"],
        "accusative": ["unsure: the same form is genitive"],
    }
    assert doubts(adisteme, "мәслихат төрағасы", "kk") == {}


def test_a_form_that_the_dictionary_alone_knows_is_said_to_be_unsure(adisteme):
    found = doubts(adisteme, "кардиограф", "ru")
    assert "nominative" in found
    assert found["genitive"] == ["unsure: the noun is known to the dictionary alone"]


def test_doubts_stand_behind_the_rules_and_stay_out_of_json(adisteme):
    assert doubts(adisteme, "главный специалист", "ru", "--why").keys() == {
        "genitive",
        "accusative",
    }
    data = adisteme("lexicon", "inflect", "специалист", "--lang", "ru", "--format", "json").out
    assert "unsure" not in data


def test_what_cannot_be_inflected_is_refused_in_the_language_of_the_run(adisteme):
    done = adisteme("lexicon", "inflect", "", "--lang", "ru", "--ui", "ru")
    assert done.code == 2
    assert "склонять нечего" in done.err


def test_explain_names_the_formula_that_reads_a_sentence(adisteme):
    done = adisteme("lexicon", "explain", "пункт 3 изложить в следующей редакции:")
    assert done.code == 0
    assert "amend" in done.out
    assert done.out.endswith("\n")


def test_the_json_of_a_package_is_read_back_as_the_same_act(files):
    act = codec.from_json(files["decision.ru.json"])
    assert codec.to_json(act).encode() == files["decision.ru.json"]
