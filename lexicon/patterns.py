r"""Phrases as data, compiled to regular expressions: the one place where patterns are made.

A phrase is written as a lawyer would write it, with a few marks of its own:

``{slot}``      a typed place, see ``lexicon.slots``
``[ words]``    may be absent (a space inside the bracket belongs to it)
``(a|b)``       either
``word*``       any ending
``…``           any words
``\(``          the sign itself, for ``( ) [ ] | * {``

A space is any run of blanks, or none beside a sign; dashes and quotes are matched folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from lexicon.data import words
from lexicon.folding import fold
from lexicon.template import Slot, parse_template

_TOKEN = re.compile(
    r"\\(?P<sign>.)|(?P<slot>\{[^}]*\})|(?P<space>\s+)|(?P<any>…)|(?P<ending>\*)"
    r"|(?P<mark>[\[\]()|])|(?P<word>\w+)|(?P<number>№)|(?P<other>.)",
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
_SIGNS = {"sign", "other"}
_WORD_END = r"(?![^\W\d_])"
SlotPattern = Callable[[Slot], str]


def pattern_of(phrase: str, slot_pattern: SlotPattern) -> str:
    """The regular expression of a phrase, to be used on folded text, ignoring case."""
    tokens = list(_TOKEN.finditer(phrase))
    return "".join(_compile(tokens, place, slot_pattern) for place in range(len(tokens)))


class Needs(NamedTuple):
    """Words that a text must have for a phrase to stand in it, in folded small letters.

    ``words`` are in every such text (a sign, where the phrase has no word), ``begins`` at its
    beginning, ``ends`` at its end but for some of the signs and blanks in ``tail``; of ``either``
    one is. Empty where the phrase has no such words.
    """

    words: tuple[str, ...] = ()
    begins: str = ""
    either: tuple[str, ...] = ()
    ends: str = ""
    tail: str = ""


def needed_words(phrase: str) -> Needs:
    """The words by which a text is told that cannot hold the phrase, before the pattern is."""
    tokens = list(_TOKEN.finditer(phrase))
    outside = [token for token, brackets in _bracketed(tokens) if not brackets]
    if any(token[0] == "|" for token in outside):
        return Needs()  # two phrases in one need no word in common
    words = [fold(token[0]).lower() for token in outside if token.lastgroup == "word"]
    begins = words[:1] if tokens and tokens[0].lastgroup == "word" else []
    signs = [_signed(token) for token in outside if token.lastgroup in _SIGNS]
    needed = sorted(set(words), key=len, reverse=True) or signs[:1]
    either = max(_choices(tokens), key=_shortest, default=())
    return Needs(tuple(needed), "".join(begins), either, *_ending(tokens))


def _ending(tokens: list[re.Match[str]]) -> tuple[str, str]:
    """The word that a phrase ends with, and the signs and blanks that may stand behind it."""
    tail = ""
    for token, brackets in reversed(list(_bracketed(tokens))):
        if token.lastgroup in _SIGNS:
            tail += _signed(token)
        elif token.lastgroup == "word" and not brackets:
            return fold(token[0]).lower(), tail + _blanks()
        elif token.lastgroup not in {"mark", "space"} or token[0] == "|":
            break
    return "", ""


def _signed(token: re.Match[str]) -> str:
    return fold(token["sign"] or token[0]).lower()


@cache
def _blanks() -> str:
    """Every sign that a pattern takes for a blank."""
    return "".join(filter(str.isspace, map(chr, range(0x3001))))


def _bracketed(tokens: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], str]]:
    """Every token with the brackets that are open around it."""
    brackets = ""
    for token in tokens:
        if token[0] in {")", "]"}:
            brackets = brackets[:-1]
        yield token, brackets
        if token[0] in {"(", "["}:
            brackets += token[0]


def _choices(tokens: list[re.Match[str]]) -> Iterator[tuple[str, ...]]:
    """The longest words of the alternatives of each choice, where each alternative has one."""
    choice: list[str] = []
    for token, brackets in _bracketed(tokens):
        if brackets == "" and token[0] == "(":
            choice = [""]
        elif brackets == "" and token[0] == ")" and all(choice):
            yield tuple(choice)
        elif brackets == "(" and token[0] == "|":
            choice.append("")
        elif brackets == "(" and token.lastgroup == "word":
            choice[-1] = max(choice[-1], fold(token[0]).lower(), key=len)


def _shortest(words: tuple[str, ...]) -> int:
    return min(map(len, words), default=0)


def prefixes(phrase: str) -> Iterator[tuple[str, str]]:
    """Ever longer beginnings of a phrase with what comes next, cut where no bracket is open."""
    depth = 0
    for token in _TOKEN.finditer(phrase):
        depth += (token[0] in {"[", "("}) - (token[0] in {"]", ")"})
        whole = depth == 0 and token.lastgroup in {"word", "slot", "number", "mark"}
        following = phrase[token.end() :].strip()
        if whole and following:
            yield phrase[: token.end()], following.split("{")[0].strip() or following


def _compile(tokens: list[re.Match[str]], place: int, slot_pattern: SlotPattern) -> str:
    token = tokens[place]
    kind, text = token.lastgroup or "", token[0]
    if kind == "slot":
        return slot_pattern(_slot(text))
    if kind == "word":
        return re.escape(fold(text)) + ("" if _goes_on(tokens, place) else _WORD_END)
    if kind in {"sign", "other"}:
        return rf"\s*{re.escape(fold(token['sign'] or text))}\s*"
    return {
        "space": r"\s+" if _between_words(tokens, place) else r"\s*",
        "any": r".+?",
        "ending": r"[^\W\d_]*",
        "mark": _MARKS.get(text, ""),
        "number": _number_sign(),
    }[kind]


@cache
def _number_sign() -> str:
    """The sign before a number, as it is typed: "№", "№№", "N", "No"."""
    signs = "|".join(re.escape(fold(sign)) for sign in words("folding")["number_signs"])
    return rf"(?:(?<!\w)(?:{signs})\s*)+"


def _slot(text: str) -> Slot:
    (piece,) = parse_template(text)
    if not isinstance(piece, Slot):
        raise TypeError(text)
    return piece


def _between_words(tokens: list[re.Match[str]], place: int) -> bool:
    """Whether the blank stands between two words, so that it cannot be missing."""
    before = _neighbour(tokens, place, -1)
    after = _neighbour(tokens, place, +1)
    return before in {"word", "ending", "slot"} and after in {"word", "slot"}


def _goes_on(tokens: list[re.Match[str]], place: int) -> bool:
    """Whether the phrase lets the word take an ending: ``word*``, ``word[s]``, ``word(a|b)``."""
    rest = [token[0] for token in tokens[place + 1 :] if token[0] not in {")", "]"}]
    opens = rest[:1] in (["["], ["("]) and rest[1:2] != [] and rest[1][0].isalpha()
    return rest[:1] == ["*"] or opens


def _neighbour(tokens: list[re.Match[str]], place: int, step: int) -> str:
    place += step
    while 0 <= place < len(tokens) and tokens[place].lastgroup == "mark":
        place += step
    return tokens[place].lastgroup or "" if 0 <= place < len(tokens) else ""
