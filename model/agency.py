"""The agency that issues an act: what a department writes down about itself, once."""

from __future__ import annotations

from typing import Literal

import msgspec

from model.act import Lang, Value

AgencyKind = Literal["maslikhat", "akimat", "audit_commission", "ministry", "agency", "committee"]


class Both(Value, frozen=True):
    """The same words in Kazakh and in Russian."""

    kk: str
    ru: str

    def of(self, lang: Lang) -> str:
        """The words in ``lang``."""
        return self.kk if lang == "kk" else self.ru


class Roles(Value, frozen=True):
    """Who does what in the evaluation; nominatives."""

    unit_head: Both
    personnel_service: Both
    appointing_authority: Both


class Signatory(Value, frozen=True):
    """Post and name of the one who signs."""

    post: Both
    name: Both


class ActStamp(Value, frozen=True):
    """Date (ISO) and number of the act; absent in a draft."""

    date: str
    number: str


class EarlierAct(Value, frozen=True):
    """An act that the new one repeals."""

    date: str
    number: str
    title: Both


class Agency(Value, frozen=True, kw_only=True):
    """An agency profile, as in ``examples/``. All names are nominatives."""

    id: str
    kind: AgencyKind
    issuer: Both
    institution: Both
    region: Both | None = None
    roles: Roles
    terms: dict[str, Both] = msgspec.field(default_factory=dict)
    signatory: Signatory
    act: ActStamp | None = None
    repeals: tuple[EarlierAct, ...] = ()
    options: dict[str, str | int | bool] = msgspec.field(default_factory=dict)
