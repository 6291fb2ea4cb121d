"""One door for every source: one act, or the Kazakh and the Russian text of one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model import codec
from parsers import parse, parse_all
from parsers.errors import LanguageNotThereError, NoLettersError, SeveralActsError, SourceError
from parsers.reading import How, read_all

sys.path.insert(0, str(Path(__file__).parent))

import expectation
from pdf_files import lines, pdf
from sources import HEADS, amending, codes, form, page
from two_texts import DOCUMENTS, KAZAKH, RUSSIAN, TEXTS, act, in_turn, paragraphs, plain

from model import Act

OTHER = {"kk": RUSSIAN, "ru": KAZAKH}


def letters(words: str) -> int:
    return len("".join(words.split()))


def is_whole(account, source: str) -> bool:
    """Whether the account is that of the whole source, and nothing in it is lost."""
    dropped = sum(letters(one.text) for one in account.dropped)
    said = account.kept + account.markers + dropped + account.unaccounted
    return said == account.source == letters(source) and not account.unaccounted


@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS)
def test_a_text_with_both_languages_gives_both_acts_as_if_each_stood_alone(source):
    acts = parse_all(source)
    assert [one.lang for one in acts] == ["kk", "ru"]
    assert [plain(one) for one in acts] == [plain(parse(page(*act(lang)))) for lang in ("kk", "ru")]


@pytest.mark.parametrize("source", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_with_both_languages_gives_both_acts_as_if_each_stood_alone(source):
    acts = parse_all(source)
    alone = [plain(parse(paragraphs(*act(lang)))) for lang in ("kk", "ru")]
    assert [plain(one) for one in acts] == alone


@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS)
def test_the_account_of_each_text_is_whole_and_names_the_other_language(source):
    for one in parse_all(source):
        assert is_whole(one.accounting, source)
        (words,) = {
            " ".join(" ".join(said.text for said in one.accounting.dropped).split())
        }  # the other text and nothing else
        assert words.replace(" ", "") == "".join("".join(OTHER[one.lang]).split())
        assert {said.reason for said in one.accounting.dropped} == {"other-language"}


@pytest.mark.parametrize("kind", ["base-decision", "akimat-resolution", "amending-decision"])
@pytest.mark.parametrize("order", [("kk", "ru"), ("ru", "kk")], ids="-".join)
def test_whole_acts_one_after_the_other_are_read_as_each_alone(kind, order):
    sources = {lang: expectation.source(f"{kind}.{lang}").decode() for lang in order}
    acts = parse_all("\n\n".join(sources[lang] for lang in order))
    assert [plain(one) for one in acts] == [plain(parse(sources[lang])) for lang in ("kk", "ru")]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_text_asked_for_is_the_one_that_is_given(lang):
    source = TEXTS["Russian, then Kazakh"]
    assert parse(source, lang=lang) == dict(zip(("kk", "ru"), parse_all(source), strict=True))[lang]


def test_one_act_asked_of_a_source_with_two_is_refused_with_what_to_do():
    with pytest.raises(SeveralActsError) as caught:
        parse(TEXTS["columns with tabs"], name="both.txt")
    assert str(caught.value) == (
        "both.txt holds 2 acts (kk, ru). Expected: one. Choose one by its language (lang='kk' or "
        "lang='ru', on the command line --lang kk or --lang ru), or take all of them with "
        "parse_all."
    )


def test_a_language_that_is_not_there_is_refused_with_what_is():
    with pytest.raises(LanguageNotThereError) as caught:
        parse(page(*KAZAKH), name="act.txt", lang="ru")
    assert str(caught.value) == (
        "act.txt has no act in ru; its language: kk. Expected: a source with the text that was "
        "asked for. Leave the language out, or give the file with that text."
    )


QUOTED = {
    "a Kazakh act quotes Russian wording": ("kk", amending(
        "1) орыс тіліндегі мәтінде 3-тармақ мынадай редакцияда жазылсын:",
        '"3. Оценка проводится по итогам года и служит основанием для поощрения и обучения.',
        "4. Срок хранения документов составляет три года со дня проведения оценки.",
        '5. Решение комиссии принимается открытым голосованием большинством голосов.";',
        lang="kk")),
    "a Russian act quotes Kazakh wording": ("ru", amending(
        "1) в тексте на казахском языке пункт 3 изложить в следующей редакции:",
        '"3. Бағалау жыл қорытындысы бойынша жүргізіледі және көтермелеуге негіз болады.',
        '4. Құжаттар бағалау өткізілген күннен бастап үш жыл сақталады.";')),
    "a Kazakh form has Russian words": ("kk", form("\n".join([
        "№\tКритерии оценки деятельности служащих\tОценка руководителя аппарата",
        *["1\tКачество исполнения поручений и документов\t"] * 30]), lang="kk")),
    "a Russian form has Kazakh words": ("ru", form("\n".join([
        "№\tҚызметшілердің қызметін бағалау өлшемшарттары\tБағалаушының пікірі",
        *["1\tТапсырмалардың орындалу сапасы\t"] * 30]))),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "source"), QUOTED.values(), ids=QUOTED)
def test_an_act_that_has_words_of_the_other_language_is_one_act(lang, source):
    (one,) = parse_all(source)
    assert one.lang == lang
    assert is_whole(one.accounting, source)
    assert [said.reason for said in one.accounting.dropped] == []


def test_kazakh_requisites_over_a_russian_text_are_an_act_of_their_own():
    kazakh, russian = parse_all(page(*HEADS["kk"][:2], *RUSSIAN))
    assert (kazakh.date, kazakh.number, kazakh.body) == ("2023-06-14", "5-3", ())
    assert plain(russian) == plain(parse(page(*RUSSIAN)))


def test_a_title_in_the_other_language_is_said_with_its_place():
    title = "Қызметшілердің қызметін бағалау әдістемесін бекіту туралы"
    source = page(title, *RUSSIAN[1:])
    one = parse(source, ui="en")
    (said,) = [said for said in one.diagnostics if said.code == "title-language"]
    assert (one.lang, one.title) == ("ru", title)
    assert source[said.span.start : said.span.end] == title
    assert said.message == (f'the title of the act is not in the language of its text: "{title}"')


def test_of_a_title_in_both_languages_the_texts_own_is_kept():
    source = page("Қызметшілердің қызметін бағалау әдістемесін бекіту туралы", *RUSSIAN)
    one = parse(source)
    assert plain(one) == plain(parse(page(*RUSSIAN)))
    assert codes(one) == ["second-title"]
    assert is_whole(one.accounting, source)


SECOND = {
    "Kazakh": ("kk", KAZAKH),
    "Russian": ("ru", RUSSIAN),
    "Russian without a line of requisites": ("ru", [RUSSIAN[0], *RUSSIAN[2:]]),
}


@pytest.mark.parametrize(("lang", "second"), SECOND.values(), ids=SECOND)
def test_a_second_act_in_the_same_language_is_an_error_and_is_left_out_by_name(lang, second):
    first = page(*act(lang))
    source = first + "\n" + page(*second)
    one = parse(source, ui="en")
    (said,) = [said for said in one.diagnostics if said.code == "second-act"]
    assert plain(one) == plain(parse(first))
    assert said.severity == "error"
    assert source[said.span.start :].startswith(second[0])
    assert said.message.startswith(
        f'the source has a second act in the same language, which was not read: "{second[0]}'
    )
    assert [dropped.reason for dropped in one.accounting.dropped] == ["second-act"]
    assert is_whole(one.accounting, source)


def test_new_wording_with_an_enacting_word_is_no_second_act():
    wording = f'"{HEADS["ru"][2]}";'
    one = parse(amending("1) преамбулу изложить в следующей редакции:", wording))
    assert "second-act" not in codes(one)


def test_two_second_acts_of_a_bilingual_source_are_both_said():
    acts = parse_all(page(*KAZAKH, *KAZAKH, *RUSSIAN, *RUSSIAN))
    assert [codes(one).count("second-act") for one in acts] == [1, 1]


def test_two_printed_acts_are_read_back_a_line_each():
    acts = parse_all(TEXTS["line by line"])
    printed = "".join(codec.to_json(one).replace("\n", "") + "\n" for one in acts)
    assert parse_all(printed) == acts
    assert parse(printed, lang="ru") == acts[1]


def test_a_text_handed_over_as_a_string_or_as_bytes_gives_the_same():
    source = TEXTS["paragraph by paragraph"]
    assert parse_all(source) == parse_all(source.encode()) == parse_all(source.encode("utf-16"))


def test_a_source_without_words_is_refused():
    with pytest.raises(NoLettersError) as caught:
        parse_all("1234 -- 5678", name="figures.txt")
    assert str(caught.value).startswith("figures.txt has no Kazakh or Russian words.")


def test_what_is_read_keeps_its_source_and_its_ledger():
    for one in read_all(TEXTS["columns with bars"], How(marked=True)):
        assert one.source == TEXTS["columns with bars"]
        assert one.ledger.account() == one.act.accounting


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_however_two_texts_are_mixed_each_account_is_whole(data):
    pieces = list(in_turn(KAZAKH, RUSSIAN))
    chosen = data.draw(st.permutations(pieces)) if data.draw(st.booleans()) else pieces
    source = data.draw(st.sampled_from(["\n", "\n\n", "\t|\t", "\t"])).join(
        chosen[data.draw(st.integers(0, 5)) : data.draw(st.integers(6, len(pieces)))]
    )
    try:
        acts: tuple[Act, ...] = parse_all(source)
    except SourceError:
        return
    for one in acts:
        assert is_whole(replace(one.accounting), source)


@pytest.mark.parametrize(
    ("ui", "page_two"), [("en", "page 2"), ("ru", "страница 2"), ("kk", "2-бет")]
)
def test_a_page_of_a_pdf_that_is_a_picture_is_named(ui, page_two):
    clauses = lines("1. Слово первое.", "2. Слово второе.") * 5
    picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI"
    one = parse(pdf(clauses, [picture], clauses), ui=ui)
    (said,) = [said for said in one.diagnostics if said.code == "form-picture"]
    assert said.message.endswith(f": {page_two}")


def test_what_a_document_has_beside_its_text_is_in_its_account():
    made = docx.Document(io.BytesIO(paragraphs(*RUSSIAN)))
    made.sections[0].footer.paragraphs[0].text = "Телефон канцелярии"
    content = io.BytesIO()
    made.save(content)
    (read,) = read_all(content.getvalue(), How())
    account = read.act.accounting
    assert [one.text for one in account.dropped] == ["Телефон канцелярии"]
    assert account.source == letters(read.source) + letters("Телефон канцелярии")
    assert account.unaccounted == 0
