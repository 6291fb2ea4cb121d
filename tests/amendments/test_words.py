"""Operations on words: none, one and many occurrences are told apart; nothing is guessed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.words import appended
from model import Target

sys.path.insert(0, str(Path(__file__).parent))

from small import amended, at, base, clause, form, methodology, order, outcome, part, subclause


def reworded(text, action, lang="ru", **fields):
    """The clause with this text after one operation on its words."""
    applied = amended(base(clause("3", text), lang=lang), order(action, at(clause="3"), **fields))
    assert [result.outcome for result in applied.results] == ["applied"]
    return methodology(applied)[0].text


ONCE = {
    "exchanged": ("replace-words", "Одно лицо здесь.", {"old": "лицо", "new": "тело"},
                  "Одно тело здесь."),
    "folded signs": ("replace-words", "Корпус «Б» – и все.", {"old": 'корпус "Б" -', "new": "Всё"},
                     "Всё и все."),
    "letters that look alike": ("replace-words", "Е-қызмет тут.",
                                {"old": "E-қызмет", "new": "жүйе"}, "жүйе тут."),
    "blanks": ("replace-words", "два  слова\nтут", {"old": "два слова тут", "new": "три"}, "три"),
    "a whole word only": ("replace-words", "лицом к лицо", {"old": "лицо", "new": "тело"},
                          "лицом к тело"),
    "a whole number only": ("replace-words", "118 дней и 18 дней", {"old": "18", "new": "20"},
                            "118 дней и 20 дней"),
    "not a part of a doubled number": ("replace-words", "в 8-1 и 8", {"old": "8", "new": "9"},
                                       "в 8-1 и 9"),
    "in capitals": ("replace-words", "лист ОЦЕНКИ тут", {"old": "оценки", "new": "учёта"},
                    "лист УЧЁТА тут"),
    "at the beginning": ("replace-words", "Лицо тут", {"old": "лицо", "new": "тело"}, "Тело тут"),
    "new words that hold the old": ("replace-words", "его лицо.",
                                    {"old": "лицо", "new": "лицо и тело"}, "его лицо и тело."),
    "taken out": ("delete-words", "один и два.", {"old": "и два"}, "один."),
    "taken out at the start": ("delete-words", "один и два.", {"old": "один"}, "и два."),
    "taken out before a comma": ("delete-words", "один два, три", {"old": "два"}, "один, три"),
    "set behind": ("insert-words", "один три.", {"old": "один", "new": "два"}, "один два три."),
    "set behind with a comma": ("insert-words", "один три.", {"old": "один", "new": ", два,"},
                                "один, два, три."),
    "set before": ("insert-words", "один три.",
                   {"old": "три", "new": "два", "position": "before"}, "один два три."),
    "set at the end": ("insert-words", "один.", {"new": "два"}, "один два."),
    "a sentence": ("insert-words", "Один.", {"new": "Два слова."}, "Один. Два слова."),
    "the closing mark": ("replace-words", "Один. Два.", {"old": ".", "new": ";"}, "Один. Два;"),
}  # fmt: skip


@pytest.mark.parametrize("case", ONCE)
def test_words_that_stand_once_are_changed_and_the_rest_stays_to_the_letter(case):
    action, text, fields, expected = ONCE[case]
    assert reworded(text, action, **fields) == expected


def left(text, action="replace-words", **fields):
    act = base(clause("3", text), clause("4", "особые слова"))
    (result,) = amended(act, order(action, at(clause="3"), **fields)).results
    return result.outcome, result.detail


def test_words_that_stand_twice_are_not_exchanged_by_chance():
    assert left("лицо и лицо", old="лицо", new="тело") == (
        "ambiguous",
        'the words "лицо" stand 2 times in пункт 3 Методики',
    )


def test_in_one_named_line_all_of_them_are_meant():
    act = base(clause("3", "лицо и лицо", part("лицо")))
    operation = order("replace-words", at(clause="3", part="1"), old="лицо", new="тело",
                      text="в части первой слова")  # fmt: skip
    assert methodology(amended(act, operation)) == (clause("3", "тело и тело", part("лицо")),)


def test_words_that_stand_in_another_form_are_named_and_not_touched():
    outcome_, detail = left("с этим лицом", old="лицо", new="тело")
    assert outcome_ == "target-missing"
    assert detail.endswith('the nearest: "лицом"')


def test_words_that_stand_elsewhere_are_named():
    assert left("пусто", old="особые слова", new="тело") == (
        "target-missing",
        'the words "особые слова" do not stand in пункт 3 Методики; the nearest: пункт 4 Методики',
    )


DONE = {
    "exchanged before": ("replace-words", "тело тут", {"old": "лицо", "new": "тело"}),
    "new words that hold the old": (
        "replace-words", "лицо и тело тут", {"old": "лицо", "new": "лицо и тело"}),
    "set before": ("insert-words", "один два три", {"old": "один", "new": "два"}),
    "set at the end before": ("insert-words", "один два.", {"new": "два"}),
}  # fmt: skip


@pytest.mark.parametrize("case", DONE)
def test_what_the_text_says_already_was_applied_before(case):
    action, text, fields = DONE[case]
    assert left(text, action, **fields)[0] == "already-applied"


def test_words_to_be_taken_out_that_are_not_there_are_missing():
    assert left("пусто", "delete-words", old="лицо")[0] == "target-missing"


def test_pairs_of_one_instruction_are_exchanged_at_the_same_time():
    act = base(clause("3", "1 или 2"))
    pairs = [
        order("replace-words", at(clause="3"), old=old, new=new, text="цифры заменить")
        for old, new in (("1", "2"), ("2", "3"))
    ]
    applied = amended(act, *pairs)
    assert [result.outcome for result in applied.results] == ["applied", "applied"]
    assert methodology(applied)[0].text == "2 или 3"
    assert applied.results[1].after == methodology(applied)


THROUGHOUT = {
    "ru": ("информационная система", "цифровая платформа",
           ("Информационная система; в информационной системе, через информационную систему; "
           "информационных систем."),
           ("Цифровая платформа; в цифровой платформе, через цифровую платформу; "
           "цифровых платформ.")),
    "kk": ("ақпараттық жүйе", "цифрлық платформа",
           ("Ақпараттық жүйе; ақпараттық жүйеде, ақпараттық жүйенің, ақпараттық жүйесінде, "
           "ақпараттық жүйелерден, ақпараттық жүйедегі."),
           ("Цифрлық платформа; цифрлық платформада, цифрлық платформаның, цифрлық "
           "платформасында, цифрлық платформалардан, цифрлық платформадағы.")),
}  # fmt: skip


@pytest.mark.parametrize("lang", THROUGHOUT)
def test_throughout_every_case_form_is_exchanged_for_the_same_form(lang):
    old, new, text, expected = THROUGHOUT[lang]
    act = base(clause("3", text), lang=lang, forms=(form("1", part(text), lang=lang),))
    operation = order("replace-words", at(), old=old, new=new, throughout=True)
    applied = amended(act, operation)
    assert [result.outcome for result in applied.results] == ["applied"]
    assert methodology(applied)[0].text == expected
    assert applied.act.attachments[1].body[0].text == expected


def test_a_form_with_two_readings_is_left_to_the_reader():
    act = base(clause("3", "Утвердить порядок."))
    operation = order("replace-words", at(), old="порядок", new="методика", throughout=True)
    applied = amended(act, operation)
    assert applied.results[0].outcome == "ambiguous"
    assert '"порядок"' in applied.results[0].detail
    assert applied.act == act


def test_forms_nobody_foresaw_are_told():
    act = base(clause("3", "Ақпараттық жүйе, ақпараттық жүйесіз."), lang="kk")
    operation = order(
        "replace-words", at(), old="ақпараттық жүйе", new="цифрлық жүйе", throughout=True
    )
    (result,) = amended(act, operation).results
    assert result.outcome == "applied"
    assert result.detail.endswith('"ақпараттық жүйесіз"')


def test_words_of_the_preamble_change_its_enacting_word():
    act = base(clause("1"), lang="kk")
    operation = order(
        "replace-words", Target(element="preamble"), old="ШЕШТІ", new="ШЕШІМ ҚАБЫЛДАДЫ"
    )
    preamble = amended(act, operation).act.preamble
    assert (preamble.text, preamble.enacting) == ("Мәслихат ШЕШІМ ҚАБЫЛДАДЫ:", "ШЕШІМ ҚАБЫЛДАДЫ")


def test_words_are_added_to_the_last_line_of_an_element():
    act = base(clause("3", "Список:", subclause("1", "один;"), subclause("2", "два.")))
    applied = amended(act, order("insert-words", at(clause="3"), new="и три"))
    assert methodology(applied)[0].children[1].text == "два и три."


def test_the_second_sentence_is_reworded_and_the_first_is_not():
    act = base(clause("3", "Приказ м.а. министра № 5. Вторая мысль. Третья."))
    operation = order("replace-words", at(clause="3", sentence="2"), new="Новая мысль.")
    text = methodology(amended(act, operation))[0].text
    assert text == "Приказ м.а. министра № 5. Новая мысль. Третья."
    assert outcome(act, order("delete", at(clause="3", sentence="9"))) == "target-missing"


@given(st.text("абв .;,", max_size=12), st.text("абв", min_size=1, max_size=5))
def test_added_words_are_there_and_the_old_ones_stay(text, new):
    assert new in appended(text, new)
    assert appended(text, new).startswith(text.rstrip().rstrip(".;:"))
