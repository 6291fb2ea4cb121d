"""Nothing of a source is lost: its characters are in the act, or markers, or dropped by name."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model import Act, Attachment, Node
from parsers import ledger, parse, reading
from parsers.errors import SourceError

sys.path.insert(0, str(Path(__file__).parent))

import expectation

MUTATED = ["base-decision.ru", "base-decision.ru.pdf", "amending-decision.kk", "damaged.kk"]
quick = settings(
    max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def strings(act: Act):
    """Every string of the act that its source says in its own words."""
    yield from (act.title, act.requisites, act.preamble and act.preamble.text)
    yield from (note.text for note in act.notes)
    for signature in act.signatures:
        yield from (signature.post, signature.name)
    for node in act.body:
        yield from node_strings(node)
    for attachment in act.attachments:
        yield from attachment_strings(attachment)


def attachment_strings(attachment: Attachment):
    yield from (attachment.header, attachment.title)
    for node in attachment.body:
        yield from node_strings(node)


def node_strings(node: Node):
    yield from (node.heading, node.text)
    yield from (note.text for note in node.notes)
    yield from (cell.text for row in node.rows for cell in row)
    for child in node.children:
        yield from node_strings(child)


def letters(texts) -> Counter[str]:
    return Counter(char for text in texts if text for char in text if not char.isspace())


def says_all(act: Act, source: str) -> list[str]:
    """What the account of an act leaves open."""
    account = act.accounting
    dropped = sum(letters(one.text for one in account.dropped).values())
    claims = {
        "the source is counted": account.source == sum(letters([source]).values()),
        "the sums agree": account.kept + account.markers + dropped + account.unaccounted
        == account.source,
        "nothing is unaccounted": account.unaccounted == 0,
        "reasons are given": all(one.reason for one in account.dropped),
    }
    return [claim for claim, holds in claims.items() if not holds]


@pytest.fixture
def ledgers(monkeypatch):
    """The books that were kept while reading."""
    kept = []

    class Watched(ledger.Ledger):
        def __init__(self, source):
            super().__init__(source)
            self.source = source
            kept.append(self)

        def kept_letters(self):
            entered = zip(self.source, self._entries, strict=True)
            return Counter(
                char for char, entry in entered if entry == ledger._KEPT and not char.isspace()  # noqa: SLF001 - the test looks into the books
            )  # fmt: skip

    monkeypatch.setattr(reading, "Ledger", Watched)
    return kept


@pytest.mark.parametrize("name", expectation.names())
def test_the_account_of_an_act_closes(name):
    source = expectation.source(name)
    assert says_all(parse(source, name=name), source.decode("utf-8-sig")) == []


@pytest.mark.parametrize("name", expectation.names())
def test_what_is_entered_as_kept_stands_in_the_act(name, ledgers):
    act = parse(expectation.source(name), name=name)
    assert ledgers[0].kept_letters() == letters(strings(act))


@pytest.mark.parametrize("name", expectation.names())
def test_an_elements_place_is_where_its_words_stand(name):
    source = expectation.source(name).decode("utf-8-sig")
    act = parse(source, name=name)
    trees = [act.body, *(one.body for one in act.attachments)]
    for node in (node for tree in trees for node in expectation.nodes(tree)):
        words = letters([node.heading, node.text])
        assert words - letters([source[node.span.start : node.span.end]]) == Counter()


def lines_of(name: str) -> list[str]:
    return expectation.source(name).decode("utf-8-sig").splitlines(keepends=True)


def deleted(lines, place, _other):
    return lines[:place] + lines[place + 1 :]


def doubled(lines, place, _other):
    return [*lines[: place + 1], *lines[place:]]


def exchanged(lines, place, other):
    lines = list(lines)
    lines[place], lines[other] = lines[other], lines[place]
    return lines


def torn(lines, place, other):
    at = other % max(len(lines[place]), 1)
    return [*lines[:place], lines[place][:at], "\n\n", lines[place][at:], *lines[place + 1 :]]


def ended(lines, place, other):
    at = other % max(len(lines[place]), 1)
    return [*lines[:place], lines[place][:at]]


def headless(lines, place, other):
    return [lines[place][other % max(len(lines[place]), 1) :], *lines[place + 1 :]]


def spaced(lines, place, other):
    at = other % max(len(lines[place]), 1)
    return [*lines[:place], lines[place][:at] + "  " + lines[place][at:], *lines[place + 1 :]]


def tabbed(lines, place, other):
    at = other % max(len(lines[place]), 1)
    return [*lines[:place], lines[place][:at] + "\t" + lines[place][at:], *lines[place + 1 :]]


HURTS = [deleted, doubled, exchanged, torn, ended, headless, spaced, tabbed]


@pytest.mark.parametrize("name", MUTATED)
@pytest.mark.parametrize("hurt", HURTS, ids=lambda hurt: hurt.__name__)
@quick
@given(data=st.data())
def test_a_damaged_source_is_read_or_refused_and_never_loses_a_character(name, hurt, data):
    lines = lines_of(name)
    place, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in "ab")
    source = "".join(hurt(lines, place, other))
    try:
        act = parse(source, name=name)
    except SourceError:
        return
    assert says_all(act, source) == []


@pytest.mark.parametrize("name", [*MUTATED, "damaged.ru", "repealed-order.ru"])
@quick
@given(data=st.data())
def test_hurts_upon_hurts_are_survived(name, data):
    lines = lines_of(name)
    for hurt in data.draw(st.lists(st.sampled_from(HURTS), min_size=2, max_size=5)):
        place, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in "ab")
        lines = "".join(hurt(lines, place, other)).splitlines(keepends=True) or ["\n"]
    source = "".join(lines)
    try:
        act = parse(source, name=name)
    except SourceError:
        return
    assert says_all(act, source) == []


WORDS = [
    "1.", "2)", "3-1.", "19)", "Глава 1.", "2-тарау.", "Раздел 2", "1-параграф.",
    "РЕШИЛ:", "ШЕШТІ:",
    "Сноска. Пункт 3", "Ескерту. 2-тармақ", "Приложение 1", "к Методике", "1-қосымша", "Нысан",
    "Форма", '"', "«", '";', ":", ";", ".", "\t", "\t|\t", "<p>", "</p>", "- ", "**", "##", "__",
    "\n", "\n\n", "      ", "слово", "әдістеме", "заменить словом", "деген сөз", "№ 13",
    "И. Иванов",
    "Председатель", "төрағасы", "изложить в следующей редакции:", "мынадай редакцияда жазылсын:",
    "© 2012.", "Примечание ИЗПИ!", "Утвержден", "бекітілген", "2023 жылғы 26 маусымдағы",
]  # fmt: skip


@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_no_heap_of_the_words_of_acts_makes_the_reader_fall(source):
    try:
        act = parse(source)
    except SourceError:
        return
    assert says_all(act, source) == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_makes_the_reader_fall(source):
    if source.lstrip()[:1] in {"{", "["}:
        return  # an act's own JSON: see the tests of the model
    try:
        act = parse(source)
    except SourceError:
        return
    assert says_all(act, source) == []


def test_requisites_that_stand_twice_are_kept_twice():
    """The second line repeats date and number: it is odd, and its words are not lost."""
    title, _, requisites, *rest = lines_of("repealed-order.ru")
    source = "".join([title, requisites, requisites, *rest])
    assert says_all(parse(source), source) == []
