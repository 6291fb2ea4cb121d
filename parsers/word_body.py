"""The body of a Word document to lines and tables: one walk over its XML."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from parsers.word_fields import Fields, lists_contents
from parsers.word_flow import Flow, Shape
from parsers.word_graphics import chosen, hung_in
from parsers.word_grids import GridReader
from parsers.word_notes import Notes
from parsers.word_paragraphs import PLAIN, Anchored, Draft, Properties, properties_of
from parsers.word_parts import Parts
from parsers.word_plain import SIGNS, PlainParagraph, plain, printed
from parsers.word_positions import is_above
from parsers.word_revisions import Revisions
from parsers.word_symbols import symbol
from parsers.word_xml import MATH, MC, VAL, Element, R, W

Handler = Callable[["BodyReader", Element], None]
_PROPERTIES = (
    "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "customXmlPr", "smartTagPr",
)  # fmt: skip


def _tagged(space: str, handlers: dict[str, Handler]) -> dict[str, Handler]:
    """The handlers by the whole names of their elements."""
    return {f"{space}{name}": handler for name, handler in handlers.items()}


class BodyReader:
    """Reads the texts of one document (its body, notes, boxes, headers) into one flow."""

    def __init__(self, parts: Parts, revisions: Revisions, flow: Flow) -> None:
        self._parts = parts
        self._revisions = revisions
        self._flow = flow
        self._notes = Notes(parts)
        self._fields = Fields()
        self._zone: str | None = None  # why words are left out here: tracked changes, hidden runs
        self._reason: str | None = None  # the same, or why a field leaves them out
        self._draft = Draft()
        self._properties = PLAIN
        self._shapes: list[Shape] = []

    def read(self, container: Element, reason: str | None = None, mark: str = "") -> list[Shape]:
        """The lines and tables of ``container``; with a ``reason`` all words are left out.

        ``mark`` is set before the first words.
        """
        outer = (self._shapes, self._draft, self._properties)
        shapes: list[Shape] = []
        self._shapes, self._draft = shapes, Draft(mark)
        self._within(reason, container)
        if self._draft.is_begun:
            self._flush()
        self._shapes, self._draft, self._properties = outer
        return shapes

    def _children(self, element: Element) -> None:
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is None:
                self._children(child)
            else:
                handler(self, child)

    def _within(self, reason: str | None, element: Element) -> None:
        """Read ``element``; with a ``reason``, unless there is one already, its words are left."""
        outer = self._zone
        self._zone = outer or reason
        self._settle()
        self._children(element)
        self._zone = outer
        self._settle()

    def _settle(self) -> None:
        self._reason = self._zone or self._fields.reason

    def _say(self, words: str) -> None:
        if self._reason is None:
            self._draft.words.append(words)
        else:
            self._draft.left.append((self._reason, words))

    # Paragraphs and what they are in

    def _paragraph(self, element: Element) -> None:
        is_alone = self._reason is None and not self._draft.is_begun
        words = plain(element, self._parts) if is_alone else None
        if words is None or not self._laid(words):
            self._walk(element)

    def _laid(self, plain: PlainParagraph) -> bool:
        """Lay a plain paragraph out at once; not, where its end is no end."""
        properties = properties_of(plain.properties, self._revisions)
        if properties.runs_on:
            return False
        self._properties = properties
        words = self._labelled(plain.words, properties)
        if words:
            self._shapes.extend(self._flow.lines(words))
        return True

    def _walk(self, element: Element) -> None:
        draft = self._draft
        settled = bool(draft.words) and draft.has_words
        self._properties = PLAIN
        self._children(element)
        draft.end(self._properties, settled=settled)
        if not self._properties.runs_on:
            self._flush()

    def _flush(self) -> None:
        """Lay the finished paragraph out, with what hangs on it above and below."""
        draft, self._draft = self._draft, Draft()
        if draft.left:
            self._flow.leave(draft.left)
        self._hang(draft.above)
        words = "".join(draft.words)
        if self._reason is None:
            words = self._labelled(words, draft.properties)
        if words:
            self._shapes.extend(self._flow.lines(words))
        self._hang(draft.anchored)

    def _labelled(self, words: str, properties: Properties) -> str:
        """The words behind the number that Word prints before them."""
        return words if properties is PLAIN else self._parts.label(properties) + words

    def _hang(self, anchored: list[Anchored]) -> None:
        for one in anchored:
            self._shapes.extend(self.read(one.content, one.reason, one.mark))

    def _paragraph_properties(self, element: Element) -> None:
        self._properties = properties_of(element, self._revisions)

    def _table(self, element: Element) -> None:
        self._flush()
        self._shapes.extend(GridReader(self.read, self._revisions).read(element))

    def _control(self, element: Element) -> None:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        self._within("table-of-contents" if is_contents else None, element)

    def _change(self, element: Element) -> None:
        self._within(self._revisions.reason_for(element), element)

    def _choice(self, element: Element) -> None:
        for branch in chosen(element):
            self._children(branch)

    # Runs and their characters

    def _run(self, element: Element) -> None:
        outer = self._zone
        self._children(element)
        if self._zone is not outer:
            self._zone = outer
            self._settle()

    def _run_properties(self, element: Element) -> None:
        """A hidden run is left out from here to its end."""
        if self._zone is None and self._parts.hides(element, self._properties.style):
            self._zone = "hidden"
            self._settle()

    def _text(self, element: Element) -> None:
        words = printed(element.text)
        if words:
            self._say(words)

    def _sign(self, element: Element) -> None:
        self._say(SIGNS[element.tag])

    def _symbol(self, element: Element) -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        sign = symbol(font, code)
        if sign is None and self._reason is None:
            self._flow.remark("unknown-symbol", font=font, sign=code)
        self._say(sign or "�")

    # Fields

    def _field_sign(self, element: Element) -> None:
        self._fields.mark(element)
        self._settle()

    def _field_code(self, element: Element) -> None:
        self._fields.instruct(element)

    def _field(self, element: Element) -> None:
        is_contents = lists_contents(element.get(f"{W}instr", ""))
        self._within("table-of-contents" if is_contents else None, element)

    # What hangs on a paragraph

    def _note(self, element: Element) -> None:
        note = self._notes.called(element, counts=self._reason is None)
        if note is None:
            return
        self._say(note.sign)
        self._draft.anchored.append(Anchored(note.content, self._reason, note.mark))

    def _graphic(self, element: Element) -> None:
        found, draft = hung_in(element), self._draft
        is_first = bool(found.boxes) and not draft.has_words and is_above(element)
        hung = draft.above if is_first else draft.anchored
        hung.extend(Anchored(box, self._reason) for box in found.boxes)
        for picture in found.pictures if self._reason is None else ():
            self._flow.remark("form-picture", address=self._parts.target(picture))
        for words in found.decorations:
            draft.left.append(("decoration", words))

    def _unread(self, element: Element) -> None:
        self._flow.remark("unread-part", address=self._parts.target(element.get(f"{R}id", "")))

    def _pass_over(self, _: Element) -> None:
        """Properties are no text."""

    # What is done with each element; what is in one that is not here is read all the same. The
    # table is the class's own: one of each reader would keep its document in memory.
    _handlers: ClassVar[dict[str, Handler]] = {
        **_tagged(W, {
            "p": _paragraph, "pPr": _paragraph_properties, "tbl": _table, "sdt": _control,
            "r": _run, "rPr": _run_properties, "t": _text, "delText": _text, "sym": _symbol,
            "fldChar": _field_sign, "fldSimple": _field,
            "instrText": _field_code, "delInstrText": _field_code,
            "ins": _change, "del": _change, "moveFrom": _change, "moveTo": _change,
            "footnoteReference": _note, "endnoteReference": _note,
            "drawing": _graphic, "pict": _graphic, "object": _graphic,
            "altChunk": _unread, "subDoc": _unread,
            **dict.fromkeys(_PROPERTIES, _pass_over),
        }),
        **dict.fromkeys(SIGNS, _sign),
        # A formula has runs of its own, and signs whose properties stand outside of any run.
        **_tagged(MATH, {"r": _run, "t": _text, "ctrlPr": _pass_over}),
        **_tagged(MC, {"AlternateContent": _choice}),
    }  # fmt: skip
