"""Why a change is made: what the department wrote down, or what the amending act rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from amendments.outcomes import Result
from generator.amending_names import act_named, clause_named
from lexicon.data import load
from model import Act, Both, Lang, Preamble, Target

Reasons = Mapping[str, Both | str]
_OTHERS = "*"


def load_reasons(path: Path) -> dict[str, Both | str]:
    """Reasons by element: "5" for clause 5, "2.3" for its subclause, "appendix 4", "*" for others.

    A reason is one text for both languages, or one under ``kk`` and one under ``ru``.

    Raises:
        WordFileError: not YAML, or not of this shape; the message names the key.
    """
    return load(path, dict[str, Both | str])


def reason_of(result: Result, lang: Lang, reasons: Reasons, acts: Iterable[Act]) -> str:
    """The reason for a change, by the first of these that is there.

    The department's own for the element, then its own for all others; the bases that the
    preamble of the amending act names; the amending act itself with its clause.
    """
    own = next((reasons[key] for key in _keys(result.place) if key in reasons), None)
    if own is not None:
        return own if isinstance(own, str) else own.of(lang)
    act = dict(enumerate(acts)).get(result.amending.index)
    if act is not None and act.preamble is not None and act.preamble.citations:
        return _bases(act.preamble, lang)
    return ", ".join(filter(None, (act_named(result.amending, lang), clause_named(result, lang))))


def _keys(place: Target) -> list[str]:
    """The keys by which a reason can be given, the closest first."""
    inner = [place.clause, place.subclause]
    named = [".".join(filter(None, inner[:size])) for size in (2, 1) if all(inner[:size])]
    appendix = [f"appendix {place.appendix}"] if place.appendix else []
    other = [place.element] if place.element else []
    return [*named, *appendix, *other, _OTHERS]


def _bases(preamble: Preamble, lang: Lang) -> str:
    """The preamble up to the end of its last basis; in Kazakh with the word that closes it."""
    last = preamble.citations[-1].text
    end = preamble.text.rfind(last) + len(last)
    if last not in preamble.text:
        return "; ".join(citation.text for citation in preamble.citations)
    behind = preamble.text[end:].split()[:1] if lang == "kk" else []
    return " ".join((preamble.text[:end], *behind)).strip(" ,")
