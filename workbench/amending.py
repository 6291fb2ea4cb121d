"""Amendments from Python: the base amended, two redactions compared, an amending act drafted.

Each is a few steps of the rooms below put together; the command line writes the same as files.
"""

from __future__ import annotations

from msgspec.structs import replace

from amendments import Applied, Options, apply, as_of
from amendments.drafting import Wishes, draft_operations
from generator.amending import amending_act
from generator.comparative import Row, TableWishes, comparative_rows
from model import Act, Agency


def amend(
    base: Act, *amendings: Act, day: str | None = None, options: Options | None = None
) -> Applied:
    """The new redaction of ``base`` and what became of every operation.

    ``amendings`` may stand in any order: they are applied in that of their force. With ``day``
    (ISO) only what has force on that day; ``None`` applies all of them whole.

    Raises:
        IdentityError: an amending act is not one of this base, or is in another language.
        NotADayError: ``day`` is no date.
    """
    return as_of(base, amendings, day, options)


def compare(old: Act, new: Act) -> list[Row]:
    """The rows of the comparative table of two redactions in one language.

    One row per changed element, with both its wordings; empty where nothing differs. The reason
    is empty: two redactions do not tell one.

    Raises:
        OtherLanguageError: the two redactions are in different languages.
    """
    draft = draft_operations(old, new)
    changing = Act(
        lang=new.lang,
        type=new.type,
        role="amending",
        attachments=draft.appendices,
        operations=draft.operations,
    )
    results = apply(old, changing, Options(any_base=True, notes=False)).results
    return comparative_rows(results, old, old.lang, TableWishes(new=new))


def draft_amendment(old: Act, new: Act, agency: Agency, *, words: bool = False) -> Act:
    """The agency's act that turns ``old`` into ``new``, both in one language.

    ``words`` allows the replacement of words; otherwise the changed elements are given anew as a
    whole (law "On legal acts", article 26). What cannot be said by instructions, and that a new
    redaction of the whole act is due, is in ``diagnostics``.

    Raises:
        UnnamedActError: ``old`` lacks what an amending act names it by.
        CannotWriteError: there is no instruction for a difference.
        CannotInflectError: a name of the agency cannot be put into the case that is needed.
    """
    draft = draft_operations(old, new, Wishes(words=words))
    act = amending_act(agency, old, draft.operations, draft.appendices)
    return replace(act, diagnostics=draft.diagnostics)
