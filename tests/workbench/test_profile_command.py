"""``adisteme profile``: the profile that an act tells, ready to be completed and used."""

from __future__ import annotations

import pytest

from workbench.profiles import load_profile, read_profile

from .conftest import ROOT

ACTS = ROOT / "tests" / "fixtures" / "acts"
KAZAKH, RUSSIAN = ACTS / "base-decision.kk.txt", ACTS / "base-decision.ru.txt"


@pytest.fixture
def drafted(adisteme, tmp_path):
    """Both texts of the decision that an example profile gives."""
    path = ROOT / "examples" / "timiryazev-maslikhat.yaml"
    done = adisteme("generate", "--agency", path, "--format", "json", "-o", tmp_path / "drafted")
    assert done.code == 0, done.err
    return path, [tmp_path / "drafted" / f"decision.{lang}.json" for lang in ("kk", "ru")]


def test_a_drafted_decision_tells_the_profile_it_was_drafted_from(adisteme, tmp_path, drafted):
    path, texts = drafted
    done = adisteme("profile", *texts, "-o", tmp_path / "own.yaml")
    assert (done.code, done.err) == (0, "")
    told, own = load_profile(tmp_path / "own.yaml"), load_profile(path)
    assert told.id == "own"
    assert (told.kind, told.issuer, told.institution) == (own.kind, own.issuer, own.institution)
    assert (told.roles, told.signatory) == (own.roles, own.signatory)
    assert (told.act, told.repeals) == (own.act, own.repeals)
    assert {key: told.options[key] for key in own.options} == own.options


def test_for_the_next_act_the_present_one_is_what_is_repealed(adisteme, drafted):
    _, texts = drafted
    done = adisteme("profile", "--next", *texts)
    told = read_profile(done.out.encode(), "out")
    assert told.act is None
    (repealed,) = told.repeals
    assert (repealed.date, repealed.number) == ("2023-04-25", "2/14")
    assert repealed.title.ru.startswith("Об утверждении Методики оценки")


def test_what_the_text_does_not_tell_stands_empty_and_is_named(adisteme):
    done = adisteme("profile", KAZAKH)
    assert done.code == 1
    assert (
        "issuer:\n  kk: Ақбұлақ аудандық мәслихаты\n  ru: ''  # not told by the text\n" in done.out
    )
    assert "To be written by you, the text does not tell it: issuer.ru, institution.ru" in done.err


def test_the_comments_and_remarks_are_in_the_users_language(adisteme):
    done = adisteme("--ui", "ru", "profile", RUSSIAN)
    assert "issuer:\n  kk: ''  # в тексте не сказано\n" in done.out
    assert "Впишите сами, в тексте этого нет: issuer.kk" in done.err
    done = adisteme("--ui", "kk", "profile", RUSSIAN)
    assert "kk: ''  # мәтінде айтылмаған" in done.out


def test_texts_that_do_not_agree_are_named_and_not_guessed_at(adisteme, tmp_path):
    other = tmp_path / "other.txt"
    text = RUSSIAN.read_text(encoding="utf-8")
    other.write_text(text.replace("№ 5-3", "№ 5-4", 1), "utf-8")
    done = adisteme("profile", KAZAKH, other)
    assert done.code == 1
    assert "\nact:" not in done.out
    assert "The two texts do not agree on this; look which is right: act.number" in done.err


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ((KAZAKH, KAZAKH), 'are in "kk". Expected: one source per language.'),
        ((ACTS / "amending-decision.kk.txt",), "does not approve a methodology"),
        (("-", "-"), "standard input"),
        ((ACTS / "none.txt",), "There is no file"),
    ],
    ids=["one language twice", "an amending act", "standard input twice", "no file"],
)
def test_what_tells_no_profile_is_refused(adisteme, tmp_path, sources, message):
    done = adisteme("profile", *sources, "-o", tmp_path / "out.yaml")
    assert done.code == 2
    assert message in done.err
    assert not (tmp_path / "out.yaml").exists()
