"""Word documents made to do harm: entities, outside files, archives that unpack without end."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile import archive, refusal, within

from parsers import parse

MAIN = "word/document.xml"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HIDDEN = "words of another file"
WAYS_OUT = ". Open it in Word or LibreOffice and save it again as DOCX."


def body(inside: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{NAMESPACE}">'
        f"<w:body>{inside}</w:body></w:document>"
    )


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


ACT = paragraph("Маслихат РЕШИЛ:") + paragraph("1. Утвердить.")


def word(inside: str = ACT, doctype: str = "", **parts: str) -> bytes:
    return archive({MAIN: body(inside, doctype), **parts})


LAUGHS = "".join(
    f'<!ENTITY a{place} "{f"&a{place - 1};" * 10 if place else "ha"}">' for place in range(10)
)
ENTITIES = {
    "billion laughs": f"<!DOCTYPE d [{LAUGHS}]>",
    "one long entity": f'<!DOCTYPE d [<!ENTITY a9 "{"а" * 100_000}">]>',
    "a file": '<!DOCTYPE d [<!ENTITY a9 SYSTEM "file://{}">]>',
    "an address": '<!DOCTYPE d [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/a">]>',
    "an outside definition": '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">',
    "entities of parameters": '<!DOCTYPE d [<!ENTITY % p SYSTEM "file://{}"> %p;]>',
}


@pytest.mark.parametrize("case", ENTITIES)
def test_entities_are_never_expanded_and_no_file_or_address_is_opened(case, tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(HIDDEN)
    doctype = ENTITIES[case].replace("{}", str(path))
    data = word(ACT + paragraph("&a9;" * 100), doctype)
    with within(2, 200):
        said = refusal(data, "act.docx")
    assert said.startswith("act.docx cannot be opened as a Word document: ")
    assert said.endswith(WAYS_OUT)
    assert HIDDEN not in said


def test_parts_that_stand_outside_are_not_fetched(tmp_path):
    path = tmp_path / "header.xml"
    path.write_text(body(paragraph(HIDDEN)))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{kind}/header" Target="{target}" {mode}/>'
        for place, (target, mode) in enumerate(
            [
                (path.as_uri(), 'TargetMode="External"'),
                (path.as_uri(), ""),
                (f"../../../../../../..{path}", ""),
                ("http://127.0.0.1:9/header.xml", 'TargetMode="External"'),
            ]
        )
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}</Relationships>"
    )
    act = parse(word(ACT, **{"word/_rels/document.xml.rels": rels}))
    assert HIDDEN not in str(act)


BOMBS = {
    "a part of 100 megabytes": lambda: word(paragraph(" " * 100_000_000)),
    "two gigabytes of pictures": lambda: _repeated_entry(2_000),
    "6,000 entries": lambda: archive({MAIN: body(ACT), **{f"a{n}": "" for n in range(6_000)}}),
    "a size that lies": lambda: _lying(word()),
    "entries upon each other": lambda: _overlapping(word()),
    "a cut archive": lambda: word()[:-30],
}


def _repeated_entry(times: int) -> bytes:
    """The directory names one packed megabyte many times, as a bomb without nesting does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(MAIN, body(ACT))
        file.writestr("word/media/a.bin", bytes(1_000_000))
        whole = file.getinfo("word/media/a.bin")
        for number in range(times):
            other = zipfile.ZipInfo(f"word/media/{number}.bin")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(other, field, getattr(whole, field))
            file.filelist.append(other)
            file.NameToInfo[other.filename] = other
        file._didModify = True  # noqa: SLF001 - nothing else makes it write such a directory
    return out.getvalue()


def _lying(data: bytes) -> bytes:
    """The directory says that the part has 10 bytes."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", 10) + data[at + 4 :]


def _overlapping(data: bytes) -> bytes:
    """The directory says that the part begins in the middle of itself."""
    at = data.index(b"PK\x01\x02") + 42
    return data[:at] + struct.pack("<I", 40) + data[at + 4 :]


@pytest.mark.parametrize("case", BOMBS)
def test_an_archive_larger_than_any_act_or_damaged_is_refused_without_being_unpacked(case):
    data = BOMBS[case]()
    with within(5, 300):
        said = refusal(data, "act.docx")
    assert said.startswith(
        ("act.docx cannot be opened as a Word document: ", "act.docx is not text (it looks like ")
    ), said
    assert "Expected" in said or said.endswith(WAYS_OUT)


def test_an_archive_inside_of_the_archive_is_not_opened():
    inner = archive({"a.bin": b"\0" * 50_000_000})
    with within(2, 150):
        assert parse(archive({MAIN: body(ACT), "word/embeddings/a.zip": inner})).lang == "ru"


def test_names_with_paths_are_never_written_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parts = {
        "../../escaped.txt": "a",
        "/escaped.txt": "a",
        "C:\\escaped.txt": "a",
        "..\\e.txt": "a",
    }
    assert parse(archive({MAIN: body(ACT), **parts})).lang == "ru"
    assert list(tmp_path.rglob("*")) == []
    assert not (tmp_path.parent / "escaped.txt").exists()


DEEP = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "runs": ("<w:p><w:r>", "</w:r></w:p>"),
}


@pytest.mark.parametrize("depth", [200, 10_000])
@pytest.mark.parametrize("case", DEEP)
def test_what_nests_deep_is_read_or_refused_by_name(case, depth):
    opening, closing = DEEP[case]
    data = word(ACT + opening * depth + paragraph("слово") + closing * depth)
    with within(5, 300):
        said = refusal(data, "act.docx")
    assert said == "it was read" or said.endswith(WAYS_OUT)


def test_a_table_of_a_million_cells_is_bounded():
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 1_000}</w:tr>"
    data = word(ACT + f"<w:tbl>{row * 1_000}</w:tbl>")
    with within(60, 1_500):
        said = refusal(data, "act.docx")
    assert said == "it was read" or said.endswith(WAYS_OUT)
