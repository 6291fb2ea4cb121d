"""The embedded methodology in words: what it says, under every option, in both languages."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given, strategies
from hypothesis import settings as bounds

from generator.embedded import embedded
from generator.options import options
from generator.outline import appendix_names, chapters
from model import LANGUAGES, Act, Agency, Node

PROFILES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
SHU, MINISTRY = PROFILES["maslikhat"], PROFILES["ministry"]

# The Kazakh alphabet, written once more on purpose: the test must not believe the data.
ALPHABET = " 0123456789-аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def agency(profile=SHU, **changed) -> Agency:
    return msgspec.convert(profile | changed, Agency)


def act_of(lang="kk", profile=SHU, **settings) -> Act:
    return drafted(lang, profile["id"], tuple(sorted(settings.items())))


@cache
def drafted(lang, profile_id, settings) -> Act:
    profile = next(each for each in PROFILES.values() if each["id"] == profile_id)
    return embedded(agency(profile, options=dict(settings)), lang)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def methodology(act: Act) -> tuple[Node, ...]:
    return act.attachments[0].body


def texts(act: Act) -> list[str]:
    nodes = [*walk(act.body), *walk(methodology(act))]
    words = [word for node in nodes for word in (node.heading, node.text) if word]
    header = act.attachments[0].header or ""
    return [act.title, act.requisites, act.preamble.text, header, act.attachments[0].title, *words]


def whole(act: Act) -> str:
    return "\n".join(texts(act))


def shape(nodes: tuple[Node, ...]) -> list:
    return [(node.kind, node.number, shape(node.children)) for node in nodes]


def values(name: str) -> list:
    option = options()[name]
    if option.pattern:
        return ["", "Е-2"]
    return [
        choice.value for choice in option.choices if "maslikhat" in (choice.kinds or SHU["kind"])
    ]


def all_pairs() -> set[tuple]:
    return {
        ((one, first), (other, second))
        for one, other in combinations(options(), 2)
        for first, second in product(values(one), values(other))
    }


def covering() -> Iterator[dict]:
    """Few settings of all options that meet every pair of values at least once."""
    missing = all_pairs()
    while missing:
        settings = dict(min(missing, key=str))
        for name in options():
            rows = [settings | {name: value} for value in values(name)]
            settings = (
                settings if name in settings else max(rows, key=lambda r: len(met(r, missing)))
            )
        missing -= met(settings, missing)
        yield settings


def met(settings, pairs) -> set[tuple]:
    return {
        pair for pair in pairs if all(settings.get(name, pairs) == value for name, value in pair)
    }


PAIRS = list(covering())
ONCE = [{name: value} for name in options() for value in values(name)]
each_setting = pytest.mark.parametrize("settings", ONCE, ids=str)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_the_tried_settings_meet_every_pair_of_values():
    assert len(PAIRS) < 30
    assert set().union(*(met(settings, all_pairs()) for settings in PAIRS)) == all_pairs()


def test_kazakh_and_russian_have_the_same_elements_under_every_pair_of_settings():
    for settings in PAIRS:
        kazakh, russian = act_of("kk", **settings), act_of("ru", **settings)
        assert shape(kazakh.body) == shape(russian.body), settings
        assert shape(methodology(kazakh)) == shape(methodology(russian)), settings


def test_no_element_is_without_words_in_either_language():
    for lang in LANGUAGES:
        assert all(node.text or node.heading for node in walk(methodology(act_of(lang))))


@pytest.mark.parametrize(("settings", "count"), [({}, 44), ({"body_approval": False}, 43)], ids=str)
def test_five_chapters_and_clauses_numbered_through(settings, count):
    body = methodology(act_of(**settings))
    numbers = [clause.number for chapter in body for clause in chapter.children]
    assert [chapter.number for chapter in body] == ["1", "2", "3", "4", "5"]
    assert numbers == [str(number) for number in range(1, count + 1)]


def test_subclauses_count_from_one_in_every_clause():
    for node in walk(methodology(act_of())):
        numbers = [child.number for child in node.children if child.kind == "subclause"]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def definitions(act: Act) -> list[str]:
    lists = [node for node in walk(methodology(act)) if len(node.children) == 12]
    clause = next(node for node in lists if node.kind == "clause")
    return [child.text.split(" – ")[0] for child in clause.children]


def kazakh_order(words: str) -> list[int]:
    return [ALPHABET.index(letter) for letter in words.lower() if letter in ALPHABET]


@pytest.mark.parametrize("profile", [SHU, MINISTRY], ids=["maslikhat", "ministry"])
def test_definitions_stand_in_the_order_of_the_kazakh_alphabet(profile):
    terms = definitions(act_of(profile=profile))
    assert terms == sorted(terms, key=kazakh_order)
    assert terms[0] == "360 әдісі"


def test_the_name_of_a_role_finds_its_place_among_the_definitions():
    ours, theirs = definitions(act_of()), definitions(act_of(profile=MINISTRY))
    assert ours.index("Шу аудандық мәслихат аппаратының басшысы") == 11
    assert theirs.index("құрылымдық бөлімшенің басшысы") == 8


def test_russian_definitions_follow_the_kazakh_order():
    first, second, third, *_ = definitions(act_of("ru"))
    assert [first, second, third] == ["метод 360", 'служащий корпуса "Б"', "оцениваемое лицо"]


@each_language
@each_setting
def test_no_template_tag_is_left(lang, settings):
    assert not re.search(r"[{}]", whole(act_of(lang, **settings)))


@each_language
@each_setting
def test_no_latin_letter_stands_in_the_text(lang, settings):
    assert not re.search(r"[a-zA-Z]", whole(act_of(lang, **settings)))


@each_language
def test_the_source_files_hold_no_latin_letter_in_their_words(lang):
    slot = re.compile(r"\{[^{}]*\}")
    for chapter in chapters().values():
        for text in said(chapter.clauses, lang):
            assert not re.search(r"[a-zA-Z]", slot.sub("", text)), text


def said(elements, lang) -> Iterator[str]:
    for element in elements:
        yield element.text.of(lang)
        yield from said(element.children, lang)


@each_language
@each_setting
def test_quotes_and_brackets_are_balanced(lang, settings):
    for text in texts(act_of(lang, **settings)):
        assert text.count('"') % 2 == 0 or "___" in text, text
        assert text.count("(") == text.count(")"), text
        assert not set(text) & set("«»“”—"), text


@each_language
@each_setting
def test_spaces_and_stops_are_single(lang, settings):
    for text in texts(act_of(lang, **settings)):
        assert not re.search(r"  | [,.;:]|[,;:]{2}|\.\.|\(\s|\s\)", text), text


@each_language
def test_every_text_ends_as_its_place_in_a_list_asks(lang):
    for node in walk(methodology(act_of(lang))):
        listed = [child for child in node.children if child.kind in {"subclause", "item"}]
        for child in listed[:-1]:
            assert child.text[-1] in ";:"
        if node.kind == "clause":
            assert last_leaf(node).text.endswith(".")


def last_leaf(node: Node) -> Node:
    return last_leaf(node.children[-1]) if node.children else node


@each_language
def test_a_list_stands_under_every_colon_and_only_there(lang):
    for node in walk(methodology(act_of(lang))):
        listed = any(child.kind in {"subclause", "item"} for child in node.children)
        assert (node.text or "").endswith(":") == listed or node.kind == "chapter", node.text


@each_language
def test_a_clause_begins_with_a_capital_a_quote_or_a_figure(lang):
    for node in walk(methodology(act_of(lang))):
        if node.kind in {"clause", "part"}:
            assert re.match(r'[А-ЯЁӘҒҚҢӨҰҮҺІ"\d]', node.text), node.text


BANDS = {
    "kk": ["4-тен 5 баллға дейін", "3-тен 3,99 баллға", "2-ден 2,99 баллға", "0-ден 1,99 баллға"],
    "ru": ["от 4 до 5 баллов", "от 3 до 3,99 балла", "от 2 до 2,99 балла", "от 0 до 1,99 балла"],
}
RESULTS = {
    "kk": [
        '"Функционалдық міндеттерін тиімді атқарады"',
        '"Функционалдық міндеттерін тиісті түрде атқарады"',
        '"Функционалдық міндеттерін қанағаттанарлық түрде атқарады"',
        '"Функционалдық міндеттерін қанағаттанарлықсыз түрде атқарады"',
    ],
    "ru": [
        '"Выполняет функциональные обязанности эффективно"',
        '"Выполняет функциональные обязанности надлежащим образом"',
        '"Выполняет функциональные обязанности удовлетворительно"',
        '"Выполняет функциональные обязанности не удовлетворительно"',
    ],
}


@each_language
def test_the_four_results_have_their_bands(lang):
    clause = next(n for n in walk(methodology(act_of(lang))) if RESULTS[lang][0] in (n.text or ""))
    found = next(n for n in walk(methodology(act_of(lang))) if clause in n.children).children
    for child, result, band in zip(found, RESULTS[lang], BANDS[lang], strict=True):
        assert child.text.startswith(result)
        assert band in child.text


DEADLINES = [
    ("он жұмыс күні ішінде", "десяти рабочих дней", 1),
    ("бес жұмыс күні ішінде", "пяти рабочих дней", 2),
    ("екі жұмыс күні ішінде", "двух рабочих дней", 1),
    ("үш жұмыс күні ішінде", "трех рабочих дней", 2),
    ("он жұмыс күні беріледі", "десять рабочих дней", 1),
    ("он жұмыс күнінен кешіктірілмей", "не позднее десяти рабочих дней", 1),
    ("кемінде бес жұмыс күні", "не менее чем за пять рабочих дней", 1),
    ("үш жыл бойы", "трех лет", 1),
    ("бесінші күнінен", "не позднее пятого числа", 1),
    ("оныншы күнінен", "не позднее десятого числа", 3),
    ("бір айдан аз", "менее одного месяца", 1),
    ("үш айдан аз", "менее трех месяцев", 1),
    ("кемінде үш, көп дегенде жеті адам", "не менее трех и не более семи человек", 1),
    ("жылына бір рет", "один раз в год", 1),
    ("0-ден 5-ке дейінгі", "от 0 до 5", 2),
]


@pytest.mark.parametrize(("kk", "ru", "times"), DEADLINES, ids=[case[1] for case in DEADLINES])
def test_every_deadline_stands_in_both_languages(kk, ru, times):
    assert whole(act_of("kk")).count(kk) >= times
    assert whole(act_of("ru")).count(ru) >= times


@each_language
def test_twelve_competencies_for_the_head_and_eight_for_an_employee(lang):
    nodes = [node for node in walk(methodology(act_of(lang))) if node.kind == "subclause"]
    names = [[item.text.rstrip(";.") for item in node.children] for node in nodes if node.children]
    assert [len(each) for each in names] == [12, 8]
    assert set(names[1]) < set(names[0])


@each_language
@each_setting
def test_appendices_are_numbered_in_the_order_in_which_the_text_mentions_them(lang, settings):
    said_number = r"(\d+)-қосымша" if lang == "kk" else r"приложени\w+ (\d+)"
    mentioned = re.findall(said_number, whole(act_of(lang, **settings)))
    assert list(dict.fromkeys(mentioned)) == [str(n) for n in range(1, len(appendix_names()) + 1)]


@each_setting
def test_references_name_the_clauses_they_mean(settings):
    body = methodology(act_of(**settings))
    clauses = {node.number: node for chapter in body for node in chapter.children}
    absence = next(node for node in clauses.values() if "бір айдан аз атқарған" in node.text)
    named = re.findall(r"(\d+)-тармақта белгіленген мерзімдерде", whole_of(absence))
    assert named
    assert all("есепті жылдан кейінгі айдың" in whole_of(clauses[number]) for number in named)


def whole_of(node: Node) -> str:
    return " ".join(each.text or "" for each in walk((node,)))


@each_setting
def test_both_languages_refer_to_the_same_elements(settings):
    kazakh, russian = act_of("kk", **settings), act_of("ru", **settings)
    pairs = zip(walk(methodology(kazakh)), walk(methodology(russian)), strict=True)
    for ours, theirs in pairs:
        said_in_kazakh = re.findall(r"(?<!33-бабының )\b(\d+)-(?:тарма|қосымша)", ours.text or "")
        said_in_russian = re.findall(r"(?:пункт|приложени)\w+ (\d+)(?! статьи)", theirs.text or "")
        assert said_in_kazakh == said_in_russian, ours.text


@given(
    strategies.fixed_dictionaries(
        {}, optional={n: strategies.sampled_from(values(n)) for n in options()}
    )
)
@bounds(max_examples=60, deadline=None)
def test_any_settings_together_give_one_act_in_two_languages(settings):
    kazakh, russian = act_of("kk", **settings), act_of("ru", **settings)
    numbers = [clause.number for chapter in methodology(kazakh) for clause in chapter.children]
    assert shape(methodology(kazakh)) == shape(methodology(russian))
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@each_language
@pytest.mark.parametrize("name", options())
def test_every_option_changes_the_text(name, lang):
    acts = [act_of(lang, **{name: value}) for value in values(name)]
    assert len({whole(act) for act in acts}) == len(acts)
