"""A title in the other language at the head of a text that is in one language."""

from __future__ import annotations

from collections.abc import Iterator

from lexicon.formulas import read
from model import Act, Lang, Span
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.findings import Findings
from parsers.language import language_of
from parsers.preamble import enacting_word

_HEAD = 8  # blocks in which a title stands where no enacting word shows the end of the head
_KNOWN_BY = 30  # characters by which a title is found in its source


def without_other_title(blocks: list[Block], desk: Desk) -> list[Block]:
    """The blocks; of a title given in both languages that of the text's own language is kept."""
    enacting = enacting_word(blocks, desk)
    head = blocks[: enacting.at if enacting else _HEAD]
    other: Lang = "ru" if desk.lang == "kk" else "kk"
    second = list(_titles(head, other))
    if not second or not any(_titles(head, desk.lang)):
        return blocks
    for block in second:
        desk.findings.say("second-title", block.text.span, words=block.words)
        desk.ledger.drop(block.text, "other-language")
    return [block for block in blocks if not any(block is one for one in second)]


def _titles(head: list[Block], lang: Lang) -> Iterator[Paragraph]:
    for block in head:
        if (
            isinstance(block, Paragraph)
            and language_of(block.words) == lang
            and read("title/any", block.words, lang)
        ):
            yield block


def say_title_language(act: Act, source: str, findings: Findings) -> None:
    """Say where the title of an act is not in the language of its text."""
    title = act.title or ""
    if language_of(title) in {None, act.lang}:
        return
    start = source.find(title[:_KNOWN_BY])
    span = Span(start, start + len(title)) if start >= 0 else Span()
    findings.say("title-language", span, words=title)
