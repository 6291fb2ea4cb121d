"""The body of a Word document to lines and tables: one walk over its XML."""

from __future__ import annotations

from collections.abc import Callable

from parsers.word_fields import Fields, lists_contents
from parsers.word_flow import BLANKS, SOFT_HYPHEN, Flow, Shape
from parsers.word_graphics import chosen, hung_in
from parsers.word_grids import GridReader
from parsers.word_notes import Notes
from parsers.word_paragraphs import PLAIN, Anchored, Draft, properties_of
from parsers.word_parts import Parts
from parsers.word_positions import is_above
from parsers.word_revisions import Revisions
from parsers.word_symbols import symbol
from parsers.word_xml import MATH, MC, VAL, Element, R, W

Handler = Callable[[Element], None]
_PROPERTIES = (
    "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "customXmlPr", "smartTagPr",
)  # fmt: skip


class BodyReader:
    """Reads the texts of one document (its body, notes, boxes, headers) into one flow."""

    def __init__(self, parts: Parts, revisions: Revisions, flow: Flow) -> None:
        self._parts = parts
        self._revisions = revisions
        self._flow = flow
        self._notes = Notes(parts)
        self._fields = Fields()
        self._grids = GridReader(self.read, revisions)
        self._zone: str | None = None  # why words are left out here: tracked changes, hidden runs
        self._reason: str | None = None  # the same, or why a field leaves them out
        self._draft = Draft()
        self._properties = PLAIN
        self._shapes: list[Shape] = []
        self._handlers = self._all_handlers()

    def read(self, container: Element, reason: str | None = None, mark: str = "") -> list[Shape]:
        """The lines and tables of ``container``; with a ``reason`` all words are left out.

        ``mark`` is set before the first words.
        """
        outer = (self._shapes, self._draft, self._properties)
        shapes: list[Shape] = []
        self._shapes, self._draft = shapes, Draft(mark)
        self._within(reason, self._children, container)
        self._flush()
        self._shapes, self._draft, self._properties = outer
        return shapes

    def _all_handlers(self) -> dict[str, Handler]:
        """What is done with each element; what is in one that is not here is read all the same."""
        own: dict[str, Handler] = {
            "p": self._paragraph, "pPr": self._paragraph_properties, "tbl": self._table,
            "r": self._run, "rPr": self._run_properties, "sdt": self._control,
            "t": self._text, "delText": self._text, "sym": self._symbol,
            "tab": self._blank, "ptab": self._blank, "br": self._break, "cr": self._break,
            "noBreakHyphen": self._hyphen, "softHyphen": self._soft_hyphen,
            "fldChar": self._field_sign, "instrText": self._fields.instruct,
            "delInstrText": self._fields.instruct, "fldSimple": self._field,
            "ins": self._change, "del": self._change,
            "moveFrom": self._change, "moveTo": self._change,
            "footnoteReference": self._note, "endnoteReference": self._note,
            "drawing": self._graphic, "pict": self._graphic, "object": self._graphic,
            "altChunk": self._unread, "subDoc": self._unread,
        }  # fmt: skip
        aside = (
            "sdtPr",
            "sdtEndPr",
            "sectPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "tcPr",
            "customXmlPr",
            "smartTagPr",
        )
        own.update(dict.fromkeys(aside, _pass_over))
        named = {f"{W}{name}": handler for name, handler in own.items()}
        return {**named, f"{MATH}t": self._text, f"{MC}AlternateContent": self._choice}

    def _children(self, element: Element) -> None:
        handlers = self._handlers
        for child in element:
            handlers.get(child.tag, self._children)(child)

    def _within(self, reason: str | None, handler: Handler, element: Element) -> None:
        """Read ``element``; with a ``reason``, unless there is one already, its words are left."""
        outer = self._zone
        self._zone = outer or reason
        self._settle()
        handler(element)
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
        if draft.properties is not PLAIN and self._reason is None:
            words = self._parts.label(draft.properties) + words
        if words:
            self._shapes.extend(self._flow.lines(words))
        self._hang(draft.anchored)

    def _hang(self, anchored: list[Anchored]) -> None:
        for one in anchored:
            self._shapes.extend(self.read(one.content, one.reason, one.mark))

    def _paragraph_properties(self, element: Element) -> None:
        self._properties = properties_of(element, self._revisions)

    def _table(self, element: Element) -> None:
        self._flush()
        self._shapes.extend(self._grids.read(element))

    def _control(self, element: Element) -> None:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        self._within("table-of-contents" if is_contents else None, self._children, element)

    def _change(self, element: Element) -> None:
        self._within(self._revisions.reason_for(element), self._children, element)

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
        words = element.text
        if words:
            self._say(words.translate(BLANKS) if "\n" in words or "\t" in words else words)

    def _symbol(self, element: Element) -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        sign = symbol(font, code)
        if sign is None and self._reason is None:
            self._flow.remark("unknown-symbol", font=font, sign=code)
        self._say(sign or "�")

    def _blank(self, _: Element) -> None:
        self._say(" ")

    def _break(self, _: Element) -> None:
        """A soft break, and the end of a page or column inside a paragraph."""
        self._say("\n")

    def _hyphen(self, _: Element) -> None:
        self._say("-")

    def _soft_hyphen(self, _: Element) -> None:
        self._say(SOFT_HYPHEN)

    # Fields

    def _field_sign(self, element: Element) -> None:
        self._fields.mark(element)
        self._settle()

    def _field(self, element: Element) -> None:
        is_contents = lists_contents(element.get(f"{W}instr", ""))
        self._within("table-of-contents" if is_contents else None, self._children, element)

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


def _pass_over(_: Element) -> None:
    """Properties are no text."""
