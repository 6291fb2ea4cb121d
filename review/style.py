"""Style of the text (law "On legal acts", article 24): titles, entries, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.folding import fold
from model import Lang, Target
from model.act import Value
from review.case import Case, Document, Passage
from review.catalogue import phrase, rule_file
from review.findings import Remark

_STEM = 4  # letters at least, and three fifths of a word: number and case change the rest


def title_without_stop(case: Case) -> Iterator[Remark]:
    """Titles of the act and of what it carries end without a full stop."""
    if _stopped(case.act.title):
        yield Remark(Target(element="title"), "stop", {"title": case.act.title or ""})
    for attachment, target in ((one.attachment, one.target) for one in case.documents):
        if attachment and _stopped(attachment.title):
            fields = {"title": attachment.title or ""}
            yield Remark(replace(target, element="title"), "stop", fields, attachment.span)


def _stopped(title: str | None) -> bool:
    return (title or "").rstrip().endswith(".")


def no_marks_before_entries(case: Case) -> Iterator[Remark]:
    """No dash or other sign begins an entry."""
    marks = tuple(rule_file().marks)
    for document in case.documents:
        for target, node in document.elements:
            words = fold(node.text or "").lstrip()
            if words.startswith(marks) and words[1:2].isspace():
                yield Remark(target, "mark", {"words": node.text or ""}, node.span)


class Introduction(Value, frozen=True):
    """A short name at the place where it is introduced: "(далее – КЦИ)"."""

    name: str
    at: int
    passage: Passage
    place: int


def abbreviations_once(case: Case) -> Iterator[Remark]:
    """A short name is introduced once in a document."""
    for document in _worded(case):
        seen: set[str] = set()
        for one in _introductions(document, case.act.lang):
            if one.name in seen:
                yield _said(one, "again")
            seen.add(one.name)


def abbreviations_first(case: Case) -> Iterator[Remark]:
    """An abbreviation in capitals does not stand in the text before it is introduced.

    What an earlier document of the act has introduced is known to its appendices.
    """
    known: set[str] = set()
    for document in _worded(case):
        introduced = list(_introductions(document, case.act.lang))
        for one in introduced:
            if one.name.isupper() and one.name not in known:
                yield from _early(one, list(document.passages()))
            known.add(one.name)


def _early(one: Introduction, passages: list[Passage]) -> Iterator[Remark]:
    """The first place before the introduction at which the short name stands."""
    for passage in (*passages[: one.place], _until(one)):
        if _names(one.name, passage.text):
            yield Remark(passage.target, "early", {"name": one.name}, passage.span)
            return


def abbreviations_used(case: Case) -> Iterator[Remark]:
    """What is introduced is used after that, in the same document or in one that follows."""
    documents = _worded(case)
    for number, document in enumerate(documents):
        passages = [p.text for later in documents[number:] for p in later.passages()]
        for one in _introductions(document, case.act.lang):
            after = [one.passage.text[one.at :], *passages[one.place + 1 :]]
            if not any(_names(one.name, text) for text in after):
                yield _said(one, "unused")


def _worded(case: Case) -> tuple[Document, ...]:
    """The documents with a wording of their own: an amending clause quotes another act's."""
    return case.documents[1:] if case.act.role == "amending" else case.documents


def _introductions(document: Document, lang: Lang) -> Iterator[Introduction]:
    for place, passage in enumerate(document.passages()):
        folded = fold(passage.text)
        for found in phrase("abbreviation", lang).finditer(folded):
            name = folded[slice(*found.span("name"))].strip()
            yield Introduction(name, found.end(), passage, place)


def _until(one: Introduction) -> Passage:
    """The introducing passage up to the bracket."""
    start = fold(one.passage.text).rfind("(", 0, one.at)
    return replace(one.passage, text=one.passage.text[:start])


def _said(one: Introduction, says: str) -> Remark:
    return Remark(one.passage.target, says, {"name": one.name}, one.passage.span)


def _names(name: str, text: str) -> bool:
    """Whether the text has the name in any case form."""
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    stems = r"[^\W\d_]*\s+".join(re.escape(_stem(word)) for word in name.split())
    return re.search(rf"(?<!\w){stems}", fold(text), flags) is not None


def _stem(word: str) -> str:
    return word if word.isupper() else word[: max(_STEM, len(word) * 3 // 5)]
