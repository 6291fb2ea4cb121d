"""What is known of one person: values by place, questionnaires, and where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from forms.fields import same
from forms.findings import Cell, Finding
from forms.survey import Respondent
from model import Both
from model.act import Value


class Record(Value, frozen=True):
    """One person's data for one form.

    ``values`` are by the name of their place ("person", "mark-1/3"), numbers with a point, dates
    in ISO. ``cells`` says where in the user's file they stand. ``findings`` are faults of the data.
    """

    code: str
    values: Mapping[str, Both] = msgspec.field(default_factory=dict)
    respondents: tuple[Respondent, ...] = ()
    cells: Mapping[str, Cell] = msgspec.field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def text(self, name: str) -> str | None:
        """A value that is the same in both languages; ``None`` where it is not given."""
        value = self.values.get(name)
        return None if value is None else value.kk or value.ru

    def number(self, name: str) -> Decimal | None:
        """A value as a number; ``None`` where it is not given."""
        value = self.text(name)
        return Decimal(value) if value else None

    def rows(self) -> int:
        """How many numbered rows of a table the data have."""
        named = (name.partition("/")[2] for name in self.values)
        return max((int(row) for row in named if row.isdigit()), default=0)

    def having(self, values: Mapping[str, Both | str]) -> Record:
        """The record with more values."""
        more = {key: same(v) if isinstance(v, str) else v for key, v in values.items()}
        return replace(self, values={**self.values, **more})
