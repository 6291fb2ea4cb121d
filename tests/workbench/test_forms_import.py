"""``adisteme forms import``: forms out of an act, compared and written."""

from __future__ import annotations

import pytest
import yaml
from msgspec.structs import replace

import forms
from forms.blank import blank
from model import Act, Attachment
from model.codec import to_json


@pytest.fixture
def act_file(tmp_path):
    """An act with these attachments, as its own JSON."""

    def written(*attachments, lang="kk"):
        act = Act(
            lang=lang,
            type="order",
            role="base",
            title="Бұйрық" if lang == "kk" else "Приказ",
            date="2026-05-18",
            number="188",
            attachments=attachments,
        )
        path = tmp_path / f"act.{lang}.json"
        path.write_text(to_json(act), encoding="utf-8")
        return path

    return written


def printed(form_id, lang="kk"):
    return blank(forms.find(form_id), lang)


def test_a_form_that_is_known_has_no_differences(adisteme, act_file):
    done = adisteme("forms", "import", act_file(printed("form-4")))
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Appendix 4: nearest to form-4 (current), the same words: 100 %, differences: 0\n"
    )


def test_differences_are_told_and_the_definition_is_written(adisteme, act_file, tmp_path):
    form = replace(printed("form-4"), title="Басқа атау")
    target = tmp_path / "form.yaml"
    done = adisteme("forms", "import", act_file(form), "--appendix", "4", "-o", target)
    assert done.code == 1
    assert done.out.splitlines()[1:] == [
        '  title: "Басқа атау"; in form-4: "Саралау әдісі бойынша бағалау парағы"'
    ]
    stated = yaml.safe_load(target.read_text("utf-8"))
    assert (stated["id"], stated["edition"]) == ("form-4-2026", "2026")
    assert stated["title"] == {"kk": "Басқа атау", "ru": ""}


def test_what_only_one_of_the_two_has_is_told_as_such(adisteme, act_file):
    form = printed("form-4")
    last = replace(form, body=form.body[:-1])
    more = replace(form, body=(*form.body, replace(form.body[0], text="Тағы бір жол")))
    assert "  line 10: only in form-4:" in adisteme("forms", "import", act_file(last)).out
    told = adisteme("forms", "import", act_file(more)).out
    assert '  line 11: not in form-4: "Тағы бір жол"' in told


def test_both_texts_give_a_definition_in_both_languages(adisteme, act_file, tmp_path):
    target = tmp_path / "form.yaml"
    files = [act_file(printed("form-7", lang), lang=lang) for lang in ("ru", "kk")]
    done = adisteme("forms", "import", *files, "--appendix", "7", "-o", target)
    assert done.code == 0
    title = yaml.safe_load(target.read_text("utf-8"))["title"]
    assert title["kk"].startswith("Қызметшіні 360")
    assert title["ru"].startswith("Результат оценки")


@pytest.mark.parametrize(
    ("known", "arguments", "message"),
    [
        ([], [], 'no form in an appendix "–"; forms found in appendices: –'),
        (["form-4"], ["--appendix", "5"], 'an appendix "5"; forms found in appendices: 4'),
    ],
    ids=["none", "another"],
)
def test_an_appendix_without_a_form_is_refused(adisteme, act_file, known, arguments, message):
    path = act_file(Attachment("methodology"), *map(printed, known))
    target = path.with_name("form.yaml")
    done = adisteme("forms", "import", path, *arguments, "-o", target)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not target.exists()


def test_several_forms_do_not_go_into_one_file(adisteme, act_file, tmp_path):
    path = act_file(printed("form-4"), printed("form-7"))
    done = adisteme("forms", "import", path, "-o", tmp_path / "form.yaml")
    assert done.code == 2
    assert "Name one of these with --appendix." in done.err
    assert adisteme("forms", "import", path).code == 0
