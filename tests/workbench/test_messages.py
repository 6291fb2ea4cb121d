from __future__ import annotations

import gettext
import io
import re

import pytest

from model import LANGUAGES
from workbench import catalogues
from workbench.messages import LOCALE, Word, choose, say, shaped, speak


@pytest.mark.parametrize(
    ("asked", "environ", "chosen"),
    [
        pytest.param("kk", {"LANG": "ru_RU.UTF-8"}, "kk", id="what is asked for wins"),
        pytest.param(None, {"LANG": "kk_KZ.UTF-8"}, "kk", id="else the locale"),
        pytest.param(None, {"LC_ALL": "ru_KZ", "LANG": "kk_KZ"}, "ru", id="LC_ALL over LANG"),
        pytest.param(None, {"LC_ALL": "", "LANG": "ru"}, "ru", id="an empty variable is unset"),
        pytest.param(None, {"LC_MESSAGES": "C.UTF-8"}, "en", id="C is English"),
        pytest.param(None, {"LANG": "de_DE.UTF-8"}, "en", id="a language we do not speak"),
        pytest.param("xx", {"LANG": "ru_RU"}, "ru", id="nonsense is left to the parser to refuse"),
        pytest.param(None, {}, "en", id="nothing known"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_locale_else_english(asked, environ, chosen):
    assert choose(asked, environ) == chosen


def test_words_in_the_places_of_a_message_are_translated_too():
    speak("ru")
    assert say("Usage:") == "Использование:"
    assert say("%(word)s", word=Word("a list")) == "список"
    assert say("%(word)s", word="a list") == "a list"


@pytest.mark.parametrize(
    ("words", "shape", "changing"),
    [
        ("it is damaged", "it is damaged", ()),
        ('it has no "A (1)", only: B, C', 'it has no "%s", only: %s', ("A (1)", "B, C")),
        ("it is damaged (bad row 5)", "it is damaged (%s)", ("bad row 5",)),
        ("not done after 60 seconds", "not done after %s seconds", ("60",)),
        ("2026-01-05 is both off and worked", "%s is both off and worked", ("2026-01-05",)),
        ('the scale "" is none', 'the scale "%s" is none', ("",)),
    ],
    ids=["nothing", "quoted and behind a colon", "in brackets", "a figure", "a date", "empty"],
)  # fmt: skip
def test_what_changes_in_the_words_of_a_message_is_a_place(words, shape, changing):
    assert shaped(words) == (shape, changing)


def test_reasons_are_said_in_the_users_language_with_what_changes_in_them():
    speak("ru")
    told = say("%(problem)s", problem='it has no sheet "A", only: "B", 100 %')
    assert told == 'it has no sheet "A", only: "B", 100 %', "a shape that is not ours stays"
    told = say("%(problem)s", problem='it has no sheet "100 %", only: B')
    assert told == 'в нём нет листа "100 %", есть только: B'


def test_the_names_of_kinds_and_requisites_are_said_in_the_users_language():
    speak("kk")
    assert say("%(role)s", role="amending") == "өзгеріс енгізетін"
    assert say("%(named)s", named="order, 2018-01-16, № 13") == "бұйрық, 2018-01-16, № 13"
    assert say("%(title)s", title="order") == "order", "the words of an act stay as they are"


def test_a_message_without_translation_is_said_in_english():
    speak("kk")
    assert say("No such sentence: %(met)s.", met=5) == "No such sentence: 5."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_of_the_program_is_translated(lang):
    assert catalogues.untranslated(lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_places_of_a_message_are_the_same_in_its_translation(lang):
    for entry in catalogues.catalogue(lang):
        for message, translation in _pairs(entry):
            assert _places(message) == _places(translation), message


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_to_paste_is_the_same_in_every_language(lang):
    for entry in catalogues.catalogue(lang):
        for message, translation in _pairs(entry):
            if "\n\nadisteme " in message:
                assert message.splitlines()[-1] == translation.splitlines()[-1]
                assert message.count("\n\n") == translation.count("\n\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_fresh(lang):
    with (LOCALE / lang / "LC_MESSAGES" / "adisteme.mo").open("rb") as stream:
        kept = gettext.GNUTranslations(stream)
    fresh = gettext.GNUTranslations(io.BytesIO(catalogues.compiled(lang)))
    assert _messages(kept) == _messages(fresh), "run: python3 tasks.py catalogues"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_latin_letter_hides_inside_a_cyrillic_word(lang):
    for entry in catalogues.catalogue(lang):
        for _, translation in _pairs(entry):
            mixed = re.findall(r"[A-Za-z][А-Яа-яЁёӘ-ӹ]|[А-Яа-яЁёӘ-ӹ][A-Za-z]", translation)
            assert mixed == [], translation


def _pairs(entry):
    if not entry.id:
        return []
    if isinstance(entry.id, str):
        return [(entry.id, entry.string)]
    return [(entry.id[-1], translation) for translation in entry.string]


def _places(message):
    return sorted(set(re.findall(r"%\(\w+\)s|\{\w+\}", message)))


def _messages(translations):
    return {key: text for key, text in vars(translations)["_catalog"].items() if key}
