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

from lexicon.data import words
from lexicon.folding import fold
from lexicon.template import Slot, parse_template

_TOKEN = re.compile(
    r"\\(?P<sign>.)|(?P<slot>\{[^}]*\})|(?P<space>\s+)|(?P<any>…)|(?P<ending>\*)"
    r"|(?P<mark>[\[\]()|])|(?P<word>\w+)|(?P<number>№)|(?P<other>.)",
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
_WORD_END = r"(?![^\W\d_])"
SlotPattern = Callable[[Slot], str]


def pattern_of(phrase: str, slot_pattern: SlotPattern) -> str:
    """The regular expression of a phrase, to be used on folded text, ignoring case."""
    tokens = list(_TOKEN.finditer(phrase))
    return "".join(_compile(tokens, place, slot_pattern) for place in range(len(tokens)))


def needed_words(phrase: str) -> tuple[str, str]:
    """The longest word that no text of the phrase lacks, and the word that all of them begin with.

    Both as they stand in folded small letters; empty where the phrase has no such word.
    """
    needed, begins, depth = "", "", 0
    for place, token in enumerate(_TOKEN.finditer(phrase)):
        depth += (token[0] in {"[", "("}) - (token[0] in {"]", ")"})
        if token[0] == "|" and not depth:
            return "", ""  # two phrases in one need no word in common
        if token.lastgroup != "word" or depth:
            continue
        word = fold(token[0]).lower()
        needed = max(needed, word, key=len)
        begins = begins or (word if not place else "")
    return needed, begins


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
