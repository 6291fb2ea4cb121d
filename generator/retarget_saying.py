"""Which sentences of the embedded norms say what each sentence of an act says.

A norm belongs to the clause that is most like it. One that is no clause's best belongs to the
clause that has its words beside those of its own norm. Within a clause each sentence finds its
pieces; a piece that its own clause does not have may be said by another clause of the chapter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.retarget_norms import (
    Alignment,
    Bag,
    belonging,
    contained,
    likeness,
    weights_of,
)
from generator.retarget_pieces import Piece, Sentence, sentences_of
from model import Lang
from review.marks import marks_of

_ALIKE = 0.14  # likeness of a sentence and a piece of its own clause's norm
_REST = 0.35  # share of a piece's words that a sentence has beside its other pieces
_STRAY = 0.3  # likeness of a sentence and a piece of a norm that belongs to another clause
_HELD = 0.25  # share of a piece's words in a clause from which the next one may lean on it
_ROLE = 0.1  # what it takes from likeness that one is a list entry and the other is not
_FAR = 0.25  # what the greatest distance between two places takes from it
_FIGURES = 0.15  # what equal figures add to that share, and others take from it
_INTRODUCES = ":"

Pieces = Mapping[int, list[Piece]]


class Place(msgspec.Struct, frozen=True):
    """A sentence of the source: its clause, and its place there."""

    clause: int
    sentence: int


def figures_in(text: str, lang: Lang) -> frozenset[str]:
    """The numbers, dates and deadlines of a text, as the other text must have them too."""
    marks = marks_of(text, lang)
    return frozenset(one.key for one in (*marks.numbers, *marks.measures))


def deadlines_in(text: str, lang: Lang) -> frozenset[str]:
    """The deadlines of a text, with their bare numbers."""
    measures = marks_of(text, lang).measures
    return frozenset(key for one in measures for key in (one.key, one.number))


def worded(text: str, lang: Lang, figures: frozenset[str]) -> Iterator[str]:
    """Those figures of a text as a message names them: numbers, and deadlines in their words."""
    marks = marks_of(text, lang)
    numbers = [one.key for one in marks.numbers if one.key in figures]
    yield from dict.fromkeys(numbers)
    for one in marks.measures:
        if one.key in figures and one.number not in numbers:
            yield " ".join(text[one.start : one.end].split())


class Saying:
    """What of the source is said by which pieces; ``sentences`` are those of every clause."""

    def __init__(self, alignment: Alignment, pieces: Pieces, lang: Lang) -> None:
        self.sentences = [sentences_of(one, alignment.names) for one in alignment.clauses]
        self._alignment, self._pieces, self._lang = alignment, pieces, lang
        own = [one.bag for each in self.sentences for one in each]
        self._weights = weights_of([*own, *(one.bag for each in pieces.values() for one in each)])
        self._said: dict[Place, list[Piece]] = {}
        self._places: dict[int, set[int]] = {}
        self._asked: dict[int, Counter[str]] = {}
        self._norms = belonging(alignment)
        for clause, norms in self._norms.items():
            self._share(clause, [piece for norm in norms for piece in pieces[norm]])
        self._stray()
        for clause in range(len(self.sentences)):
            there = dict.fromkeys(piece.norm for piece in self.all_of(clause))
            unsaid = [piece for norm in there for piece in self._unsaid(pieces[norm])]
            self._say_of_equal_figures(clause, unsaid)
            self._say_introductions(clause)
            self._complete(clause)

    def of(self, clause: int, sentence: int) -> list[Piece]:
        """The pieces that say a sentence, in the order of the embedded methodology."""
        found = self._said.get(Place(clause, sentence), [])
        return sorted(found, key=lambda piece: (piece.norm, piece.place))

    def all_of(self, clause: int) -> list[Piece]:
        """The pieces that say anything of a clause."""
        places = sorted(self._places.get(clause, ()))
        return [piece for place in places for piece in self.of(clause, place)]

    def covers(self, clause: int, sentence: Sentence) -> float:
        """The share of the words of a sentence that the pieces of its element have."""
        bag = Bag()
        for place in self._places.get(clause, ()):
            if self.sentences[clause][place].element == sentence.element:
                for piece in self.of(clause, place):
                    bag |= piece.bag
        return contained(sentence.bag, bag, self._weights)

    def _share(self, clause: int, pieces: list[Piece]) -> None:
        """Give the sentences of a clause the pieces that they say."""
        own = [(Place(clause, n), one) for n, one in enumerate(self.sentences[clause])]
        for place, piece in self._pairs(own, pieces, _ALIKE):
            self._say(place, piece)
        self._say_beside(clause, self._unsaid(pieces))

    def _unsaid(self, pieces: Sequence[Piece]) -> list[Piece]:
        said = {id(piece) for each in self._said.values() for piece in each}
        return [piece for piece in pieces if id(piece) not in said]

    def _say(self, place: Place, piece: Piece) -> None:
        self._said.setdefault(place, []).append(piece)
        self._places.setdefault(place.clause, set()).add(place.sentence)

    def _pairs(
        self,
        own: Sequence[tuple[Place, Sentence]],
        pieces: Sequence[Piece],
        enough: float,
        far: float = _FAR,
    ) -> Iterator[tuple[Place, Piece]]:
        """The sentences and the pieces most like each other, one to one."""
        scored = [
            (self._alike(sentence, piece) - far * abs(n / len(own) - m / len(pieces)), n, m)
            for n, (_, sentence) in enumerate(own)
            for m, piece in enumerate(pieces)
        ]
        paired: set[int] = set()
        taken: set[int] = set()
        for score, n, m in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
            if score >= enough and n not in paired and m not in taken:
                paired.add(n)
                taken.add(m)
                yield own[n][0], pieces[m]

    def _alike(self, sentence: Sentence, piece: Piece) -> float:
        role = 0.0 if sentence.listed == piece.listed else _ROLE
        return likeness(sentence.bag, piece.bag, self._weights) - role

    def _say_beside(self, clause: int, pieces: list[Piece]) -> None:
        """Give pieces to sentences that say them beside what they say already."""
        for piece in pieces:
            scored = [(self._beside(piece, clause, n), -n)
                      for n in range(len(self.sentences[clause]))]  # fmt: skip
            score, n = max(scored, default=(0.0, 0))
            if score >= _REST:
                self._say(Place(clause, -n), piece)

    def _beside(self, piece: Piece, clause: int, n: int) -> float:
        wanted = figures_in(piece.own, self._lang)
        there = figures_in(self.sentences[clause][n].text, self._lang)
        agree = 0.0 if not wanted else _FIGURES if wanted <= there else -_FIGURES
        return contained(piece.bag, self._rest(clause, n), self._weights) + agree

    def _rest(self, clause: int, n: int) -> Bag:
        rest = Bag(self.sentences[clause][n].bag)
        for piece in self._said.get(Place(clause, n), ()):
            rest -= piece.bag
        return rest

    def _say_of_equal_figures(self, clause: int, pieces: list[Piece]) -> None:
        """Give a sentence the piece that says those of its figures that are not said yet."""
        for piece in pieces:
            wanted = figures_in(piece.own, self._lang)
            for n in range(len(self.sentences[clause])):
                if wanted and wanted <= self.missing(clause, n):
                    self._say(Place(clause, n), piece)
                    break

    def missing(self, clause: int, n: int) -> frozenset[str]:
        """The figures of a sentence that are not said.

        No piece of the clause has them; a deadline must be said as often as the clause has it.
        """
        text = self.sentences[clause][n].text
        said = [figures_in(piece.own, self._lang) for piece in self.all_of(clause)]
        own = [figures_in(piece.own, self._lang) for piece in self.of(clause, n)]
        times, asked = Counter(one for each in said for one in each), self._figures_of(clause)
        deadlines = deadlines_in(text, self._lang).difference(*own)
        rarer = (one for one in deadlines if times[one] < asked[one])
        return figures_in(text, self._lang).difference(*said) | frozenset(rarer)

    def _figures_of(self, clause: int) -> Counter[str]:
        """How many sentences of a clause have a figure."""
        if clause not in self._asked:
            each = (figures_in(one.text, self._lang) for one in self.sentences[clause])
            self._asked[clause] = Counter(figure for one in each for figure in one)
        return self._asked[clause]

    def _say_introductions(self, clause: int) -> None:
        """Give a sentence that introduces a list the words that introduce the norm's."""
        norms = dict.fromkeys(piece.norm for piece in self.all_of(clause) if piece.listed)
        waiting = [
            piece
            for norm in norms
            for piece in self._unsaid(self._pieces[norm])
            if piece.own.endswith(_INTRODUCES)
        ]
        for n, sentence in enumerate(self.sentences[clause]):
            introduced = any(one.own.endswith(_INTRODUCES) for one in self.of(clause, n))
            if waiting and sentence.text.rstrip().endswith(_INTRODUCES) and not introduced:
                self._say(Place(clause, n), waiting.pop(0))

    def _complete(self, clause: int) -> None:
        """Let no piece stand without the one before it, on which it may lean: "Олар …"."""
        words = sum((one.bag for one in self.sentences[clause]), Bag())
        for n in range(len(self.sentences[clause])):
            for piece in self.of(clause, n):
                before = self._pieces[piece.norm][piece.place - 1]
                if piece.first or before in self.all_of(clause):
                    continue
                if contained(before.bag, words, self._weights) >= _HELD:
                    self._say(Place(clause, n), before)
                else:
                    self._said[Place(clause, n)].remove(piece)

    def _stray(self) -> None:
        """Give pieces that are not said yet to sentences that have none, in their chapter."""
        chapters = self._alignment.chapters
        for chapter in dict.fromkeys(chapters):
            places = [n for n, one in enumerate(chapters) if one == chapter]
            names = {self._alignment.norms[norm].chapter
                     for n in places for norm in self._norms.get(n, ())}  # fmt: skip
            own = [
                (Place(n, m), sentence)
                for n in places
                for m, sentence in enumerate(self.sentences[n])
                if not self._said.get(Place(n, m))
            ]
            pieces = [
                piece
                for norm, each in self._pieces.items()
                if self._alignment.norms[norm].chapter in names
                for piece in self._unsaid(each)
                if piece.first
            ]
            for place, piece in self._pairs(own, pieces, _STRAY, far=0.0):
                self._say(place, piece)
