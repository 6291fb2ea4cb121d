"""Names, options, references and the other language when an act is re-targeted."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded
from generator.names import Pair, Renaming, shapes
from generator.options import options
from generator.retarget import retargeted
from generator.retarget_clauses import optional_elements, present
from generator.retarget_journal import Journal, substitutions_json
from generator.retarget_norms import aligned
from generator.retarget_other import counterpart
from generator.retarget_references import forms_of, renumbered
from generator.retarget_style import mended, uniform_terms
from generator.retarget_variations import find, told, variations
from lexicon.inflection import CASES
from model import Act, Agency, Attachment, Both, Node, Preamble
from model.tree import walk
from review import correspondence
from workbench.profiles import load_profile

sys.path.insert(0, str(Path(__file__).parent))

from likeness import likeness, said

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = pytest.mark.parametrize("lang", ["kk", "ru"])
TITLES = {
    "kk": '"Ақсай аудандық мәслихатының аппараты" мемлекеттік мекемесінің "Б" корпусы мемлекеттік '
    "әкімшілік қызметшілерінің қызметін бағалау әдістемесі",
    "ru": "Методика оценки деятельности административных государственных служащих корпуса "
    '"Б" государственного учреждения "Аппарат Аксайского районного маслихата"',
}
ISSUERS = {"kk": "Ақсай аудандық мәслихаты", "ru": "Аксайский районный маслихат"}


@cache
def profile(name: str = "kentau-maslikhat") -> Agency:
    return load_profile(ROOT / "examples" / f"{name}.yaml")


def agency(name: str = "kentau-maslikhat", **chosen) -> Agency:
    return replace(profile(name), options=chosen)


def act(*texts: str, lang: str = "kk") -> Act:
    clauses = tuple(Node("clause", number=str(n), text=text) for n, text in enumerate(texts, 1))
    chapter = Node("chapter", number="1", heading="…", children=clauses)
    return Act(
        lang=lang,
        type="decision",
        title=TITLES[lang],
        issuer=ISSUERS[lang],
        preamble=Preamble("", None),
        body=(Node("clause", number="1", text="…"),),
        attachments=(Attachment("methodology", title=TITLES[lang], body=(chapter,)),),
    )


def clauses(made: Act) -> list[str]:
    return [node.text for _, node in walk(made) if node.kind == "clause"][len(made.body) :]


def only(text: str, to: Agency, lang: str = "kk") -> str:
    (clause,) = clauses(retargeted(act(text, lang=lang), to).act)
    return clause


SERVICES = {
    "kk": [
        ("Бағалауды кадр қызметі жүргізеді.", "Бағалауды персоналды басқару қызметі жүргізеді."),
        ("Құжаттар кадр қызметінде тұрады.", "Құжаттар персоналды басқару қызметінде тұрады."),
        ("Кадр жөніндегі маман жүргізеді.", "Персоналды басқару қызметі жүргізеді."),
        ("Ол кадр қызметіне жауапты тұлғаға беріледі.",
         "Ол персоналды басқару қызметіне беріледі."),
    ],
    "ru": [
        ("Оценку ведет кадровая служба.", "Оценку ведет служба управления персоналом."),
        ("Лист есть в кадровой службе.", "Лист есть в службе управления персоналом."),
        ("Лист передается специалисту по кадрам.", "Лист передается службе управления персоналом."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "old", "new"), [(lang, *pair) for lang, pairs in SERVICES.items() for pair in pairs]
)
def test_whatever_an_act_calls_the_personnel_service_becomes_the_agencys_name(lang, old, new):
    assert only(old, agency(), lang) == new


def test_documents_kept_in_a_service_are_kept_with_a_person():
    text = only("Документы хранятся в кадровой службе три года.", agency("shu-maslikhat"), "ru")
    assert text == (
        "Документы хранятся у специалиста по кадровой работе аппарата маслихата три года."
    )


def test_a_short_name_of_the_profile_is_introduced_once_and_used_after_that():
    short = {"personnel_service": Both("бас маман", "главный специалист")}
    to = replace(profile("timiryazev-maslikhat"), terms=short)
    made = retargeted(act("Кадр қызметі бағалайды.", "Кадр қызметіне беріледі."), to).act
    assert clauses(made) == [
        "Мәслихат аппаратының бас маман-заңгері (бұдан әрі – бас маман) бағалайды.",
        "Бас маманға беріледі.",
    ]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "Ақсай аудандық мәслихаты аппараты басшысының (бұдан әрі – аппарат басшысы) жұмысы.",
            "Кентау қалалық мәслихаты аппаратының басшысының жұмысы.",
        ),
    ],
)
def test_two_names_that_became_one_do_not_introduce_themselves(text, new):
    heading = "Аппарат басшысының НМИ қол жеткізуі бойынша бағалау тәртібі"
    source = act(text)
    methodology = source.attachments[0]
    chapter = replace(methodology.body[0], heading=heading)
    source = replace(source, attachments=(replace(methodology, body=(chapter,)),))
    assert clauses(retargeted(source, agency()).act) == [new]


@given(st.sampled_from(["kk", "ru"]), st.sampled_from(["issuer", "institution"]))
def test_a_text_with_the_new_names_alone_is_left_as_it_is(lang, what):
    name = getattr(profile(), what).of(lang)
    rename = Renaming(shapes([Pair(ISSUERS[lang], name)], lang), lang)
    assert rename(f"({name})") == f"({name})"


def test_a_body_of_another_kind_that_is_left_is_said_with_its_place():
    made = retargeted(act("Мәслихат сессиясы өткізіледі."), profile("labour-ministry")).act
    (said_,) = [one for one in made.diagnostics if one.code == "left-over-kind"]
    assert said_.message == (
        'мәтінде басқа түрдегі органның атауы қалды: "мәслихат" (chapter 1, clause 1)'
    )


@LANGUAGES
@pytest.mark.parametrize("variation", variations(), ids=lambda one: f"{one.option}: {one.about}")
def test_a_varying_passage_reads_what_it_writes(variation, lang):
    for passage in variation.of(lang):
        if passage.value is None:
            continue
        text = passage.say.replace("{term.information_system}", "ақпараттық жүйе")
        text = text.replace("{term.information_system:accusative}", "информационную систему")
        found = find(variation, f"… {text} …", lang)
        assert found is not None
        assert found.value == passage.value


@pytest.mark.parametrize("variation", variations(), ids=lambda one: f"{one.option}: {one.about}")
def test_a_varying_passage_belongs_to_an_option_and_has_the_same_values_in_both_languages(
    variation,
):
    assert variation.option in options()
    assert [one.value for one in variation.kk] == [one.value for one in variation.ru]


MONTHS = {
    "kk": ("кезеңнің соңына дейінгі мерзім бір айдан аз болса, НМИ болмайды.", "үш айдан аз"),
    "ru": ("до конца оцениваемого периода составляет менее одного месяца.", "менее трех месяцев"),
}  # fmt: skip


@LANGUAGES
def test_an_option_of_the_profile_is_followed_and_listed(lang):
    made = retargeted(act(MONTHS[lang][0], lang=lang), agency(kpi_minimum_months=3))
    assert MONTHS[lang][1] in clauses(made.act)[0]
    (listed,) = [one for one in made.substitutions if one.why == "option"]
    assert MONTHS[lang][1] in listed.new
    assert listed.place.clause == "1"


@LANGUAGES
def test_an_option_that_the_profile_leaves_out_leaves_the_text(lang):
    assert clauses(retargeted(act(MONTHS[lang][0], lang=lang), agency()).act) == [MONTHS[lang][0]]
    assert told(act(MONTHS[lang][0], lang=lang)) == {"kpi_minimum_months": 1}


@LANGUAGES
def test_a_clause_is_taken_out_and_brought_back_with_all_numbers_and_references(lang):
    shu = replace(profile("shu-maslikhat"), options={}, terms={})
    with_it = embedded(shu, lang)
    without = embedded(replace(shu, options={"body_approval": False}), lang)
    out = retargeted(with_it, replace(shu, options={"body_approval": False}))
    assert said(out.act) == said(without)
    assert [one.why for one in out.substitutions if one.why == "removed"] == ["removed"]
    back = retargeted(out.act, replace(shu, options={"body_approval": True}))
    assert said(back.act) == said(with_it)
    assert [one.place.clause for one in back.substitutions if one.why == "inserted"] == ["3"]


@LANGUAGES
@pytest.mark.parametrize("option", ["automated_systems", "large_unit_rule"])
def test_a_part_is_brought_in_and_taken_out(lang, option):
    shu = replace(profile("shu-maslikhat"), options={}, terms={})
    plain = embedded(shu, lang)
    brought = retargeted(plain, replace(shu, options={option: True})).act
    assert sorted(said(brought)) == sorted(
        said(embedded(replace(shu, options={option: True}), lang))
    )
    assert said(retargeted(brought, replace(shu, options={option: False})).act) == said(plain)


@LANGUAGES
def test_every_clause_of_the_embedded_methodology_is_its_own_norm(lang):
    own = embedded(profile("shu-maslikhat"), lang)
    alignment = aligned(own, profile("shu-maslikhat"))
    found = [alignment.norm_of(clause) for clause in alignment.clauses]
    assert None not in found
    assert [norm.place for norm in found] == sorted(norm.place for norm in found)


@LANGUAGES
def test_what_an_act_has_of_the_optional_is_read_from_it(lang):
    for value in (True, False):
        chosen = replace(profile("shu-maslikhat"), options={"body_approval": value})
        assert present(embedded(chosen, lang), chosen)["body_approval"] is value
    assert "body_approval" in {one.option for one in optional_elements()}


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("kk", "осы Әдістеменің 4-тармағында", "осы Әдістеменің 5-тармағында"),
        ("kk", "4-тармақта белгіленген", "5-тармақта белгіленген"),
        ("kk", "26 және 27-тармақтарда", "27 және 28-тармақтарда"),
        ("kk", "Заңның 33-бабының 4-тармағына", "Заңның 33-бабының 4-тармағына"),
        ("kk", "№ 13 бұйрығының 4-тармағына", "№ 13 бұйрығының 4-тармағына"),
        ("kk", "Үлгілік әдістеменің 4-тармағына", "Үлгілік әдістеменің 4-тармағына"),
        ("ru", "в пункте 4 настоящей Методики", "в пункте 5 настоящей Методики"),
        ("ru", "установленные пунктом 4", "установленные пунктом 5"),
        ("ru", "пунктом 4 статьи 33 Закона", "пунктом 4 статьи 33 Закона"),
        ("ru", "пункт 4 приказа № 13", "пункт 4 приказа № 13"),
    ],
)
def test_references_to_own_clauses_follow_and_others_stay(lang, old, new):
    numbers = {str(n): str(n + 1) for n in range(2, 43)}
    assert renumbered(old, numbers, lang, Journal()) == new


@pytest.mark.parametrize(
    ("lang", "term", "old", "new"),
    [
        ("kk", "осы Әдістеме", "Үлгілік әдістеменің 1-қосымшасы", "осы Әдістеменің 1-қосымшасы"),
        ("kk", "Үлгі", "осы Әдістеменің 7 және 8-қосымшалары", "Үлгінің 7 және 8-қосымшалары"),
        ("kk", "осы Әдістеме", "Үлгілік әдістеменің 4-тармағы", "Үлгілік әдістеменің 4-тармағы"),
        ("ru", "настоящая Методика", "приложение 1 к Типовой методике",
         "приложение 1 к настоящей Методике"),
    ],
)  # fmt: skip
def test_forms_are_appendices_of_the_methodology_that_the_profile_names(lang, term, old, new):
    assert forms_of(old, term, lang, Journal()) == new


@pytest.mark.parametrize(
    ("lang", "typed", "meant"),
    [
        ("kk", "кезең- жыл", "кезең – жыл"),
        ("kk", "адам -орган", "адам – орган"),
        ("kk", "және / немесе", "және/немесе"),
        ("kk", "4қосымшасына", "4-қосымшасына"),
        ("kk", "8 -қосымшаларына", "8-қосымшаларына"),
        ("kk", "маман-заңгер", "маман-заңгер"),
        ("kk", "НМИ-ге", "НМИ-ге"),
        ("ru", "метод - способ ;", "метод – способ;"),
        ("ru", "из- за", "из- за"),
        ("ru", "2021-2023 годы", "2021-2023 годы"),
        ("kk", "басшы және және маман", "басшы және маман"),
        ("kk", "басшы мен  мен маман", "басшы мен маман"),
        ("ru", "аким и и его заместители", "аким и его заместители"),
        ("ru", "министра и и.о. акима", "министра и и.о. акима"),
        ("kk", "бағаланатын адамдардығ тізімі", "бағаланатын адамдардың тізімі"),
        ("kk", "Мемелекеттік қызметшінің", "Мемлекеттік қызметшінің"),
        ("kk", "МЕМЕЛЕКЕТТІК ҚЫЗМЕТ", "МЕМЛЕКЕТТІК ҚЫЗМЕТ"),
        ("kk", "бастамшылдығы", "бастамашылдығы"),
        ("kk", "қызметішісі", "қызметшісі"),
        ("kk", "бастамашылық пен", "бастамашылық пен"),
        ("kk", "Осы Әдістемеді пайдаланылатын ұғымдар", "Осы Әдістемеде пайдаланылатын ұғымдар"),
        ("kk", "осы Әдістемеді бекіту", "осы Әдістемеді бекіту"),
    ],
)
def test_slips_of_typing_are_put_right_and_words_are_not(lang, typed, meant):
    assert mended(typed, lang, Journal()) == meant


def test_a_misspelling_is_put_down_with_the_words_around_it():
    journal = Journal()
    mended("13. Мемелекеттік қызметші", "kk", journal)
    assert [(one.why, one.old, one.new) for one in journal.all()] == [
        ("spelling", "13. Мемелекеттік қызметші", "13. Мемлекеттік қызметші")
    ]


@pytest.mark.parametrize(
    ("lang", "definition", "said", "uniform"),
    [
        ("kk", "бағаланатын адам – ол", "10 бағаланушы адамдардың", "10 бағаланатын адамдардың"),
        ("kk", "бағаланатын адам – ол", "10 бағаланатын тұлғаларға", "10 бағаланатын адамдарға"),
        ("kk", "бағаланатын адам – ол", "ол бағаланушы адамнан", "ол бағаланатын адамнан"),
        ("ru", "оцениваемое лицо – тот", "для лиц, подлежащих оценке", "для оцениваемых лиц"),
        ("ru", "оценивающее лицо – тот", "с лицом, проводящим оценку", "с оценивающим лицом"),
        ("ru", "оценка – это", "для лиц, подлежащих оценке", "для лиц, подлежащих оценке"),
    ],
)
def test_a_defined_term_is_uniform_in_every_case_and_number(lang, definition, said, uniform):
    assert Renaming(uniform_terms([definition], lang), lang)(said) == uniform


@pytest.mark.parametrize(
    ("old", "new", "text", "renamed"),
    [
        ("бас маман", "персоналды басқару бөлімі", "егер бас маман келісімімен",
         "егер персоналды басқару бөлімінің келісімімен"),
        ("бас маман", "персоналды басқару бөлімі", "егер бас маманның келісімімен",
         "егер персоналды басқару бөлімінің келісімімен"),
        ("бас маман", "кадр бөлімі (кадр қызметі)", "егер бас маман ұсынысы",
         "егер кадр бөлімінің (кадр қызметінің) ұсынысы"),
        ("бас маман", "персоналды басқару бөлімі", "егер бас маман қызметінің",
         "егер персоналды басқару бөлімі қызметінің"),
        ("бас маман", "персоналды басқару бөлімі", "егер бас маман бекітеді",
         "егер персоналды басқару бөлімі бекітеді"),
        ("кадр қызметі", "жауапты маман", "егер кадр қызметі келісімімен",
         "егер жауапты маман келісімімен"),
        ("басқару қызметі (кадр қызметі)", "кадрлар бөлімі",
         "оны басқару қызметінің (кадр қызметі) және басқару қызметіне (кадр қызметіне)",
         "оны кадрлар бөлімінің және кадрлар бөліміне"),
    ],
    ids=["bare", "genitive", "bracket", "other-noun", "verb", "bare-new-name", "sloppy-bracket"],
)  # fmt: skip
def test_a_possessed_name_is_the_owner_of_the_noun_behind_it(old, new, text, renamed):
    assert Renaming([Pair(old, new)], "kk")(text) == renamed


SLIPPED = st.lists(st.sampled_from(["кезең", "-", " - ", "- ", " -", " / ", " ;", "4", "»", "–"]))


@given(SLIPPED, st.sampled_from(["kk", "ru"]))
def test_mending_changes_signs_and_blanks_alone(pieces, lang):
    text = "".join(pieces)
    kept = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in mended(text, lang, Journal()) if sign.isalnum()] == kept


@LANGUAGES
def test_the_other_language_of_the_embedded_act_is_the_embedded_act(lang):
    shu = profile("shu-maslikhat")
    made = counterpart(embedded(shu, lang), shu)
    other = embedded(shu, "ru" if lang == "kk" else "kk")
    assert made.untranslated == ()
    assert likeness(made.act, other).mean == 1
    assert (made.act.title, made.act.body) == (other.title, other.body)


def test_what_has_no_counterpart_is_marked_and_said():
    own = act("Кәсіподақ бюросы көктемгі ағаш отырғызу науқанына шақырылады.")
    made = counterpart(own, profile("shu-maslikhat"))
    assert made.untranslated == ("1",)
    assert clauses(made.act) == [
        "[ПЕРЕВЕСТИ: Кәсіподақ бюросы көктемгі ағаш отырғызу науқанына шақырылады.]"
    ]
    assert [one.message for one in made.act.diagnostics if one.code == "to-translate"] == [
        "нет соответствия во встроенной методике, нужно перевести: пункт 1"
    ]


@pytest.mark.parametrize(
    ("ui", "message"),
    [
        ("kk", "екі мәтіннің қосымшалары бірдей емес: дереккөзде ғана –, осы мәтінде ғана {}"),
        (
            "en",
            "the appendices of the two texts differ: in the source only –, in this text only {}",
        ),
    ],
    ids=["kk", "en"],
)
def test_appendices_of_one_text_alone_are_said_in_the_users_language(ui, message):
    made = counterpart(act("Қызметшінің жұмысы бағаланады."), profile("shu-maslikhat"), ui)
    said_ = [one.message for one in made.act.diagnostics if one.code == "compare-appendices"]
    assert said_ == [message.format("1, 2, 3, 4, 5, 6, 7, 8")]


def test_equal_appendices_are_not_worth_a_word():
    shu = profile("shu-maslikhat")
    made = counterpart(embedded(shu, "kk", appendices("kk", shu)), shu)
    assert [one.code for one in made.act.diagnostics] == []


def test_the_list_of_substitutions_names_place_reason_and_words():
    made = retargeted(act("Кадр қызметі бағалайды."), agency())
    listed = json.loads(substitutions_json({"kk": made.substitutions}))["kk"]
    assert {
        "place": {"attachment": "methodology", "chapter": "1", "clause": "1"},
        "why": "name",
        "old": "Кадр қызметі",
        "new": "Персоналды басқару қызметі",
        "unsure": False,
    } in listed


def test_a_form_of_several_cases_is_marked_as_unsure():
    made = retargeted(act("Оценку видит специалиста по кадрам.", lang="ru"), agency())
    assert [one.unsure for one in made.substitutions if one.old.startswith("специалиста")] == [True]


def test_two_texts_of_one_act_correspond_and_a_change_is_named():
    kazakh, russian = (embedded(profile("shu-maslikhat"), lang) for lang in CASES)
    assert correspondence(kazakh, russian).score == 1
    shorter = replace(russian, body=russian.body[:-1])
    found = correspondence(kazakh, shorter)
    assert found.score < 1
    assert [one.kk.clause for one in found.clauses if one.score < 1] == ["2"]


@pytest.mark.parametrize(
    ("lang", "source", "said"),
    [
        (
            "kk",
            "Ақсай аудандық мәслихатының аппаратының мақсаттары.",
            (
                '"Кентау қалалық мәслихатының аппараты" мемлекеттік мекемесінің '
                "(бұдан әрі – Аппарат) мақсаттары."
            ),
        ),
        (
            "ru",
            "Цели Аппарата Аксайского районного маслихата.",
            (
                'Цели государственного учреждения "Аппарат Кентауского городского маслихата" '
                "(далее – Аппарат)."
            ),
        ),
    ],
    ids=["kk", "ru"],
)
def test_a_name_of_its_own_for_the_body_is_introduced_at_its_first_mention(lang, source, said):
    ours = replace(agency(), terms={"institution": Both("Аппарат", "Аппарат")})
    first, second = clauses(retargeted(act(source, source, lang=lang), ours).act)
    assert first == said
    assert second == {"kk": "Аппараттың мақсаттары.", "ru": "Цели Аппарата."}[lang]


def test_a_common_noun_for_the_body_is_not_introduced():
    ours = replace(
        agency(), terms={"institution": Both("мемлекеттік орган", "государственный орган")}
    )
    source = "Цели Аппарата Аксайского районного маслихата."
    assert only(source, ours, "ru") == "Цели государственного органа."
