"""Bodies with their names: "Шу аудандық мәслихатының", "Министерства юстиции Республики Казахстан".

The word that names the kind is found in any form; the name grows from it as far as words go that
have a capital letter or may belong to a name: to the left in Kazakh, to both sides in Russian.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from lexicon.inflection import CASES, inflect, nominative
from lexicon.language.patterns import components
from lexicon.language.phrases import FormMatcher, Reading
from lexicon.language.spans import Found, declare, mark
from model import Lang

_FARTHEST = 8  # words between the kind of a body and the name of the state


class Bodies:
    """Marks ``doc.spans["bodies"]``: kind, name as written, its nominative (``span._.body``)."""

    def __init__(self, nlp: Language, lang: Lang) -> None:
        declare("body")
        self._lang = lang
        self._words = components().body_words[lang]
        self._endings = components().before_kind[lang]
        self._state = components().body_of_state[lang]
        self._joints = components().body_joints[lang]
        table = {name: both[lang] for name, both in components().bodies.items()}
        self._matcher = FormMatcher(nlp, table, lang)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its bodies."""
        return mark(doc, "bodies", "body", self._found(doc))

    def _found(self, doc: Doc) -> Iterator[Found]:
        for kind, head, readings in self._matcher(doc):
            name = self._grown(head)
            value = {
                "kind": kind,
                "name": name.text,
                "nominative": self._nominative(name, head, readings),
                "named": len(name) > len(head),
            }
            yield Found(name.start_char, name.end_char, value)

    def _grown(self, head: Span) -> Span:
        doc, start, end = head.doc, *self._to_state(head)
        while start and self._belongs(doc[start - 1]) and self._stands_before(doc[start - 1]):
            start -= 1
        while self._lang == "ru" and end < len(doc) and self._belongs(doc[end]):
            end += 1
        while start < head.start and doc[start].lower_ in self._joints:
            start += 1
        while end > head.end and doc[end - 1].lower_ in self._joints:
            end -= 1
        return doc[start:end]

    def _belongs(self, token: Token) -> bool:
        """A proper name, or a word that names of bodies are made of; never a function word."""
        if token.lower_ in self._words:
            return True
        return token.is_title and token.is_alpha and not token.is_stop

    def _stands_before(self, token: Token) -> bool:
        """In Russian only what agrees with the kind stands before it."""
        return token.lower_ in self._joints or token.lower_.endswith(self._endings)

    def _to_state(self, head: Span) -> tuple[int, int]:
        """The words between the kind and the name of the state, however they are written."""
        doc, step = head.doc, 1 if self._lang == "ru" else -1
        at = head.end if step > 0 else head.start - 1
        for place in range(at, at + step * _FARTHEST, step):
            if not 0 <= place < len(doc) or not doc[place].is_alpha:
                break
            if doc[place].lower_ in self._state and doc[place].is_title:
                return (head.start, place + 1) if step > 0 else (place, head.end)
        return head.start, head.end

    def _nominative(self, name: Span, head: Span, readings: list[Reading]) -> str | None:
        """By the first case that the form can be; ``None`` where the name has none for it.

        What stands before a Kazakh kind does not change, nor does a kind that stands alone.
        """
        if self._lang == "kk" or len(name) == len(head):
            return name.doc.text[name.start_char : head.start_char] + _kind(head, readings)
        cases = [one.case for one in readings if one.case in CASES["ru"] and not one.plural]
        found = (nominative(name.text, "ru", case) for case in dict.fromkeys(cases))
        return next((one for one in found if one is not None), None)


def _kind(head: Span, readings: list[Reading]) -> str:
    """The word of the kind in the nominative, plural where it stands in it, capitals kept.

    The thing of another (мәслихаты) stays one.
    """
    reading = max(readings, key=lambda one: len(one.phrase))
    lang: Lang = "kk" if head.doc.lang_ == "kk" else "ru"
    word = inflect(reading.phrase, lang, CASES[lang][0], plural=reading.plural)
    return word[:1].upper() + word[1:] if head.text[:1].isupper() else word
