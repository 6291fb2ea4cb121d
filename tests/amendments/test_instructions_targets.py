"""What an instruction names is read as addresses; what it quotes is told from what it says."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.instructions import marker_of, orders, without_remarks
from lexicon.quotations import masked
from lexicon.targets import read_targets
from model import LANGUAGES, Target

PHRASES = [
    ("ru", "пункты с 5 по 8", [{"clause": n} for n in "5678"]),
    ("ru", "пункты 5-8", [{"clause": n} for n in "5678"]),
    ("ru", "пункт 5-8", [{"clause": "5-8"}]),
    ("ru", "пункты 5-1, 5-8", [{"clause": "5-1"}, {"clause": "5-8"}]),
    ("ru", "подпункты 1)-3)", [{"subclause": n} for n in "123"]),
    ("ru", "пунктом 2.15", [{"clause": "2.15"}]),
    ("ru", "абзац второй и третье предложение части первой пункта 5",
     [{"clause": "5", "part": "1", "item": "2"}, {"clause": "5", "part": "1", "sentence": "3"}]),
    ("ru", "подпункт 3) и часть вторую пункта 2",
     [{"clause": "2", "subclause": "3"}, {"clause": "2", "part": "2"}]),
    ("ru", "пункт 3 и главу 2", [{"clause": "3"}, {"chapter": "2"}]),
    ("ru", "в пункте 3 подпункт 2)", [{"clause": "3", "subclause": "2"}]),
    ("ru", "строку, порядковый номер 5, таблицы приложения 1", [{"appendix": "1", "row": "5"}]),
    ("ru", 'графу "Оценка (балл)" приложения 2', [{"appendix": "2", "column": "Оценка (балл)"}]),
    ("ru", "последний абзац пункта 5", [{"clause": "5", "part": "last"}]),
    ("ru", "1-й абзац", [{"part": "1"}]),
    ("ru", "примечание 2 к приложению 4", [{"appendix": "4", "note": "2"}]),
    ("ru", "в Методике, утвержденной указанным решением", [{"attachment": "methodology"}]),
    ("ru", "пункт 2 указанного решения", [{"clause": "2"}]),
    ("ru", "приложение", [{"appendix": ""}]),
    ("kk", "5-8-тармақтар", [{"clause": n} for n in "5678"]),
    ("kk", "5-8-тармақ", [{"clause": "5-8"}]),
    ("kk", "5-тен 8-ге дейінгі тармақтар", [{"clause": n} for n in "5678"]),
    ("kk", "3-1 және 3-2-тармақтар", [{"clause": "3-1"}, {"clause": "3-2"}]),
    ("kk", "2-тармақтың 3) тармақшасы және екінші бөлігі",
     [{"clause": "2", "subclause": "3"}, {"clause": "2", "part": "2"}]),
    ("kk", "2-тармақтың 3) тармақшасы, 5-тармақ және 2-қосымша",
     [{"clause": "2", "subclause": "3"}, {"clause": "5"}, {"appendix": "2"}]),
    ("kk", "8-тармақтағы бірінші және үшінші сөйлемдер",
     [{"clause": "8", "sentence": "1"}, {"clause": "8", "sentence": "3"}]),
    ("kk", "реттік нөмірі 5-жол", [{"row": "5"}]),
    ("kk", '"Барлығы" деген жол', [{"row": "Барлығы"}]),
    ("kk", "3-жолдың 2-ұяшығы", [{"row": "3", "cell": "2"}]),
    ("kk", "соңғы абзац", [{"part": "last"}]),
    ("kk", "2-ші бөлігі", [{"part": "2"}]),
    ("kk", "ІV тараудың тақырыбы", [{"chapter": "IV", "element": "heading"}]),
    ("kk", "әдістемесінде көрсетілген шешіммен бекітілген", [{"attachment": "methodology"}]),
    ("kk", "көрсетілген шешімнің кіріспесі", [{"element": "preamble"}]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "words", "wanted"), PHRASES, ids=[one[1] for one in PHRASES])
def test_a_phrase_of_an_instruction_names_its_elements(lang, words, wanted):
    assert [msgspec.to_builtins(target) for target in read_targets(words, lang)] == wanted


def test_the_act_itself_leaves_the_scope_of_its_methodology():
    scope = Target(attachment="methodology", clause="2")
    assert read_targets("пункт 1 указанного решения", "ru", scope) == [Target(clause="1")]


QUOTED = [
    ("ru", 'слово "а" исключить;', ["а"]),
    ("ru", 'слова "корпуса "Б" района" заменить', ['корпуса "Б" района']),
    ("ru", 'слова "служащих корпуса "Б" заменить словами "лиц";', ['служащих корпуса "Б"', "лиц"]),
    ("ru", "слова «корпуса «Б» исключить;", ["корпуса «Б»"]),
    ("ru", "«а» и «б» исключить", ["а", "б"]),
    ("ru", 'точку заменить знаком ";"', [".", ";"]),
    ("ru", 'слова ", а также" исключить', [", а также"]),
    ("ru", 'слово "точка" исключить', ["точка"]),
    ("kk", '"Б" корпусы" деген сөздер алып тасталсын;', ['"Б" корпусы']),
    ("kk", "нүкте нүктелі үтірмен ауыстырылсын", [".", ";"]),
    ("kk", '"а" және "б" деген сөздер', ["а", "б"]),
]


@pytest.mark.parametrize(("lang", "line", "inner"), QUOTED, ids=[one[1] for one in QUOTED])
def test_a_quotation_ends_at_its_own_mark(lang, line, inner):
    assert list(masked(line, lang).inner) == inner


@pytest.mark.parametrize("lang", LANGUAGES)
@given(line=st.text('абв "«»“”,.;()1-', max_size=60))
def test_a_masked_line_has_all_its_words(lang, line):
    whole = masked(line, lang)
    kept = whole.restored(whole.text)
    assert [char for char in kept if char.isalpha()] == [char for char in line if char.isalpha()]


@pytest.mark.parametrize(
    ("lang", "line", "marker"),
    [
        ("ru", "1) пункт 3 исключить;", "1) "),
        ("ru", "а) пункт 3 исключить;", "а) "),
        ("ru", "– пункт 3 исключить;", "– "),
        ("ru", "пункт 3 исключить;", None),
        ("kk", "1) 3-тармақ алып тасталсын;", "1) "),
        ("kk", "11) тармақша алып тасталсын;", None),
        ("kk", "11) және 12) тармақшалар алып тасталсын;", None),
        ("kk", "11), 12) тармақшалар алып тасталсын;", None),
        ("kk", "1) 11) тармақша алып тасталсын;", "1) "),
        ("kk", "1)", None),
    ],
)
def test_the_number_of_a_line_is_told_from_that_of_its_target(lang, line, marker):
    assert marker_of(line, lang) == marker


@pytest.mark.parametrize(
    ("lang", "line", "many"),
    [
        ("ru", 'в пункте 3 слово "а" заменить словом "б", слово "в" исключить;', 2),
        ("ru", "пункт 3 исключить и дополнить пунктом 3-1 следующего содержания:", 2),
        ("ru", 'в пункте 3 слова "а, исключить" исключить;', 1),
        ("ru", "Комиссия вправе исключить служащего из списка.", 0),
        ("ru", "Служащий обязан читать приказ.", 0),
        ("kk", ('3-тармақта "а" деген сөз алып тасталсын, "б" деген сөз "в" деген сөзбен '
                "ауыстырылсын;"), 2),
        ("kk", "Бағалау нәтижесі жүйеге енгізілсін.", 0),
        ("kk", "", 0),
    ],
)  # fmt: skip
def test_one_line_may_order_several_things_or_none(lang, line, many):
    assert len(orders(line, lang)) == many


def test_a_remark_is_taken_out_of_the_line():
    text, remarks = without_remarks('по всему тексту главы 2 слово "0" исключить;', "ru")
    assert text == 'главы 2 слово "0" исключить;'
    assert remarks.throughout
