"""Which language every piece of a source is in, and whether the source is one act or two.

A page, a file or a text can hold the Kazakh and the Russian text of an act: one after the other,
paragraph by paragraph, side by side. A text that merely quotes the other language is one act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from lexicon.folding import fold
from lexicon.formulas import read
from model import LANGUAGES, Lang
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.findings import Findings
from parsers.language import language_of, leaning, leanings_of
from parsers.ledger import Ledger
from parsers.preamble import enacting_word
from parsers.quotes import Closings

_PIECE = re.compile(r"[^\r\n\t|]+")  # a line, or a cell of a typed row
_LEAST = 30  # letters: shorter than any title or line of requisites
# Letters that must speak for the other language before a piece goes over to it and back again;
# where the languages take turns, a piece that leans nowhere takes its turn too.
_STEADY, _RESTLESS, _IN_TURN = 20, 2, -1
_FEW = 0.1  # of the smaller text: what stands on the wrong side where one text follows the other
_REQUISITES = ("head/requisites-joint", "head/requisites-acting", "head/requisites")
_HEAD = 12  # blocks of a text in which its requisites stand
_CLAUSE = re.compile(r"(\d+)\.\s*[^\W\d]")
# A text without a head is told by its clauses and by its size: a quotation has less of both.
_CLAUSES, _LETTERS, _SHARE = 3, 400, 0.2

Costs = tuple[int, int]  # of being in Kazakh and in Russian
Before = tuple[int, int]  # where the cheapest way to each came from


def is_doubtful(text: str) -> bool:
    """Whether a text has lines in both languages, so that it may be two texts."""
    if min(leanings_of(text)) < _LEAST:
        return False
    return min(_letters([leaning(piece) for piece in _PIECE.findall(text)])) >= _LEAST


def _letters(leanings: Sequence[int]) -> tuple[int, int]:
    """How far the Kazakh pieces lean, and how far the Russian ones."""
    kazakh = sum(lean for lean in leanings if lean > 0)
    return kazakh, kazakh - sum(leanings)


def desk_to_try(source: str, lang: Lang) -> Desk:
    """A desk whose books nobody will read: to see what a source is before it is read."""
    return Desk(lang, Ledger(source), Findings(lang))


def languages_in(pieces: Sequence[str]) -> list[Lang]:
    """The language of every piece; what leans nowhere goes with the piece before it."""
    leanings = [leaning(piece) for piece in pieces]
    quoted = quoted_pieces(pieces)
    own = [0 if place in quoted else lean for place, lean in enumerate(leanings)]
    if _follow_each_other(own):
        return _path(own, [_STEADY] * len(own))
    return _path(leanings, _turns(leanings))


def main_language(pieces: Sequence[str]) -> Lang | None:
    """The language of one text that has words of both: what it quotes does not count."""
    quoted = quoted_pieces(pieces)
    own = sum(leaning(piece) for place, piece in enumerate(pieces) if place not in quoted)
    return language_of(" ".join(pieces)) if not own else "kk" if own > 0 else "ru"


def acts_in(texts: dict[Lang, list[Block]]) -> list[Lang]:
    """The languages whose blocks are the text of an act, or at least its head."""
    sizes = {lang: sum(abs(leaning(_words(block))) for block in texts[lang]) for lang in LANGUAGES}
    enough = max(_LETTERS, _SHARE * sum(sizes.values()))
    return [
        lang
        for lang in LANGUAGES
        if _has_head(texts[lang], lang) or (sizes[lang] >= enough and _has_clauses(texts[lang]))
    ]


def quoted_pieces(pieces: Sequence[str]) -> set[int]:
    """The pieces of the new wording that an amending instruction quotes below it."""
    quoted: set[int] = set()
    opening = [at for at in range(1, len(pieces)) if _opens_wording(pieces, at)]
    closings = Closings(pieces if opening else ())
    after = 0
    for at in opening:
        if at > after:
            quote = closings.quote(at)
            after = quote.end if quote.closed else at + 1
            quoted.update(range(at, after))
    return quoted


def _opens_wording(pieces: Sequence[str], at: int) -> bool:
    return pieces[at - 1].rstrip().endswith(":") and fold(pieces[at]).lstrip().startswith('"')


def unquoted(blocks: Iterable[Block]) -> list[Paragraph]:
    """The paragraphs of a text that are its own, not new wording that it quotes."""
    own = [block for block in blocks if isinstance(block, Paragraph)]
    quoted = quoted_pieces([block.words for block in own])
    return [
        block
        for place, block in enumerate(own)
        if place not in quoted and not _is_quotation(block.words)
    ]


def _is_quotation(words: str) -> bool:
    """Whether a paragraph is quoted as a whole; one may begin with the title of a law."""
    folded = fold(words)
    whole = folded.count('"') % 2 or folded.rstrip(";., ").endswith('"')
    return folded.startswith('"') and bool(whole)


def is_requisites(words: str, lang: Lang) -> bool:
    """Whether a line names type, issuer, date and number of an act, and nothing else."""
    return any(read(name, words, lang) for name in _REQUISITES)


def _follow_each_other(leanings: Sequence[int]) -> bool:
    """Whether one text stands behind the other, but for a few pieces."""
    kazakh, russian = _letters(leanings)
    # For every place to cut: the letters on the wrong side, were the Kazakh text before it.
    wrong = [kazakh - before for before in accumulate(leanings, initial=0)]
    least = min(*wrong, kazakh + russian - max(wrong))
    return least <= _FEW * min(kazakh, russian)


def _turns(leanings: Sequence[int]) -> list[int]:
    """What a change of language costs at every piece: nothing where the languages take turns."""
    costs: list[int] = []
    last, turned = 0, False
    for lean in leanings:
        costs.append(_IN_TURN if turned else _RESTLESS)
        if lean:
            last, turned = lean, lean * last < 0
    return costs


def _path(leanings: Sequence[int], changes: Sequence[int]) -> list[Lang]:
    """The cheapest way through the pieces: a piece in the other language costs its letters."""
    costs: Costs = (0, 0)
    ways: list[Before] = []
    for lean, change in zip(leanings, changes, strict=True):
        costs, before = _step(costs, lean, change)
        ways.append(before)
    return _traced(0 if costs[0] <= costs[1] else 1, ways)


def _step(costs: Costs, lean: int, change: int) -> tuple[Costs, Before]:
    """At equal cost the change comes late: what leans nowhere stays with the piece before it."""
    kazakh, russian = costs
    from_russian, from_kazakh = russian + change <= kazakh, kazakh + change <= russian
    reached = (
        (russian + change if from_russian else kazakh) + max(-lean, 0),
        (kazakh + change if from_kazakh else russian) + max(lean, 0),
    )
    return reached, (1 if from_russian else 0, 0 if from_kazakh else 1)


def _traced(last: int, ways: list[Before]) -> list[Lang]:
    languages: list[Lang] = []
    for before in reversed(ways):
        languages.append(LANGUAGES[last])
        last = before[last]
    return languages[::-1]


def _words(block: Block) -> str:
    return " ".join(text.chars for text in block.texts())


def _has_head(blocks: list[Block], lang: Lang) -> bool:
    """Whether there is a line of requisites, or a preamble with its enacting word."""
    own = unquoted(blocks)
    if any(is_requisites(block.words, lang) for block in own[:_HEAD]):
        return True
    return enacting_word([*own], desk_to_try("", lang)) is not None


def _has_clauses(blocks: list[Block]) -> bool:
    numbers = {found[1] for block in unquoted(blocks) if (found := _CLAUSE.match(block.words))}
    return len(numbers) >= _CLAUSES
