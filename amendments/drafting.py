"""Two redactions of an act to the operations that lead from the one to the other.

A by-law's element is given in a new redaction as a whole (law "On legal acts", article 26): the
smallest numbered element that holds the change. Elements whose numbers passed to others are
renumbered first, so that every operation finds its target in the text as already amended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from amendments.alignment import Match, align_redactions
from amendments.draft_order import in_safe_order
from amendments.renumbering import Agreed, Text, renumberings
from amendments.siblings import Manner, Siblings, UndraftableError
from amendments.trees import bare, placeless
from model import Act, Attachment, Diagnostic, Node, Operation, Span, Target
from model.act import Value
from model.tree import attachment_target
from parsers.findings import Findings, Ui

_MOST = 0.5  # share of changed clauses beyond which a new redaction of the act is due (art. 26)


class Wishes(Value, frozen=True):
    """What may be decided by who drafts.

    ``words`` allows the replacement of words where an element's change is one phrase; by-laws
    are amended by whole elements, so it is off.
    """

    words: bool = False


class Draft(Value, frozen=True):
    """The operations in the order in which they apply, and how the clauses were matched.

    ``appendices`` are the new appendices in the order of the operations that bring them:
    the amending act carries them as its own. ``changed`` of ``clauses`` clauses change.
    """

    operations: tuple[Operation, ...] = ()
    matches: tuple[Match, ...] = ()
    appendices: tuple[Attachment, ...] = ()
    changed: int = 0
    clauses: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def new_redaction_due(self) -> bool:
        """Whether more than half of the clauses change: then the act is to be issued anew."""
        return self.clauses > 0 and self.changed > _MOST * self.clauses


class Plan(Value, frozen=True):
    """What is drafted from, and what was settled before: how clauses match, where both texts meet.

    ``agreed`` are the new numbers that may be given, ``whole`` the elements to be given anew as a
    whole; an element of neither is free.
    """

    old: Act
    new: Act
    wishes: Wishes
    matches: tuple[Match, ...]
    agreed: Agreed | None = None
    whole: frozenset[Target] = frozenset()


def draft_operations(
    old: Act, new: Act, wishes: Wishes | None = None, *, ui: Ui | None = None
) -> Draft:
    """What leads from ``old`` to ``new``, both in one language.

    What no amendment can say (another signatory, other requisites) is left out; that the new
    redaction of the whole act is due is said.
    """
    return drafted(Plan(old, new, wishes or Wishes(), align_redactions(old, new)), ui)


def drafted(plan: Plan, ui: Ui | None = None) -> Draft:
    """The operations by a plan."""
    findings = Findings(ui or plan.old.lang)
    comparing = _Comparing(plan, findings)
    operations = tuple(comparing.operations())
    changed = sum(_changes(match) for match in plan.matches)
    clauses = sum(len(match.old) for match in plan.matches)
    draft = Draft(operations, plan.matches, tuple(comparing.appendices), changed, clauses)
    if draft.new_redaction_due:
        findings.say(
            "new-redaction-due", _beginning(plan.old.body), changed=changed, clauses=clauses
        )
    return replace(draft, diagnostics=findings.all())


def _changes(match: Match) -> bool:
    """Whether a clause of the old redaction changes: more than its number does."""
    only_renumbered = match.verdict == "renumbered" and match.likeness == 1
    return bool(match.old) and match.verdict != "same" and not only_renumbered


class _Comparing(msgspec.Struct):
    plan: Plan
    findings: Findings
    appendices: list[Attachment] = msgspec.field(default_factory=list)

    def operations(self) -> Iterator[Operation]:
        """The operations of the whole act: its own text, then attachment by attachment."""
        old, new = self.plan.old, self.plan.new
        yield from self._words(old.title, new.title, Target(element="title"))
        yield from self._words(_preamble(old), _preamble(new), Target(element="preamble"))
        yield from self._document(old.body, new.body, Target())
        yield from self._attachments()

    def _words(self, old: str | None, new: str | None, target: Target) -> Iterator[Operation]:
        if old is not None and new is not None and old != new:
            yield Operation("replace", target, (Node("part", text=new),))

    def _document(
        self, old: tuple[Node, ...], new: tuple[Node, ...], above: Target
    ) -> Iterator[Operation]:
        """The operations on one text; renumbered elements first take their new numbers."""
        plan = self.plan
        steps, renumbered = renumberings(Text(old, new, above, plan.agreed), plan.matches)
        yield from steps
        siblings = Siblings(above, Manner(plan.wishes.words, plan.whole))
        before = _plain(renumbered)
        try:
            yield from in_safe_order(siblings.operations(before, _plain(new)), before)
        except UndraftableError as error:
            self.findings.say("not-drafted", _beginning(old), place=error.place)

    def _attachments(self) -> Iterator[Operation]:
        before = {_address(one): one for one in self.plan.old.attachments}
        after = {_address(one): one for one in self.plan.new.attachments}
        for target in _repeated(self.plan.old.attachments, self.plan.new.attachments):
            self.findings.say("not-drafted", Span(), place=target.appendix or target.attachment)
        for target, one in before.items():
            if target in after:
                yield from self._attachment(target, one, after[target])
            else:
                yield Operation("delete", target)
        for target, one in after.items():
            if target not in before:
                self.appendices.append(one)
                yield Operation("insert", target, _plain(one.body))

    def _attachment(self, target: Target, old: Attachment, new: Attachment) -> Iterator[Operation]:
        if old.kind == new.kind == "methodology":
            yield from self._words(old.title, new.title, replace(target, element="title"))
            yield from self._document(old.body, new.body, target)
        elif (old.title, _plain(old.body)) != (new.title, _plain(new.body)):
            self.appendices.append(new)
            yield Operation("replace", target, _plain(new.body))


def _address(attachment: Attachment) -> Target:
    """A methodology by its kind; a form hangs on the methodology, an appendix on the act."""
    if attachment.kind == "form" and attachment.number:
        return Target(attachment="methodology", appendix=attachment.number)
    return attachment_target(attachment)


def _repeated(*redactions: Iterable[Attachment]) -> Iterator[Target]:
    """The addresses that two attachments of one redaction share, so that neither can be named."""
    counted = (Counter(map(_address, listed)) for listed in redactions)
    found = dict.fromkeys(one for counts in counted for one in counts if counts[one] > 1)
    return iter(found)


def _beginning(nodes: tuple[Node, ...]) -> Span:
    return nodes[0].span if nodes else Span()


def _preamble(act: Act) -> str | None:
    return act.preamble.text if act.preamble else None


def _plain(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The norms alone: neither notes about them nor places in a source."""
    return tuple(placeless(bare(node)) for node in nodes)
