"""What a source says of its act beside the act's text: the card that a register keeps of it."""

from __future__ import annotations

import msgspec
from msgspec.structs import asdict, replace

from model import Act, Registration
from model.act import ActType, Status


class Card(msgspec.Struct, frozen=True):
    """The card of an act; names are nominatives, ``None`` is what the card does not say."""

    title: str | None = None
    type: ActType | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    registration: Registration | None = None
    status: Status | None = None
    effective: str | None = None


def completed(act: Act, card: Card | None) -> Act:
    """The act with what its own text does not say taken from the card; its text goes first."""
    said = asdict(card) if card else {}
    missing = {
        key: value for key, value in said.items() if value is not None and getattr(act, key) is None
    }
    return replace(act, **missing) if missing else act
