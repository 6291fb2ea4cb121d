"""Where an instruction applies that does not say it: what the scope lines before it have set."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lexicon.folding import fold
from lexicon.formulas import search
from lexicon.instructions import marker_of, orders, without_marker, without_remarks
from lexicon.quotations import masked
from lexicon.targets import read_named
from model import AmendedAct, Lang, Registration, Target
from parsers.citations import cited_act


class Scope(msgspec.Struct, frozen=True):
    """What a line without a target of its own acts on."""

    targets: tuple[Target, ...] = (Target(),)
    amends: AmendedAct | None = None
    throughout: bool = False
    only: Lang | None = None


class Scopes:
    """The scope as it changes from line to line of one amending clause.

    A numbered line goes back to the scope in which the numbering of its kind began.
    """

    def __init__(self, lang: Lang, amends: AmendedAct | None) -> None:
        self._lang: Lang = lang
        self._begun: dict[str, Scope] = {}
        self.now = Scope(amends=amends)

    def begin_line(self, line: str) -> None:
        """Take note of the line's own number, if it has one."""
        marker = (marker_of(line, self._lang) or "").strip()
        if not marker or not marker[0].isalnum():
            return
        kind = "figure" if marker[0].isdigit() else "letter"
        if _is_first(marker[:-1]) or kind not in self._begun:
            self._begun[kind] = self.now
        else:
            self.now = self._begun[kind]

    def enter(self, line: str) -> bool:
        """Whether the line sets a scope; it is in force from then on."""
        if not line.rstrip().endswith(":") or orders(line, self._lang):
            return False
        plain = without_marker(line, self._lang)
        opening = search("clause/amend", plain, self._lang)
        whole = masked(plain, self._lang)
        text, remarks = without_remarks(whole.text, self._lang)
        named = [
            one
            for scope in self.now.targets
            for one in read_named(whole.restored(text), self._lang, scope)
        ]
        if not named and not remarks.throughout and opening is None:
            return False
        self.now = Scope(
            targets=tuple(dict.fromkeys(one.target for one in named)) or self.now.targets,
            amends=self._amended(plain) or self.now.amends,
            throughout=remarks.throughout or self.now.throughout,
            only=remarks.only or self.now.only,
        )
        return True

    def _amended(self, line: str) -> AmendedAct | None:
        """Another act than the one amended so far, where the line names one by its number."""
        found = amended_act(line, self._lang)
        return found if found is not None and found.number else None


def _is_first(number: str) -> bool:
    """Whether a numbering begins: with 1, or with the first letter of either script."""
    return number == "1" or fold(number).lower() == fold("a")


def amended_act(words: str, lang: Lang) -> AmendedAct | None:
    """The act that words cite; ``None`` where they cite none."""
    cited = cited_act(words, lang)
    if cited is None:
        return None
    registered = search("act/registered-under", words, lang)
    number = registered.slots["number"] if registered else None
    return AmendedAct(
        type=cited.type if cited.type != "code" else None,
        number=cited.number,
        date=cited.date,
        title=cited.title,
        registration=Registration(number) if number else None,
    )


def differing(found: AmendedAct | None, main: AmendedAct | None) -> AmendedAct | None:
    """The act where it is another one than the act's main one; titles may be cut short."""
    if found is None or main is None or _identity(found) == _identity(main):
        return None
    return found


def _identity(act: AmendedAct) -> AmendedAct:
    return replace(act, title=None, registration=None)
