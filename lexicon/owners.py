"""Nouns of documents in a running text: whose element a reference beside them means.

Kazakh names the owner before the element ("осы Әдістеменің 5-тармағы"), Russian behind it
("пункт 5 настоящей Методики"); an act is told by its date, its number and its title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from lexicon.acts import act_names, read_act_type
from lexicon.data import words
from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold, small
from lexicon.quotations import quotations
from lexicon.slots import NUMBER
from lexicon.titles import inner_title
from model import Lang

OWN, THIS, OTHER = "own", "this", "other"
_SIGN = re.compile(rf"(?:№|\bn)\s*({NUMBER})", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_WORDING = re.compile(r'"\s*(?:\d+(?:-\d+)*\s*[.)]|\d+-|[^\W\d_]+ \d+\.)')
_STOP = re.compile(r"[;:]|\.(?=\s|$)")
_LAST_MARK = re.compile(r'"(?=[\s;.,]*$)')
_FIGURE = re.compile(r"\d")
_LAST_WORD = re.compile(r"[^\W\d_][\w-]*$")
_MOST_MARKS = 40  # inside one title
_NEAR = 400  # characters before a noun, in which the words of its name stand
_MOST_WORDS = 4  # that the name of a code has before its noun


class Owner(msgspec.Struct, frozen=True):
    """A document named at ``start`` to ``end``; ``kind`` is own, this, other or a type of act."""

    start: int
    end: int
    noun: int
    kind: str
    date: str | None = None
    number: str | None = None
    title: str | None = None

    @property
    def is_told(self) -> bool:
        """Whether the act can be found by what is said of it."""
        return self.kind == "code" or bool(self.number or (self.kind == "law" and self.title))


def outside(text: str, lang: Lang) -> str:
    """The folded text without brackets and titles; every character in its place.

    New wording in quotation marks is part of the text: only its first mark is covered.
    """
    folded = _BRACKET.sub(lambda found: " " * len(found[0]), fold(text))
    if '"' not in folded:
        return folded
    out = list(_without_lone_marks(folded))
    for start, end in _titles(folded, lang):
        out[start + 1 : end - 1] = "_" * (end - start - 2)
    for start, end in quotations("".join(out), lang):
        if not _WORDING.match(folded, start):
            out[start + 1 : end - 1] = "_" * (end - start - 2)
    return "".join(out)


def _without_lone_marks(folded: str) -> str:
    """Without the mark that opens, or closes, a wording of several paragraphs."""
    if folded.count('"') % 2 == 0:
        return folded
    closing = _LAST_MARK.search(folded)
    if closing and not folded.lstrip().startswith('"'):
        return f"{folded[: closing.start()]} {folded[closing.start() + 1 :]}"
    opening = _WORDING.match(folded.lstrip())
    at = len(folded) - len(folded.lstrip())
    return f"{folded[:at]} {folded[at + 1 :]}" if opening else folded


def _titles(folded: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Titles told by their last word, where the marks inside them do not pair.

    Of the marks that may open the title that is nearest which leaves pairs inside.
    """
    marks = [mark.start() for mark in re.finditer('"', folded)]
    for end in _title_ends(lang).finditer(folded.lower()):
        until = bisect_left(marks, end.start())
        before = marks[max(0, until - _MOST_MARKS) : until]
        opening = [(place, mark) for place, mark in enumerate(before) if _opens(folded, mark)]
        even = [mark for place, mark in opening if (len(before) - place) % 2]
        if opening:
            yield (even or [mark for _, mark in opening])[-1], end.end()


def _opens(folded: str, mark: int) -> bool:
    behind = folded[mark + 1 : mark + 2]
    return (not mark or not folded[mark - 1].isalnum()) and behind.isalnum()


@cache
def _title_ends(lang: Lang) -> re.Pattern[str]:
    return re.compile(rf'(?:{_either(words("citing")[lang]["title_ends"]) or "(?!)"})"')


def owners(text: str, covered: str, lang: Lang) -> tuple[Owner, ...]:
    """Every document that ``text`` names by its noun, in their order."""
    lowered = covered.lower()
    found = [noun for noun in _nouns(lang).finditer(lowered) if not _is_none(noun, lowered, lang)]
    ends = [0, *(noun.end() for noun in found), len(text)]
    owner_of = _kazakh if lang == "kk" else _russian
    return tuple(
        owner_of(noun, _Line(text, covered), (ends[place], _begin(found, place + 1, len(text))))
        for place, noun in enumerate(found)
    )


def _begin(found: list[re.Match[str]], place: int, end: int) -> int:
    return found[place].start() if place < len(found) else end


class _Line(msgspec.Struct, frozen=True):
    text: str
    covered: str

    def title(self, start: int, end: int, *, last: bool) -> str | None:
        """The quotation in a stretch of the text nearest to the noun, without its marks."""
        marks = [match.start() for match in re.finditer('"', self.covered[start:end])]
        if len(marks) < 2:  # noqa: PLR2004 - one that opens, one that closes
            return None
        pair = (marks[-2], marks[-1]) if last else (marks[0], marks[1])
        return inner_title(fold(self.text[start + pair[0] : start + pair[1] + 1]))


def _kazakh(noun: re.Match[str], line: _Line, room: tuple[int, int]) -> Owner:
    before = line.covered[room[0] : noun.start()]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    begin = room[0] + (stops[-1] if stops else 0)
    stretch = line.covered[begin : noun.start()]
    kind = _kind(noun, line, _word_before(stretch), "kk")
    numbers, dates = _told_by(stretch, "kk")
    return Owner(
        start=_first_word(noun, line, begin, kind, "kk"),
        end=noun.end(),
        noun=noun.start(),
        kind=kind,
        date=read_date(dates[-1], "kk") if dates else None,
        number=numbers[-1] if numbers else None,
        title=line.title(begin, noun.start(), last=True),
    )


def _russian(noun: re.Match[str], line: _Line, room: tuple[int, int]) -> Owner:
    behind = line.covered[noun.end() : room[1]]
    stop = _STOP.search(behind)
    stretch = behind[: stop.start()] if stop else behind
    kind = _kind(noun, line, _word_before(line.covered[room[0] : noun.start()]), "ru")
    numbers, dates = _told_by(stretch, "ru")
    return Owner(
        start=_first_word(noun, line, room[0], kind, "ru"),
        end=noun.end(),
        noun=noun.start(),
        kind=kind,
        date=read_date(dates[0], "ru") if dates else None,
        number=numbers[0] if numbers else None,
        title=line.title(noun.end(), noun.end() + len(stretch), last=False),
    )


def _told_by(stretch: str, lang: Lang) -> tuple[list[str], list[str]]:
    """The numbers and the dates beside a noun; most nouns have none."""
    if _FIGURE.search(stretch) is None:
        return [], []
    return _SIGN.findall(stretch), re.findall(date_pattern(lang), stretch.lower())


def _word_before(stretch: str) -> str:
    """The word right before the noun; empty where something else stands there."""
    nearest = stretch.rsplit(maxsplit=1)[-1:] if stretch[-1:].isspace() else []
    found = _LAST_WORD.search(nearest[0]) if nearest else None
    return found[0] if found else ""


def _kind(noun: re.Match[str], line: _Line, before: str, lang: Lang) -> str:
    """Own, this, other, or the type of the act that the noun names."""
    nearest = small(before)
    word = line.text[noun.start() : noun.end()]
    is_own = nearest.startswith(_folded("own", lang))
    if noun.lastgroup == "act":
        return THIS if is_own else read_act_type(word, lang) or OTHER
    if noun.lastgroup == "document":
        return OWN if is_own else OTHER
    if nearest.startswith(_folded("model", lang)) or not (is_own or word[0].isupper()):
        return OTHER
    return OTHER if small(word).endswith(_folded("possessed", lang)) and not is_own else OWN


def _first_word(noun: re.Match[str], line: _Line, begin: int, kind: str, lang: Lang) -> int:
    """Where the owner's words begin: with the word that points to it, or a code's own name."""
    start = noun.start()
    begin = max(begin, start - _NEAR)
    run = list(re.finditer(r"[^\W\d_][\w-]*", line.covered[begin:start]))[::-1]
    pointing = (*_folded("own", lang), *_folded("back", lang), *_folded("model", lang))
    for place, word in enumerate(run):
        gap = line.covered[begin + word.end() : start]
        if gap.strip() or place == _MOST_WORDS:
            break
        if small(word[0]).startswith(pointing):
            return begin + word.start()
        if kind == "code" and not small(word[0]).startswith(_state(lang)):
            start = begin + word.start()
            if word[0][0].isupper():
                break
            continue
        break
    return start


@cache
def _nouns(lang: Lang) -> re.Pattern[str]:
    data = words("citing")[lang]
    acts = [stem for name in act_names().values() for stem in name.of(lang).stems]
    own = words("references")[lang]["attachment"]
    groups = (("act", acts), ("methodology", own), ("document", data["documents"]))
    shapes = "|".join(rf"(?P<{name}>(?:{_either(stems)})[^\W\d_]*)" for name, stems in groups)
    return re.compile(rf"(?<![\w-])(?:{shapes})")


def _is_none(noun: re.Match[str], lowered: str, lang: Lang) -> bool:
    """Whether the word only begins like a noun, or stands in the title of an amending act."""
    if _never(lang).match(lowered, noun.start()):
        return True
    behind = words("citing")[lang]["amending"]
    return bool(
        behind and noun.lastgroup == "act" and re.compile(behind).match(lowered, noun.end())
    )


@cache
def _never(lang: Lang) -> re.Pattern[str]:
    return re.compile(_either(words("citing")[lang]["never"]))


def is_never(word: str, lang: Lang) -> bool:
    """Whether a folded word only begins like the name of a unit."""
    return _never(lang).match(word) is not None


def _either(stems: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(stem).lower()) for stem in sorted(stems, key=len, reverse=True))


@cache
def _folded(what: str, lang: Lang) -> tuple[str, ...]:
    return tuple(fold(word).lower() for word in words("citing")[lang][what])


@cache
def _state(lang: Lang) -> tuple[str, ...]:
    return tuple(small(part) for name in words("citing")[lang]["state"] for part in name.split())
