"""The Kazakh and the Russian text of one act put side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold
from lexicon.references import mentions
from model import Act, AdistemeError, Lang, Node, Target
from model.act import Value
from model.bilingual import BilingualAct, Pair

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


class AlignmentError(AdistemeError):
    """Base: the two texts are not one in Kazakh and one in Russian."""


class SwappedLanguagesError(AlignmentError):
    """Both languages are there, each in the other's place."""

    template = (
        'The texts stand the wrong way round: "%(kk)s" is in Russian and "%(ru)s" is in Kazakh. '
        "Expected: the Kazakh text first, the Russian text second. Swap them."
    )


class OneLanguageError(AlignmentError):
    """Both texts are in the same language."""

    template = (
        'Both "%(kk)s" and "%(ru)s" are in "%(lang)s". Expected: the Kazakh (kk) and the Russian '
        "(ru) text of one act. Give the text in the other language instead of one of them."
    )


def align(kk: Act, ru: Act) -> BilingualAct:
    """Both texts of one act, element by element; neither text is changed.

    The texts are of equal force (law "On legal acts", article 24), so what only one of them has
    stays and is named by ``BilingualAct.one_sided``.

    Raises:
        SwappedLanguagesError: ``kk`` is the Russian text and ``ru`` the Kazakh one.
        OneLanguageError: both are in the same language.
    """
    if kk.lang == ru.lang:
        raise OneLanguageError(kk=_named(kk), ru=_named(ru), lang=kk.lang)
    if kk.lang != "kk":
        raise SwappedLanguagesError(kk=_named(kk), ru=_named(ru))
    return BilingualAct(kk, ru)


def _named(act: Act) -> str:
    """What a message calls the act: its title, else its line of requisites, else its number."""
    return act.title or act.requisites or f"№ {act.number or '?'}"


class Mismatch(Value, frozen=True):
    """One element whose two texts do not go together, and in what: what each alone has."""

    target: Target
    what: str
    kk: str
    ru: str


class Correspondence(Value, frozen=True):
    """How well two texts are one act: 1 where all elements, figures and references agree."""

    score: float
    mismatches: tuple[Mismatch, ...]


def correspondence(both: BilingualAct) -> Correspondence:
    """The two texts compared element by element: structure, dates and figures, references.

    The score is the mean over the elements of both texts; an element that only one text has
    counts 0. An act without elements has the score 1 and no mismatches.
    """
    scores: list[float] = []
    found: list[Mismatch] = []
    for pair in both.pairs():
        mismatches = list(_mismatches(pair))
        found += mismatches
        whole = pair.kk is not None and pair.ru is not None
        scores.append(1 - len(mismatches) / len(_COMPARED) if whole else 0.0)
    return Correspondence(sum(scores) / len(scores) if scores else 1.0, tuple(found))


def _mismatches(pair: Pair) -> Iterator[Mismatch]:
    if pair.kk is None or pair.ru is None:
        sides = ("+", "") if pair.ru is None else ("", "+")
        yield Mismatch(pair.target, "element", *sides)
        return
    for what, marks in _COMPARED.items():
        kk, ru = marks(pair.kk, "kk"), marks(pair.ru, "ru")
        if kk != ru:
            yield Mismatch(pair.target, what, _listed(kk - ru), _listed(ru - kk))


def _listed(marks: Counter[str]) -> str:
    return ", ".join(marks.elements())


def _entries(node: Node, _lang: Lang) -> Counter[str]:
    """What stands directly under the element, by kind."""
    return Counter(child.kind for child in node.children)


def _figures(node: Node, lang: Lang) -> Counter[str]:
    """Figures and dates in the element's own words."""
    folded = fold(f"{node.heading or ''} {node.text or ''}")
    dates = re.compile(date_pattern(lang), re.IGNORECASE)
    found = Counter(filter(None, (read_date(one[0], lang) for one in dates.finditer(folded))))
    found.update(one[0].replace(".", ",") for one in _FIGURE.finditer(dates.sub(" ", folded)))
    return found


def _references(node: Node, lang: Lang) -> Counter[str]:
    """The numbered units that the element's own words name."""
    named = mentions(f"{node.heading or ''} {node.text or ''}", lang)
    return Counter(f"{one.unit} {number}" for one in named for number in one.numbers)


_COMPARED = {"entries": _entries, "figures": _figures, "references": _references}
