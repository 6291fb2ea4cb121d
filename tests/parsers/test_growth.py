"""Sources whose every line looks alike: four times the lines take four times as long."""

from __future__ import annotations

import time

import pytest

from parsers import parse
from parsers.stamps import stamp_of

SHORT, TIMES = 10_000, 4  # bytes, and how many times longer the long source is
MOST = 9  # times as long as the short one: were each line to ask all others, it would take 16
RUNS = 3
LINES = {
    "quotation marks that open": '"а\n',
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
}


def seconds(source: str) -> float:
    """The least of several runs."""
    runs = []
    for _ in range(RUNS):
        started = time.process_time()
        parse(source)
        runs.append(time.process_time() - started)
    return min(runs)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_time_of_reading_grows_with_the_lines_and_no_faster(line):
    count = SHORT // len(line.encode())
    parse(line * 10)  # the first run loads words and compiles patterns
    assert seconds(line * count * TIMES) < MOST * max(seconds(line * count), 0.01)


def test_ten_thousand_titles_without_a_clause_are_no_worse():
    started = time.process_time()
    parse("О том\n" * 10_000)
    between = time.process_time()
    parse("О том\n" * 40_000)
    assert time.process_time() - between < MOST * (between - started)


def test_a_header_of_many_blocks_gives_the_stamp_that_stands_below_them():
    stamp = "Шу аудандық мәслихатының\n2023 жылғы 26 маусымдағы\n№ 4-10 шешімімен\nбекітілген"
    found = stamp_of("қосымша\n" * 30 + stamp, "kk")
    assert found is not None
    assert (found.slots["date"], found.slots["number"]) == ("2023-06-26", "4-10")
