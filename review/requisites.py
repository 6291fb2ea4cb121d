"""Who decides, by which act and in which words (article 7), and who signs (article 23)."""

from __future__ import annotations

from collections.abc import Iterator

from lexicon.folding import fold
from lexicon.formulas import read_any
from model import Lang, Target
from review.case import Case
from review.catalogue import Body, compiled, rule_file
from review.findings import Fields, Remark

_PREAMBLE = Target(element="preamble")


def enacting_word_there(case: Case) -> Iterator[Remark]:
    """The preamble ends in a word that decides, and it is the word of this type of act."""
    enacting = case.act.preamble.enacting if case.act.preamble else None
    if not enacting:
        yield Remark(_PREAMBLE, "missing")
        return
    reading = read_any("enacting", enacting, case.act.lang)
    decides = reading.formula.value if reading else None
    if case.act.type and decides and decides != case.act.type:
        fields: Fields = {"word": enacting, "due": (decides,), "type": (case.act.type,)}
        yield Remark(_PREAMBLE, "other-type", fields)


def body_issues_such_acts(case: Case) -> Iterator[Remark]:
    """The body issues acts of this type."""
    body = body_in(case.act.issuer or "", case.act.lang)
    if body and case.act.type and case.act.type not in body.issues:
        fields: Fields = {
            "issuer": case.act.issuer or "",
            "type": (case.act.type,),
            "due": body.issues,
        }
        yield Remark(Target(), "other-body", fields)


def body_in(words: str, lang: Lang) -> Body | None:
    """The kind of body that a name begins (ru) or ends (kk) with; ``None``: of no known kind."""
    folded = fold(words)
    for body in rule_file().bodies.values():
        if compiled(body.kk if lang == "kk" else body.ru, lang).search(folded):
            return body
    return None


def signed(case: Case) -> Iterator[Remark]:
    """Somebody signs, by post and name."""
    if not case.act.signatures:
        yield Remark(Target(), "missing")
    for signature in case.act.signatures:
        if not signature.name:
            yield Remark(Target(), "nameless", {"post": signature.post})
