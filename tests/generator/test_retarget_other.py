"""The drafted other language: every norm of the source is said once, or stands in a mark."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded
from generator.retarget_other import counterpart
from generator.retarget_pieces import sentences
from model import Act, Agency, Attachment, Cell, Node, Preamble
from model.tree import walk
from parsers.citations import citations_of
from review.marks import figures
from workbench.profiles import load_profile

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
OTHER = {"kk": "ru", "ru": "kk"}
PROFILES = pytest.mark.parametrize("name", EXAMPLES)
LANGUAGES = pytest.mark.parametrize("lang", ["kk", "ru"])
MARK = re.compile(r"\[(?:ПЕРЕВЕСТИ|АУДАРЫЛСЫН): (.*?)\](?= |$)", re.DOTALL)


@cache
def profile(name: str = "shu-maslikhat") -> Agency:
    return load_profile(ROOT / "examples" / f"{name}.yaml")


@cache
def whole(name: str, lang: str) -> Act:
    return embedded(profile(name), lang, appendices(lang, profile(name)))


def methodology(act: Act) -> Attachment:
    return next(one for one in act.attachments if one.kind == "methodology")


def with_chapters(act: Act, chapters) -> Act:
    made = replace(methodology(act), body=tuple(chapters))
    rest = [made if one.kind == "methodology" else one for one in act.attachments]
    return replace(act, attachments=tuple(rest))


def of_clauses(*clauses: Node, lang: str = "kk", name: str = "shu-maslikhat") -> Act:
    """The embedded act with these clauses alone in its methodology, numbered from 1."""
    numbered = tuple(replace(one, number=str(n)) for n, one in enumerate(clauses, 1))
    chapter = Node("chapter", number="1", heading="…", children=numbered)
    return with_chapters(whole(name, lang), (chapter,))


def clause(text: str, *children: Node) -> Node:
    return Node("clause", number="1", text=text, children=children)


def part(text: str, *children: Node) -> Node:
    return Node("part", text=text, children=children)


def drafted(*clauses: Node, lang: str = "kk", ui: str | None = None) -> Act:
    return counterpart(of_clauses(*clauses, lang=lang), profile(), ui).act


def clauses_of(act: Act) -> list[Node]:
    return [one for chapter in methodology(act).body for one in chapter.children]


def texts(node: Node) -> list[str]:
    own = [node.text] if node.text else []
    return own + [text for child in node.children for text in texts(child)]


def embedded_clause(word: str, lang: str = "kk", name: str = "shu-maslikhat") -> Node:
    return next(one for one in clauses_of(whole(name, lang)) if word in " ".join(texts(one)))


def messages(act: Act, code: str) -> list[str]:
    return [one.message for one in act.diagnostics if one.code == code]


@PROFILES
@LANGUAGES
def test_the_counterpart_of_the_embedded_act_is_the_embedded_act_of_the_other_language(name, lang):
    made = counterpart(whole(name, lang), profile(name))
    assert made.untranslated == ()
    assert made.act == whole(name, OTHER[lang])


LATE = (
    "Қызметші бағалау кезеңі басталғаннан кейін тағайындалған жағдайда НМИ лауазымға "
    "тағайындалған күннен бастап он жұмыс күн ішінде белгіленеді."
)
MONTHS = (
    "Егер қызметшінің тағайындалған күнінен бастап бағалау кезеңінің соңына дейінгі мерзім бір "
    "айдан аз болса, аталған қызметшіге НМИ белгіленбейді."
)
PLAN = (
    "НМИ бағаланатын кезең басталғаннан кейін он жұмыс күні ішінде Үлгілік әдістеменің "
    "1-қосымшасына сәйкес нысан бойынша жасалатын жеке жұмыс жоспарында белгіленеді."
)


def test_one_clause_with_several_norms_has_all_of_them_part_by_part():
    (made,) = clauses_of(drafted(clause(PLAN, part(LATE), part(MONTHS))))
    assert [child.kind for child in made.children] == ["part", "part"]
    assert "индивидуальный план работы" in made.text
    assert made.children[0].text == (
        "Служащему, назначенному после начала оцениваемого периода, КЦИ устанавливаются в "
        "течение десяти рабочих дней со дня его назначения на должность."
    )
    assert made.children[1].text == (
        "Если срок со дня назначения до конца оцениваемого периода составляет менее одного "
        "месяца, КЦИ не устанавливаются."
    )


def test_a_part_of_which_no_norm_is_known_is_marked_in_its_place_and_said_with_it():
    own = part("Кәсіподақ бюросы көктемгі ағаш отырғызуға 12 күн бұрын шақырылады.")
    made = drafted(clause(LATE, own, part(MONTHS)))
    (only,) = clauses_of(made)
    assert only.children[0].text == f"[ПЕРЕВЕСТИ: {own.text}]"
    assert "менее одного месяца" in only.children[1].text
    assert messages(made, "to-translate") == [
        "нет соответствия во встроенной методике, нужно перевести: часть вторая пункта 1"
    ]


def test_a_sentence_without_a_norm_is_marked_behind_the_one_that_has_one():
    own = "Кәсіподақ бюросы көктемгі ағаш отырғызуға шақырылады."
    (made,) = clauses_of(drafted(clause(f"{LATE} {own}")))
    assert made.text.startswith("Служащему, назначенному после начала")
    assert made.text.endswith(f" [ПЕРЕВЕСТИ: {own}]")


def test_another_deadline_than_the_embedded_one_is_marked_and_both_are_named():
    source = LATE.replace("он жұмыс күн", "жеті жұмыс күні")
    made = drafted(clause(source))
    assert f"[ПЕРЕВЕСТИ: {source}]" in clauses_of(made)[0].text
    assert messages(made, "compare-figures") == [
        "в пункте 1 числа двух текстов различаются: только в источнике 7, только в этом тексте 10"
    ]


def test_a_deadline_said_twice_by_the_source_is_not_taken_for_said_by_one_norm():
    own = "Ағаш отырғызу жоспары осы тармаққа сәйкес он жұмыс күні ішінде жасалады."
    (made,) = clauses_of(drafted(clause(LATE, part(own))))
    assert made.children[0].text == f"[ПЕРЕВЕСТИ: {own}]"


def test_parts_that_the_source_does_not_have_are_left_out():
    known = embedded_clause("бес жұмыс күні ішінде мәслихат аппаратының кадр", "kk")
    alone = replace(known, children=known.children[:0])
    (made,) = clauses_of(drafted(alone))
    assert made.children == ()
    assert "пяти рабочих дней" not in made.text


def test_an_entry_that_no_norm_has_is_marked_under_its_number():
    known = embedded_clause("бағаланатын адам – ")
    own = Node("subclause", number="99", text="кәсіподақ бюросы – ағаш отырғызатын орган.")
    made = drafted(replace(known, children=(*known.children, own)))
    (only,) = clauses_of(made)
    assert [one.number for one in only.children][-1] == "99"
    assert only.children[-1].text == f"[ПЕРЕВЕСТИ: {own.text}]"
    assert messages(made, "to-translate") == [
        "нет соответствия во встроенной методике, нужно перевести: подпункт 99) пункта 1"
    ]


def test_the_cells_of_a_table_are_marked_and_numbers_in_them_stay():
    table = Node("table", rows=((Cell("Баға"), Cell("5")),))
    made = drafted(clause(LATE, table))
    ((cells,),) = [one.rows for one in clauses_of(made)[0].children]
    assert [cell.text for cell in cells] == ["[ПЕРЕВЕСТИ: Баға]", "5"]
    assert len(messages(made, "to-translate")) == 1


def test_what_stands_outside_all_clauses_is_marked_and_said():
    chapter = Node("chapter", number="1", heading="Ағаш отырғызу", children=(part("Жаңа сөз."),))
    made = counterpart(with_chapters(whole("shu-maslikhat", "kk"), (chapter,)), profile()).act
    (only,) = methodology(made).body
    assert only.heading == "[ПЕРЕВЕСТИ: Ағаш отырғызу]"
    assert only.children[0].text == "[ПЕРЕВЕСТИ: Жаңа сөз.]"
    assert messages(made, "to-translate") == [
        "нет соответствия во встроенной методике, нужно перевести: глава 1"
    ]


def test_an_empty_methodology_gives_an_empty_one():
    made = counterpart(with_chapters(whole("shu-maslikhat", "kk"), ()), profile()).act
    assert methodology(made).body == ()


def decided(*body: Node, name: str = "shu-maslikhat", lang: str = "kk") -> Act:
    numbered = tuple(replace(one, number=str(n)) for n, one in enumerate(body, 1))
    return counterpart(replace(whole(name, lang), body=numbered), profile(name)).act


@LANGUAGES
def test_the_decision_follows_the_order_of_the_source_and_leaves_out_what_it_lacks(lang):
    own, other = whole("labour-ministry", lang).body, whole("labour-ministry", OTHER[lang]).body
    made = decided(*own[::-1][:-1], name="labour-ministry", lang=lang)
    assert [one.text for one in made.body] == [one.text for one in other[::-1][:-1]]
    assert [one.number for one in made.body] == [str(n) for n in range(1, len(own))]


def test_a_clause_of_the_decision_without_a_formula_is_marked_and_said():
    effect = whole("shu-maslikhat", "kk").body[-1]
    own = Node("clause", text="Көктемгі ағаш отырғызу науқаны жарияланып, ұйымдастырылсын.")
    made = decided(own, effect)
    assert made.body[0].text == f"[ПЕРЕВЕСТИ: {own.text}]"
    assert made.body[1].text.startswith("Настоящее решение вводится в действие")
    assert messages(made, "to-translate-decision") == [
        "в самом акте (не в методике) нет готовой формулы, нужно перевести: пункт 1"
    ]


def test_control_by_another_officer_is_not_said_as_control_by_the_head_of_the_unit():
    own = Node(
        "clause",
        text="Осы шешімнің орындалуын бақылау облыстық ревизиялық комиссияның мүшесіне жүктелсін.",
    )
    assert decided(own).body[0].text == f"[ПЕРЕВЕСТИ: {own.text}]"


def test_another_day_of_effect_is_not_said_as_ten_days():
    own = Node(
        "clause",
        text="Осы шешім алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
    )
    assert decided(own).body[0].text == f"[ПЕРЕВЕСТИ: {own.text}]"


def test_a_legal_basis_that_the_embedded_act_does_not_cite_is_marked_before_the_preamble():
    basis = (
        "Қазақстан Республикасының «Қазақстан Республикасындағы жергілікті мемлекеттік басқару "
        "және өзін-өзі басқару туралы» Заңының 6-бабының 5-тармағына"
    ).replace("«", '"').replace("»", '"')  # fmt: skip
    source = whole("shu-maslikhat", "kk")
    text = f"{basis} және {source.preamble.text}"
    preamble = Preamble(text, source.preamble.enacting, citations_of(text, "kk"))
    made = counterpart(replace(source, preamble=preamble), profile()).act
    assert made.preamble.text.startswith("[ПЕРЕВЕСТИ: ")
    assert "6-бабының 5-тармағына] В соответствии с пунктом 5" in made.preamble.text
    assert messages(made, "to-translate-decision") == [
        "в самом акте (не в методике) нет готовой формулы, нужно перевести: преамбула"
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Бағалау жүргізіледі.", 1),
        ("Бағалау жүргізіледі. Ол аяқталады.", 2),
        ("Подписывает А. Асанов. Он отвечает.", 2),
        ('Оценка ведется. "Бал" ставится.', 2),
        ("согласно п. 5 и ст. 33 Закона", 1),
        ("от 3 до 3,99 балла", 1),
    ],
)
def test_sentences_end_where_a_capital_follows_and_not_at_initials(text, count):
    assert len(sentences(text)) == count


def said_and_marked(node: Node, lang: str) -> set[str]:
    """The figures of a drafted clause: in its own words and in its marks."""
    found: set[str] = set()
    for text in texts(node):
        found |= set(figures(MARK.sub(" ", text), OTHER[lang]))
        for mark in MARK.findall(text):
            found |= set(figures(mark, lang))
    return found


def merged(clauses: list[Node]) -> list[Node]:
    """A clause and those that are to become its parts."""
    first, *others = clauses
    below = list(first.children)
    for one in others:
        below += [part(one.text), *one.children]
    return [replace(first, children=tuple(below))]


@st.composite
def revised(draw):
    """An embedded act from which clauses were taken, and others made parts of those before."""
    name, lang = draw(st.sampled_from(EXAMPLES)), draw(st.sampled_from(["kk", "ru"]))
    act = whole(name, lang)
    chapters = []
    for chapter in methodology(act).body:
        fates = [draw(st.sampled_from(["stays", "goes", "joins"])) for _ in chapter.children]
        groups: list[list[Node]] = []
        for node, fate in zip(chapter.children, fates, strict=True):
            if fate == "joins" and groups:
                groups[-1].append(node)
            elif fate != "goes":
                groups.append([node])
        kept = tuple(one for group in groups for one in merged(group))
        chapters.append(replace(chapter, children=kept))
    return name, lang, with_chapters(act, chapters)


@given(revised())
@settings(max_examples=30, deadline=None)
def test_no_figure_of_a_source_is_lost_whatever_clauses_are_missing_or_joined(case):
    name, lang, act = case
    made = counterpart(act, profile(name)).act
    own, other = clauses_of(act), clauses_of(made)
    assert [one.number for one in own] == [one.number for one in other]
    for source, draft in zip(own, other, strict=True):
        asked = {figure for text in texts(source) for figure in figures(text, lang)}
        assert asked <= said_and_marked(draft, lang), (source.number, texts(draft))


@given(revised())
@settings(max_examples=15, deadline=None)
def test_the_draft_has_the_elements_of_the_source(case):
    name, _, act = case
    made = counterpart(act, profile(name)).act
    assert [(target, node.kind) for target, node in walk(act)] == [
        (target, node.kind) for target, node in walk(made)
    ]
