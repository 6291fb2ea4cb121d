"""Acts in both languages that a department might have, and the edits that it might make."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec.structs import replace

from model import Act, Attachment, Cell, Node, Preamble

SENTENCES = {
    "kk": (
        "Осы Әдістеме мемлекеттік қызмет туралы заңнамаға сәйкес әзірленді",
        "Бағалау нысаналы көрсеткіштерге қол жеткізу деңгейі бойынша жүргізіледі",
        'Нәтиже "Функционалдық міндеттерін тиімді атқарады" деген бағамен белгіленеді',
        'Сессия мүшелері "Б" корпусы қызметшісінің жиынтық бағасын "Үздік" деп таниды',
        "Құжаттар 1-қосымшаға сәйкес нысан бойынша үш жұмыс күні ішінде жасалады",
        "Қызметші бағалау нәтижесімен келіспесе, ол жоғары тұрған органға шағым береді",
        "Дауыстар тең болған жағдайда төрағаның дауысы шешуші болып табылады (бұдан әрі – төраға)",
        "Хаттамаға комиссия хатшысы 5-тармақтың 2) тармақшасына сәйкес қол қояды",
        'Бөлім "Персоналды басқару қызметі" деп аталады',
    ),
    "ru": (
        "Настоящая Методика разработана по законодательству о государственной службе",
        "Оценка проводится по уровню достижения ключевых целевых индикаторов",
        'Результат отмечается оценкой "Выполняет функциональные обязанности эффективно"',
        'Члены сессии признают сводную оценку служащего корпуса "Б" оценкой "Отлично"',
        "Документы составляются по форме согласно приложению 1 в течение трех рабочих дней",
        "При несогласии с результатом оценки служащий подает жалобу в вышестоящий орган",
        "При равенстве голосов решающим является голос председателя (далее – председатель)",
        "Протокол подписывает секретарь комиссии согласно подпункту 2) пункта 5",
        'Отдел называется "Служба управления персоналом"',
    ),
}
HEADINGS = {
    "kk": ("Жалпы ережелер", "Бағалау тәртібі", "Калибрлеу сессиясының өтуі", "Қорытынды ережелер"),
    "ru": ("Общие положения", "Порядок оценки", "Проведение калибровочной сессии", "Заключение"),
}
NAMES = {
    "kk": {
        "title": '"Б" корпусы қызметшілерінің қызметін бағалау әдістемесін бекіту туралы',
        "issuer": "Үлгі аудандық мәслихаты",
        "methodology": '"Б" корпусы қызметшілерінің қызметін бағалау әдістемесі',
        "approval": 'Қоса беріліп отырған "Б" корпусы қызметшілерінің қызметін бағалау әдістемесі '
        "бекітілсін.",
        "effect": "Осы шешім алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
        "қолданысқа енгізіледі.",
        "block": "Үлгі аудандық мәслихатының\n2023 жылғы 26 маусымдағы\n"
        "№ 4-10 шешімімен бекітілген",
        "form": '"Б" корпусы қызметшілерінің қызметін бағалау әдістемесіне\n'
        "{number}-қосымша\nНысан",
        "preamble": '"Қазақстан Республикасының мемлекеттік қызметі туралы" Қазақстан '
        "Республикасы Заңының 33-бабының 5-тармағына сәйкес Үлгі аудандық мәслихаты ШЕШТІ:",
        "enacting": "ШЕШТІ",
        "requisites": "Үлгі аудандық мәслихатының 2023 жылғы 26 маусымдағы № 4-10 шешімі",
    },
    "ru": {
        "title": 'Об утверждении Методики оценки деятельности служащих корпуса "Б"',
        "issuer": "Образцовый районный маслихат",
        "methodology": 'Методика оценки деятельности служащих корпуса "Б"',
        "approval": 'Утвердить прилагаемую Методику оценки деятельности служащих корпуса "Б".',
        "effect": "Настоящее решение вводится в действие по истечении десяти календарных дней "
        "после дня его первого официального опубликования.",
        "block": "Утверждена\nрешением Образцового районного маслихата\n"
        "от 26 июня 2023 года\n№ 4-10",
        "form": 'Приложение {number}\nк Методике оценки деятельности служащих корпуса "Б"\nФорма',
        "preamble": "В соответствии с пунктом 5 статьи 33 Закона Республики Казахстан "
        '"О государственной службе Республики Казахстан" Образцовый районный маслихат РЕШИЛ:',
        "enacting": "РЕШИЛ",
        "requisites": "Решение Образцового районного маслихата от 26 июня 2023 года № 4-10",
    },
}


LATE = {"kk": " бес жұмыс күні ішінде", "ru": " в течение пяти рабочих дней"}


def translated(nodes):
    """The Russian text of elements that were made in Kazakh."""
    return tuple(
        replace(
            node,
            heading=_russian(node.heading),
            text=_russian(node.text),
            children=translated(node.children),
            rows=tuple(tuple(replace(cell, text=_russian(cell.text)) for cell in row)
                       for row in node.rows),
        )
        for node in nodes
    )  # fmt: skip


def _russian(words):
    pairs = [*zip(SENTENCES["kk"], SENTENCES["ru"], strict=True), (LATE["kk"], LATE["ru"])]
    pairs += zip(HEADINGS["kk"], HEADINGS["ru"], strict=True)
    for kazakh, russian in pairs:
        words = words.replace(kazakh, russian) if words else words
    return words


def act_of(lang, body, forms=(), **fields):
    """A decision that approves a methodology with this body and these forms."""
    said = NAMES[lang]
    methodology = Attachment("methodology", None, said["methodology"], said["block"], tuple(body))
    own = (Node("clause", "1", text=said["approval"]), Node("clause", "2", text=said["effect"]))
    act = Act(
        lang=lang, type="decision", title=said["title"], issuer=said["issuer"], date="2023-06-26",
        number="4-10", requisites=said["requisites"],
        preamble=Preamble(said["preamble"], said["enacting"]), body=own,
        attachments=(methodology, *forms),
    )  # fmt: skip
    return replace(act, **fields)


def form(lang, number, *words):
    """A form of one table."""
    rows = tuple((Cell(str(at)), Cell(text)) for at, text in enumerate(words, 1))
    title = {"kk": "Бағалау парағы", "ru": "Лист оценки"}[lang]
    header = NAMES[lang]["form"].format(number=number)
    return Attachment("form", number, title, header, (Node("table", rows=rows),))


def sentences(lang):
    """One sentence, or one with a deadline."""
    return st.sampled_from([*SENTENCES[lang], *(one + LATE[lang] for one in SENTENCES[lang])])


@st.composite
def clauses(draw, lang, number):
    """A clause with parts, or with subclauses, or with a table."""
    shape = draw(st.sampled_from(["plain", "plain", "parts", "list", "table"]))
    words = draw(sentences(lang))
    if shape == "list":
        count = draw(st.integers(2, 4))
        marks = [";"] * (count - 1) + ["."]
        below = [Node("subclause", str(at), text=draw(sentences(lang)) + mark)
                 for at, mark in enumerate(marks, 1)]  # fmt: skip
        return Node("clause", number, text=f"{words}:", children=tuple(below))
    if shape == "parts":
        parts = [
            Node("part", text=draw(sentences(lang)) + ".") for _ in range(draw(st.integers(1, 2)))
        ]
        return Node("clause", number, text=f"{words}.", children=tuple(parts))
    if shape == "table":
        cells = [draw(sentences(lang)) for _ in range(2)]
        rows = tuple((Cell(str(at)), Cell(cell)) for at, cell in enumerate(cells, 1))
        return Node("clause", number, text=f"{words}:", children=(Node("table", rows=rows),))
    return Node("clause", number, text=f"{words}.")


@st.composite
def bodies(draw, lang):
    """Chapters of clauses that are numbered through the whole methodology."""
    chapters, count = [], 0
    for number in range(1, draw(st.integers(2, 3)) + 1):
        below = []
        for _ in range(draw(st.integers(1, 4))):
            count += 1
            below.append(draw(clauses(lang, str(count))))
        heading = HEADINGS[lang][number - 1]
        chapters.append(Node("chapter", str(number), heading, children=tuple(below)))
    return tuple(chapters)


@st.composite
def edited(draw, lang, body):
    """The methodology after edits: clauses gone, come, reworded; a heading, a new chapter."""
    chapters = []
    for one in body:
        below = [new for node in one.children for new in draw(_edits(lang, node))]
        heading = draw(st.sampled_from([one.heading, one.heading, HEADINGS[lang][-1]]))
        chapters.append(replace(one, heading=heading, children=tuple(below)))
    if draw(st.booleans()):
        last = _last_number(chapters) + 1
        children = (draw(clauses(lang, str(last))), draw(clauses(lang, str(last + 1))))
        new = Node("chapter", str(len(body) + 1), HEADINGS[lang][2], children=children)
        chapters.append(new)
    return tuple(chapters)


def _last_number(chapters):
    return max(
        (int(node.number.split("-")[0]) for one in chapters for node in one.children), default=9
    )


@st.composite
def _edits(draw, lang, node):
    what = draw(st.sampled_from(["keep", "keep", "keep", "drop", "new", "words", "add", "inner"]))
    if what == "drop":
        return []
    if what == "new":
        return [draw(clauses(lang, node.number))]
    if what == "words":
        return [replace(node, text=draw(sentences(lang)) + node.text[-1])]
    if what == "add":
        return [
            node,
            draw(clauses(lang, f"{node.number}-1")),
            draw(clauses(lang, f"{node.number}-2")),
        ]
    if what == "inner" and node.children and node.children[-1].text:
        last = node.children[-1]
        return [
            replace(
                node,
                children=(*node.children[:-1], replace(last, text=draw(sentences(lang)) + ".")),
            )
        ]
    return [node]
