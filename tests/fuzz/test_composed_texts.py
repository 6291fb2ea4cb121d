"""Words and signs of acts in any order, again and again: read, every character accounted for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from claims import check

WORDS = (
    "1. ", "1) ", "а", "Б", '"', "«", "»", ":\n", ";\n", "\n", "\n\n", "\t", "|", " ", "  ", "(",
    ")", "№ 5 ", "____", "20__ года", "туралы", "бекіту", "ШЕШТІ:", "РЕШИЛ:", "Осы", "қосымша",
    "Приложение 1", "Утверждена", "бекітілген", "2023 жылғы 26 маусымдағы", "от 5 мая 2023 года",
    "решением", "шешімімен", "1-тармақтың", "пункта 1", "статьи 33", "баптың", "сөздер", "слова",
    "изложить в следующей редакции:", "мынадай редакцияда жазылсын:", "Ескерту.", "Сноска.",
    "Глава 1.", "1-тарау.", "аппарат", "маслихата", "мәслихатының", "Председатель", "төраға",
    "А. Тестов", "- ", "– ", "0,5 ", "100%", "күн", "рабочих дней", "Кодекс", "Заңының", "приказ",
    "Министра", "и", "және", ",", ".", "нысан", "Форма", "<p>", "&nbsp;", "#", "**", "******", "§",
    "\f", "\u00ad", "й", "X", "IV",
)  # fmt: skip
HEADS = (
    "",
    "Бекіту туралы\n",
    "О внесении изменений\nРЕШИЛ:\n",
    "1. Бекіту туралы мынадай өзгерістер енгізілсін:\n",
)


@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30),
    st.integers(1, 8),
)
@settings(
    deadline=None,
    max_examples=300,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_words_of_acts_in_any_order_are_read(head, words, times):
    check((head + "".join(words) * times).encode())


FOUND = {
    "marks of markdown alone": "Бекіту туралы\n******",
    "a row of a table without words": "күн1-тармақтың**\nПриложение 1\t" * 5,
    "an enacting word before the bases that it closes": (
        "О внесении изменений\nРЕШИЛ:\n"
        + "аппарат20__ года  Кодексбекіту1) \t\n\nёМинистраБVIIIШЕШТІ:\u00adБмәслихатыныңислова" * 4
    ),
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_what_once_stopped_the_reading_is_read(text):
    check(text.encode())
