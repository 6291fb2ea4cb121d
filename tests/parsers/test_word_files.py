"""Files of Word: found by what is in them, in either dialect, and never larger than an act."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import BrokenDocumentError, SourceError
from parsers.word import is_encrypted_word, is_word, read_word
from parsers.word_xml import MOST_TAGS

sys.path.insert(0, str(Path(__file__).parent))

from word_files import MAIN, OFFICE, document, lines, p, package, parts_of, relations

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "a document": MAIN,
    "a template": f"{WORD}.template.main+xml",
    "with macros": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "a template with macros": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml", "текст/акт.xml"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_found_by_what_its_package_says(kind, main):
    data = package(parts_of(p("Слово"), main=main, kind=KINDS[kind]))
    assert is_word(data)
    assert lines(data) == ["Слово"]


def without(*paths: str) -> bytes:
    parts = parts_of(p("Слово"))
    return package({path: content for path, content in parts.items() if path not in paths})


@pytest.mark.parametrize(
    "paths",
    [("_rels/.rels",), ("[Content_Types].xml",), ("_rels/.rels", "[Content_Types].xml"),
     ("word/_rels/document.xml.rels",)],
    ids=["no relationships", "no content types", "neither", "no relationships of the body"],
)  # fmt: skip
def test_a_package_that_lost_its_lists_is_read_by_the_usual_name(paths):
    assert is_word(without(*paths))
    assert lines(without(*paths)) == ["Слово"]


OTHERS = {
    "a table of a spreadsheet": package(
        parts_of("", main="xl/workbook.xml", kind="application/vnd.ms-excel.sheet+xml")
    ),
    "an archive of texts": package({"акт.txt": "слово"}),
    "an empty archive": package({}),
    "no archive": b"PK\x03\x04" + b"\x00" * 40,
    "text": "Слово".encode(),
    "nothing": b"",
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_no_word_document_is_not_taken_for_one(case):
    assert not is_word(OTHERS[case])


def test_asked_for_a_document_the_reader_says_that_there_is_none():
    with pytest.raises(BrokenDocumentError, match="there is no Word document in it"):
        read_word(OTHERS["an archive of texts"], "act.docx")


def strict(data: bytes) -> bytes:
    """The document in the strict dialect."""
    pairs = (
        ("wordprocessingml/2006/main", "wordprocessingml/main"),
        ("officeDocument/2006/relationships", "officeDocument/relationships"),
    )
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for path in archive.namelist():
            content = archive.read(path).decode()
            for transitional, name in pairs:
                content = content.replace(
                    f"{OFFICE}/{transitional}", f"http://purl.oclc.org/ooxml/{name}"
                )
            parts[path] = content
    return package(parts)


NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ENTRY = p("Слово", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def test_the_strict_dialect_is_the_same_text():
    data = document(ENTRY, numbering=NUMBERS)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(strict(data))).read("word/document.xml")
    assert is_word(strict(data))
    assert lines(strict(data)) == lines(data) == ["1. Слово"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1251"])
@pytest.mark.parametrize("dialect", [lambda data: data, strict], ids=["transitional", "strict"])
def test_parts_in_other_encodings_are_the_same_text(encoding, dialect):
    parts = {}
    with zipfile.ZipFile(io.BytesIO(dialect(document(ENTRY, numbering=NUMBERS)))) as archive:
        for path in archive.namelist():
            declared = f'<?xml version="1.0" encoding="{encoding[:6]}"?>'
            parts[path] = (declared + archive.read(path).decode()).encode(encoding)
    assert is_word(package(parts))
    assert lines(package(parts)) == ["1. Слово"]


def test_names_of_parts_may_differ_in_case_and_in_strokes():
    parts = parts_of(p("Слово"))
    renamed = {"Word\\Document.XML" if path == "word/document.xml" else path: content for path, content in parts.items()}  # noqa: E501 - one part renamed  # fmt: skip
    assert lines(package(renamed)) == ["Слово"]


def test_a_relationship_that_climbs_out_of_the_archive_names_nothing():
    parts = parts_of(p("Слово"))
    parts["_rels/.rels"] = relations(("r1", "officeDocument", "../../../etc/passwd"))
    parts["word/_rels/document.xml.rels"] = relations(
        ("r1", "numbering", "../../../../etc/passwd"), ("r2", "styles", "file:///etc/passwd")
    )
    parts["../../../etc/passwd"] = "зло"
    assert lines(package(parts)) == ["Слово"]


def test_nothing_is_ever_unpacked_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parts = parts_of(p("Слово")) | {"../зло.txt": "зло", "/зло.txt": "зло"}
    assert lines(package(parts)) == ["Слово"]
    assert list(tmp_path.iterdir()) == []


def with_numbering(content: bytes) -> bytes:
    parts = parts_of(ENTRY, numbering="")
    return package({**parts, "word/numbering.xml": content})


TOO_MUCH = {
    "too many entries": lambda: package(
        parts_of(p("Слово")) | {f"word/media/{number}": b"" for number in range(5_001)}
    ),
    "one part of blanks": lambda: document(" " * 65_000_000),
    "several parts together": lambda: with_numbering(b"<a>" + b" " * 63_999_000 + b"</a>"),
    "a part out of nothing": lambda: with_numbering(b"<a>" + b" " * 9_000_000 + b"</a>"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_an_archive_that_is_larger_unpacked_than_any_act_is_refused(case):
    with pytest.raises(BrokenDocumentError) as caught:
        read_word(TOO_MUCH[case](), "act.docx")
    assert str(caught.value) == (
        "act.docx cannot be opened as a Word document: unpacked it is larger than any act. Open "
        "it in Word or LibreOffice and save it again as DOCX."
    )


def test_a_table_of_a_million_cells_is_refused_at_once():
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 1000}</w:tr>"
    data = document(f"<w:tbl>{row * 1000}</w:tbl>")
    begun = time.process_time()
    with pytest.raises(BrokenDocumentError, match=r"larger unpacked|than any act"):
        read_word(data, "act.docx")
    assert time.process_time() - begun < 3


def test_a_table_of_a_hundred_thousand_cells_is_read_within_seconds():
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    first = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>'
    rows = f"<w:tr>{first * 100}</w:tr>" + f"<w:tr>{merged * 100}</w:tr>" * 999
    begun = time.process_time()
    read_word(document(f"<w:tbl>{rows}</w:tbl>"), "act.docx")
    assert time.process_time() - begun < 10


NESTED = {
    "links": ("w:hyperlink",),
    "controls": ("w:sdt", "w:sdtContent"),
    "changes": ("w:ins",),
    "tables": ("w:tbl", "w:tr", "w:tc"),
    "boxes": ("w:p", "w:r", "w:pict", "w:txbxContent"),
}


@pytest.mark.parametrize("case", NESTED)
@pytest.mark.parametrize("depth", [10, 60, 240, 10_000])
def test_nested_tags_are_read_or_refused(case, depth):
    tags = NESTED[case] * (depth // len(NESTED[case]))
    opened = "".join(f"<{tag}>" for tag in tags)
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    outcome = outcome_of(document(opened + p("Слово") + closed))
    assert ("Слово" in outcome) == (depth < 1000)
    assert ("Open it in Word" in outcome) == (depth > 1000)


def outcome_of(data: bytes) -> str:
    """The text, or why it could not be read."""
    try:
        return read_word(data, "act.docx").text
    except SourceError as error:
        return str(error)


def test_a_part_of_more_elements_than_any_act_is_refused():
    body = "<w:p/>" * (MOST_TAGS + 1)
    with pytest.raises(BrokenDocumentError, match="it has more elements than any act"):
        read_word(package({**parts_of(""), "word/document.xml": _stored(body)}), "act.docx")


def _stored(body: str) -> str:
    """A body that packs badly enough to pass for text: the limit of elements is what it meets."""
    noise = "".join(f"<!--{number * 7919 % 999983}-->" for number in range(len(body) // 60))
    return parts_of(body)["word/document.xml"] + noise


def test_a_document_type_is_refused_in_any_part():
    entities = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(BrokenDocumentError, match="it declares a document type"):
        read_word(with_numbering(entities), "act.docx")


def test_a_definition_that_a_document_type_names_is_not_even_opened(tmp_path):
    outside = tmp_path / "outside.dtd"
    outside.write_text("no definition at all")  # a parser that opens it finds fault with it
    entity = f'<!DOCTYPE a [<!ENTITY % b SYSTEM "{outside.as_uri()}"> %b;]><a/>'
    with pytest.raises(BrokenDocumentError, match="it declares a document type"):
        read_word(with_numbering(entity.encode()), "act.docx")


def test_a_damaged_list_of_numbers_is_refused_and_not_read_without_them():
    with pytest.raises(BrokenDocumentError, match=r"^act\.docx cannot be opened"):
        read_word(with_numbering(b"<w:numbering"), "act.docx")


def compound(*names: str) -> bytes:
    """The head of a compound file with streams of these names."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + (2 * len(name) + 2).to_bytes(2, "little")
        + b"\0" * 62
        for name in names
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + entries


def test_a_locked_document_is_named_as_such():
    data = compound("Root Entry", "EncryptionInfo", "EncryptedPackage")
    assert is_encrypted_word(data)
    with pytest.raises(SourceError) as caught:
        read_word(data, "act.docx")
    assert str(caught.value).startswith("act.docx is locked with a password. Open it in Word")


@pytest.mark.parametrize(
    "data",
    [
        compound("Root Entry", "WordDocument", "1Table"),
        compound("WordDocument") + "EncryptedPackage".encode("utf-16-le") + b"\0" * 200,
        compound("EncryptedPackageToo"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        document(p("EncryptedPackage")),
        b"",
    ],
    ids=["DOC", "DOC that mentions it", "another name", "the head alone", "DOCX", "nothing"],
)
def test_other_files_are_not_locked(data):
    assert not is_encrypted_word(data)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_byte_never_ends_in_anything_but_a_manuscript_or_a_clear_refusal(data):
    content = bytearray(DAMAGED)
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    outcome = outcome_of(bytes(content))
    assert len(outcome) < 40 or "act.docx" in outcome


DAMAGED = document(
    ENTRY + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    numbering=NUMBERS,
)


def test_an_empty_document_has_no_text():
    stream = io.BytesIO()
    docx.Document().save(stream)
    manuscript = read_word(stream.getvalue(), "act.docx")
    assert (manuscript.text, manuscript.dropped, manuscript.remarks) == ("", (), ())
