"""The public JSON of an act, both ways, and its JSON Schema (``model/act.schema.json``)."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from model.act import Act
from model.errors import AdistemeError

SCHEMA_FILE = Path(__file__).parent / "act.schema.json"


class NotAnActError(AdistemeError):
    """JSON that is not an act of schema ``adisteme/act/1``."""

    template = (
        "This JSON is not an act: %(detail)s. Expected an object of schema adisteme/act/1, as "
        "written by 'adisteme parse --format json'."
    )


def to_json(act: Act) -> str:
    """The act as indented JSON with a final line break; absent values are ``null``."""
    return msgspec.json.format(msgspec.json.encode(act), indent=1).decode() + "\n"


def from_json(text: str | bytes) -> Act:
    """The act that ``to_json`` printed; equal to the one it was printed from.

    Raises:
        NotAnActError: not JSON, or not of the schema; the message names the place.
    """
    try:
        return msgspec.json.decode(text, type=Act)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotAnActError(detail=error) from error


def json_schema() -> str:
    """The JSON Schema of an act, as kept in ``SCHEMA_FILE``."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "adisteme/act/1",
        **msgspec.json.schema(Act),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
