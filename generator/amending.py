"""An amending act written from operations: what ``draft-amendment`` signs and sends.

Everything said around the new wording is a formula that the reader of amending acts knows, so the
act that is written reads back as the same operations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from amendments.writing import Own, write_for_other_text, write_instruction
from generator.amending_groups import Group, grouped
from generator.amending_lines import ended, numbered
from generator.amending_quotes import quoted
from generator.amending_words import amending_words, changes_named
from generator.embedded import embedded, kind_of_decision
from lexicon.formulas import write
from model import (
    Act,
    AdistemeError,
    Agency,
    AmendedAct,
    Attachment,
    Both,
    Lang,
    Node,
    Operation,
    Target,
)
from model.act import ActType
from model.tree import attachment_target


class UnnamedActError(AdistemeError):
    """An act that cannot be amended by name."""

    template = (
        'The act "%(title)s" does not say its %(missing)s; an amending act names the type, issuer, '
        "date, number and title of the act it changes. Add what is missing to its JSON."
    )


def amending_act(
    agency: Agency,
    amended: Act,
    operations: Sequence[Operation],
    appendices: Sequence[Attachment] = (),
) -> Act:
    """The agency's act that orders the operations, in the language of ``amended``.

    ``appendices`` are the new appendices in the order of the operations that bring them; without
    one, an appendix is made from the operation's content. Changes and additions are told apart in
    the title. A profile without ``act`` gives a draft with blanks for date and number.

    Raises:
        UnnamedActError: ``amended`` lacks what an amending act names it by.
        CannotWriteError: there is no instruction for an operation.
        CannotInflectError: a name cannot be put into the case that is needed.
    """
    return _Drafting(agency, amended, tuple(operations), list(appendices)).act()


class _Drafting(msgspec.Struct):
    agency: Agency
    amended: Act
    operations: tuple[Operation, ...]
    appendices: list[Attachment]

    @property
    def lang(self) -> Lang:
        return self.amended.lang

    @property
    def type(self) -> ActType:
        return kind_of_decision(self.agency).type

    def act(self) -> Act:
        """The whole act; its frame is that of the agency's own decision."""
        self._checked()
        frame = embedded(self.agency, self.lang)
        lines = tuple(self._lines())
        opening = Node("clause", "1", text=self._formula(self._opening_id(), "opening"))
        effect = Node("clause", "2", text=write("clause/effect", self.lang, act=self.type))
        return replace(
            frame,
            role="amending",
            title=self._formula("amending/title", "title"),
            body=(replace(opening, children=lines), effect),
            attachments=tuple(self._attachments()),
            amends=self._named(),
            operations=(*self._own, *self._of_methodology),
        )

    def _opening_id(self) -> str:
        return "amending/opening-registered" if self.amended.registration else "amending/opening"

    def _formula(self, formula_id: str, place: str) -> str:
        """A formula that names the amended act."""
        act = self.amended
        changes: Both = getattr(amending_words().changes[changes_named(self.operations)], place)
        registered = amending_words().registered.get(act.type or "decision")
        return write(
            formula_id,
            self.lang,
            title=act.title,
            issuer=act.issuer,
            date=act.date,
            number=act.number,
            act=act.type,
            changes=changes.of(self.lang),
            registration=act.registration.number if act.registration else None,
            registered=registered.of(self.lang) if registered else None,
        )

    def _checked(self) -> None:
        for name in ("type", "issuer", "date", "number", "title"):
            if not getattr(self.amended, name):
                raise UnnamedActError(title=self.amended.title or "?", missing=name)

    def _named(self) -> AmendedAct:
        act = self.amended
        return AmendedAct(act.type, act.number, act.date, act.title, act.registration)

    def _lines(self) -> Iterator[Node]:
        """The instructions with their new wording: on the act itself, then on the methodology."""
        blocks = [self._ordered(group) for group in grouped(self._own)]
        inside = [line for group in grouped(self._inside) for line in self._ordered(group)]
        if inside:
            blocks.append([Node("part", text=self._into_methodology()), *inside])
        yield from ended(numbered(blocks) if len(blocks) > 1 else blocks)

    @property
    def _own(self) -> list[Operation]:
        return [one for one in self.operations if one.target.attachment != "methodology"]

    @property
    def _inside(self) -> list[Operation]:
        """The operations on the methodology, as they stand under the line that leads into it."""
        inside = self._of_methodology
        return [replace(one, target=replace(one.target, attachment=None)) for one in inside]

    @property
    def _of_methodology(self) -> list[Operation]:
        return [one for one in self.operations if one.target.attachment == "methodology"]

    def _into_methodology(self) -> str:
        name = self._methodology()
        if name is None:
            raise UnnamedActError(title=self.amended.title or "?", missing="methodology")
        act = self.amended.type
        return write("amending/into-methodology", self.lang, act=act, methodology=name)

    def _methodology(self) -> str | None:
        """The title of the methodology that the amended act approved; None without one."""
        found = (one.title for one in self.amended.attachments if one.kind == "methodology")
        return next(found, None)

    def _ordered(self, group: Group) -> list[Node]:
        """The lines of one instruction."""
        if _is_for_other(group[0], self.lang):
            return [Node("part", text=write_for_other_text(group, self.lang))]
        if _brings_appendix(group[0]):
            return [Node("part", text=self._by_appendix(group))]
        content = tuple(node for one in group for node in one.content)
        line = Node("part", text=write_instruction(group, self.lang))
        return [line, *quoted(content, self.lang)]

    def _by_appendix(self, group: Group) -> str:
        """The instruction that gives appendices by the act's own ones."""
        targets = [one.target.appendix for one in self._bringing]
        own = [str(targets.index(one.target.appendix) + 1) for one in group]
        numbers = tuple(own) if len(targets) > 1 else ("",)
        # The wording stands in the appendix, not under the instruction.
        bare = [replace(one, content=()) for one in group]
        return write_instruction(bare, self.lang, Own(self.type, numbers))

    @property
    def _bringing(self) -> list[Operation]:
        found = (one for one in self.operations if not _is_for_other(one, self.lang))
        return [one for one in found if _brings_appendix(one)]

    def _attachments(self) -> Iterator[Attachment]:
        """The act's own appendices, under its own block and the replaced one's."""
        bringing = self._bringing
        for at, operation in enumerate(bringing, start=1):
            number = str(at) if len(bringing) > 1 else None
            found = self._appendix_of(operation)
            header = "\n".join(filter(None, (self._own_block(number), found.header)))
            yield replace(found, number=number, header=header, body=found.body, notes=())

    def _appendix_of(self, operation: Operation) -> Attachment:
        """What the caller gave for the operation, else the amended act's own of that number."""
        number = operation.target.appendix
        given = next((one for one in self.appendices if one.number == number), None)
        if given is not None:
            return given
        old = next((one for one in self.amended.attachments if _bears(one, number)), None)
        made = old or Attachment(kind="form", number=number, header=self._block(operation.target))
        return replace(made, body=operation.content)

    def _block(self, target: Target) -> str | None:
        """The block of a new appendix; one of the amended act itself has only that of this act."""
        name = self._methodology() if target.attachment == "methodology" else None
        if name is None:
            return None
        said = amending_words().appendix.of(target.appendix, self.lang)
        block = write("amending/block-in-methodology", self.lang, methodology=name, appendix=said)
        return f"{block}\n{write('block/form', self.lang)}"

    def _own_block(self, number: str | None) -> str:
        stamp = self.agency.act
        return write(
            "amending/own-block",
            self.lang,
            issuer=self.agency.issuer.of(self.lang),
            date=stamp.date if stamp else None,
            number=stamp.number if stamp else None,
            act=self.type,
            appendix=amending_words().appendix.of(number, self.lang),
        )


def _is_for_other(operation: Operation, lang: Lang) -> bool:
    """Whether the operation is on the text in the other language alone."""
    return operation.only not in {None, lang}


def _brings_appendix(operation: Operation) -> bool:
    """Whether a whole appendix is given anew or added."""
    target = replace(operation.target, attachment=None)
    whole = target == Target(appendix=target.appendix)
    return whole and target.appendix is not None and operation.action in {"replace", "insert"}


def _bears(attachment: Attachment, number: str | None) -> bool:
    return attachment_target(attachment).appendix == number
