"""Sources whose every line looks alike: four times the lines are four times the work."""

from __future__ import annotations

import sys

import pytest

from parsers import parse
from parsers.stamps import stamp_of

SHORT, TIMES = 4_000, 4  # bytes, and how many times longer the long source is
MOST = 6  # times the work of the short one: were each line to ask all others, it would be 16
LINES = {
    "quotation marks that open": '"а\n',
    "wordings that are never closed": 'Осы :\n"а б в\n',
    "appendix blocks, kk": "қосымша\n",
    "appendix blocks, ru": "Приложение 1\n",
    "appendix blocks with a day": "2023 жылғы 26 маусымдағы № 4 шешіміне қосымша\n",
    "approval blocks": "Утверждена\n",
    "headings that end in a colon": "Шу:\n",
    "posts over appendix blocks": "Приложение 1\nПредседатель маслихата\n",
    "enacting words, kk": "ШЕШТІ:\n",
    "enacting words, ru": "РЕШИЛ:\n",
    "titles over enacting words": "О том\nРЕШИЛ:\n",
    "subclauses": "1) а;\n",
    "marks of a form": "Нысан\n",
    "titles without a clause": "О том\n",
}


def steps(source: str) -> int:
    """How many calls the reading takes: the same on every machine, however busy it is."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        parse(source)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_work_of_reading_grows_with_the_lines_and_no_faster(line):
    count = SHORT // len(line.encode())
    parse(line * 10)  # the first run loads words and compiles patterns
    assert steps(line * count * TIMES) < MOST * steps(line * count)


def test_a_header_of_many_blocks_gives_the_stamp_that_stands_below_them():
    stamp = "Шу аудандық мәслихатының\n2023 жылғы 26 маусымдағы\n№ 4-10 шешімімен\nбекітілген"
    found = stamp_of("қосымша\n" * 30 + stamp, "kk")
    assert found is not None
    assert (found.slots["date"], found.slots["number"]) == ("2023-06-26", "4-10")
