"""Lines of the head that were typed or pasted in one run, parted where there is a sure sign.

A sure sign is a formula: requisites read to their end, a status word set close to a capital, a
title that has ended, an enacting word with clause 1 behind it. Nothing else is ever cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from msgspec.structs import replace

from lexicon.acts import act_names, read_act_type
from lexicon.folding import fold, small
from lexicon.formulas import Reading, may_end, may_hold, read, search
from model import Lang
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.preamble import closing_word
from parsers.requisites import requisites_of
from parsers.standing import (
    LONGEST_LINE,
    is_expired,
    registration_of,
    repeal_of,
    sentences_of,
    status_of,
)
from parsers.text import Text

_MOST_BLOCKS = 40  # no head is as long; what follows is the body
_AFTER_ENACTING = re.compile(r"\s*:\s*(?=\d+\.\s?\D)")
_CLAUSE = re.compile(r"\d+\.")
_CLAUSE_BEHIND = re.compile(r"(?<=[.)])\s*(?=1\.\s?[^\W\d_])")
_FIGURE = re.compile(r"\d")
_BEGINNING = re.compile(r"(?<=[\w.)])\s(?=[^\W\d_]|[\"\u00ab\u201c])")
_MOST_ENDS = 60
_WORD = re.compile(r"(?<=[^\s(])\s+(?=[^\W\d_])")
_LONGEST_STATUS = 100  # characters
_MOST_WORDS = 8  # of a status, of a body
_LAST = 60  # characters at the end of a title in which its last word stands


def parted(blocks: list[Block], desk: Desk) -> list[Block]:
    """The blocks, those of the head parted from each other and from the first clause."""
    out: list[Block] = []
    enacted = False
    for place, block in enumerate(blocks):
        if place == _MOST_BLOCKS or not isinstance(block, Paragraph) or _CLAUSE.match(block.words):
            return [*out, *blocks[place:]]
        if enacted and not read("note/editorial", block.words, desk.lang):
            return [*out, *blocks[place:]]
        pieces = list(_pieces(block.text, desk))
        out.append(replace(block, text=pieces[0]))
        out.extend(map(Paragraph, pieces[1:]))
        enacted = enacted or any(closing_word(piece.chars, desk) for piece in pieces)
    return out


def _pieces(text: Text, desk: Desk) -> Iterator[Text]:
    """The lines that a paragraph of the head holds: mostly one."""
    while cut := _cut(text.chars, desk):
        before, text = text.cut(0, cut).strip(), text.cut(cut).strip()
        _say(before, text, desk)
        yield before
    yield text


def _cut(words: str, desk: Desk) -> int | None:
    """Where the first line ends that something else was typed behind; ``None`` if nothing was."""
    if len(words) > LONGEST_LINE:
        return _clause_cut(words, desk)
    cuts = (_status_cut, _title_cut, _requisites_cut, _clause_cut)
    return next((place for cut in cuts if (place := cut(words, desk))), None)


def _say(before: Text, after: Text, desk: Desk) -> None:
    if closing_word(before.chars, desk) and _CLAUSE.match(after.chars):
        return  # the usual way to type a short preamble
    if status_of(before.chars, desk.lang):
        words = f"{before} | {after.chars[:20]}"
        desk.findings.say("glued-words", before.span, words=words)
        return
    desk.findings.say(
        "parted-lines", before.span, before=before.chars[-40:], after=after.chars[:40]
    )


def _clause_cut(words: str, desk: Desk) -> int | None:
    """The first clause behind an enacting word or behind a note."""
    for match in _AFTER_ENACTING.finditer(words):
        if closing_word(words[: match.start()], desk):
            return match.end()
    behind = _CLAUSE_BEHIND.search(words)
    if behind and read("note/editorial", words[: behind.start()], desk.lang):
        return behind.end()
    return None


def _status_cut(words: str, desk: Desk) -> int | None:
    """A status word at the beginning: set close to the next one, or before a sure line."""
    if not may_hold("status", words[:_LONGEST_STATUS], desk.lang):
        return None
    for place in reversed(list(_word_ends(words))):  # the longer status holds the shorter one
        if status_of(words[:place], desk.lang):
            glued = not words[place].isspace()
            if glued or _begins_surely(words[place:].strip(), desk):
                return place
    return None


def _word_ends(words: str) -> Iterator[int]:
    """Where one of the first words ends: at a blank, a capital, a quotation mark, a figure."""
    blanks = 0
    for place in range(1, min(len(words), _LONGEST_STATUS)):
        before, char = words[place - 1], words[place]
        blanks += char.isspace()
        if blanks > _MOST_WORDS:
            return
        close = before.islower() and (char.isupper() or char.isdigit() or fold(char) == '"')
        if close or (char.isspace() and before.isalpha()):
            yield place


def _begins_surely(rest: str, desk: Desk) -> bool:
    """Whether the words begin a line of the head that cannot belong to the words before it."""
    if read("note/editorial", rest, desk.lang) or closing_word(rest, desk):
        return True
    if desk.lang == "ru" and read("title/any", rest, desk.lang):
        return True
    return _is_requisites(rest, desk.lang) or _requisites_cut(rest, desk) is not None


def _requisites_cut(words: str, desk: Desk) -> int | None:
    """The end of requisites, with what is registered and repealed behind them."""
    if not _may_hold_requisites(words, desk.lang):
        return None
    for end in _ends(words):
        if _may_follow(words[end:], desk) and _is_requisites(words[: end - 1], desk.lang):
            return end
    return None


def _may_hold_requisites(words: str, lang: Lang) -> bool:
    """A quick look: most paragraphs of a head name no act as a heading names it."""
    if lang == "ru":
        return _named_plainly(words, "ru")
    return not _possessed().isdisjoint(word.rstrip(".") for word in small(words).split())


def _ends(words: str) -> list[int]:
    """Where a line can begin behind requisites: at a blank somewhere after the first figure."""
    first = _FIGURE.search(words)
    found = _BEGINNING.finditer(words, first.end()) if first else iter(())
    return [match.end() for match in islice(found, _MOST_ENDS)]


def _may_follow(rest: str, desk: Desk) -> bool:
    """Whether what stands behind requisites can be told for a line of its own."""
    if rest[0].islower():
        return _is_short_preamble(rest, desk)
    sentence = search("head/registration", rest, desk.lang)
    if repeal_of(rest, desk.lang) or is_expired(rest, desk.lang) or (sentence and _first(sentence)):
        return False
    return bool(
        closing_word(rest, desk)
        or read("title/any", rest, desk.lang)
        or read("note/editorial", rest, desk.lang)
        or read("note/announcement", rest, desk.lang)
        or status_of(rest, desk.lang)
    )


def _is_short_preamble(rest: str, desk: Desk) -> bool:
    """The enacting word alone, or behind a body that is written with a small letter."""
    verb = closing_word(rest, desk)
    if verb is None:
        return False
    before = rest[: verb.start]
    return not before.split() or bool(
        len(before.split()) <= _MOST_WORDS
        and search("basis/body", before, desk.lang)
        and not _FIGURE.search(before)
        and ")" not in before
    )


def _first(reading: Reading) -> bool:
    return reading.start == 0


def _is_requisites(words: str, lang: Lang) -> bool:
    """Whether all sentences are read, the first of them as requisites in the nominative."""
    whole = Text.of(words, 0, len(words))
    first, *others = (sentence.chars for sentence in sentences_of(whole, lang))
    found = requisites_of(first, lang) if _named_plainly(first, lang) else None
    return bool(found and found.type and found.number and not found.as_written) and all(
        repeal_of(one, lang) or is_expired(one, lang) or registration_of(one, lang)
        for one in others
    )


def _named_plainly(words: str, lang: Lang) -> bool:
    """Whether the act is named as a heading names it: no case of a running sentence."""
    if lang == "kk":
        last = words.rstrip(" .").rpartition(" ")[2]
        return small(last) in _possessed()
    kind = read_act_type(words, lang)
    name = act_names()[kind].of(lang).name if kind else ""
    return bool(name) and fold(words).lower().startswith(f"{fold(name)} ")


@cache
def _possessed() -> set[str]:
    """The acts as a Kazakh heading names them: "шешімі", "бұйрығы"."""
    from lexicon.kk import possess  # noqa: PLC0415 - only heads in one run need it

    return {small(possess(name.kk.name.split()[-1])) for name in act_names().values()}


def _title_cut(words: str, desk: Desk) -> int | None:
    """A title with requisites, a status or a preamble behind it."""
    if not _FIGURE.search(words) and not may_hold("status", words, desk.lang):
        return None
    folded = fold(words)
    for blank in _WORD.finditer(words):
        if folded.count('"', 0, blank.start()) % 2:
            continue  # a quoted name goes on
        before, rest = words[: blank.start()], words[blank.end() :]
        if _ends_title(before, desk) and _follows_title(rest, desk):
            return blank.end()
    return None


def _ends_title(before: str, desk: Desk) -> bool:
    if not may_end("title/any", before[-_LAST:], desk.lang) or not read(
        "title/any", before, desk.lang
    ):
        return False
    return not read("title/goes-on", before.rsplit(maxsplit=1)[-1], desk.lang)


def _follows_title(rest: str, desk: Desk) -> bool:
    first = rest.partition(" ")[0]
    if desk.lang == "ru" and read_act_type(first, "ru") is None and not first[:1].isupper():
        return False
    return (
        _is_requisites(rest, desk.lang)
        or _requisites_cut(rest, desk) is not None
        or _status_cut(rest, desk) is not None
    )
