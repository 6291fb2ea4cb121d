"""Sources that came from strangers, whole; the cases stand in the YAML beside."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from parsers import parse

sys.path.insert(0, str(Path(__file__).parent))

import expectation
from pages import saved
from sources import HEADS

RECORDS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(record, id=record["id"]) for record in RECORDS]
_SIGN = re.compile(r"\\(?:[tvf]|x[0-9a-f]{2}|u[0-9a-f]{4})")


def source(record) -> bytes:
    if "page" in record:
        return in_kazakh(saved(record["page"])) if "lang" in record else saved(record["page"])
    if "site" in record:
        page = f"<html><head><meta charset='utf-8'></head><body>{record['site']}</body></html>"
        return page.encode()
    return _SIGN.sub(
        lambda sign: sign[0].encode().decode("unicode_escape"), record["text"]
    ).encode()


def in_kazakh(page: bytes) -> bytes:
    """The page with the title and the requisites in Kazakh."""
    text = page.decode()
    for words, instead in zip(HEADS["ru"][:2], HEADS["kk"][:2], strict=True):
        assert words in text
        text = text.replace(words, instead)
    return text.encode()


@pytest.mark.parametrize("record", CASES)
def test_a_source_of_a_stranger_is_read_as_a_careful_person_reads_it(record):
    for lang, claims in (record.get("both") or {None: record["claims"]}).items():
        act = parse(source(record), ui="en", lang=lang)
        assert expectation.differences(act, claims) == []
