"""Files of another kind, size or encoding: one message that names what it is."""

from __future__ import annotations

import gzip
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile import archive, refusal, within

from parsers import parse
from parsers.decoding import decode
from workbench.reading import MOST_BYTES

ROOT = Path(__file__).parents[2]
START = "import sys; from workbench.cli import main; sys.exit(main())"
WAYS_OUT = (
    "Expected plain text, DOCX, PDF, a saved page or an act's JSON; open it in its own program "
    "and save it as one of these."
)
MAIL = (
    "Received: from post\r\nMessage-ID: <1@post>\r\nFrom: a@b\r\nTo: c@d\r\nSubject: Акт\r\n"
    "Date: 1 May\r\n\r\nРешение районного маслихата\r\n"
)
KINDS = {
    "an Excel workbook": archive({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
    "a PowerPoint presentation": archive({"ppt/presentation.xml": "<a/>"}),
    "an EPUB book": archive({"mimetype": "application/epub+zip"}, packed=False),
    "a ZIP archive with documents in it, to be unpacked first": archive({"act.docx": b"PK"}),
    "a ZIP archive": archive({"a.bin": b"a"}),
    "a GZIP archive": gzip.compress("Решение".encode()),
    "an XZ archive": lzma.compress("Решение".encode()),
    "a 7-Zip archive": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "a RAR archive": b"Rar!\x1a\x07\x01\x00",
    "a PNG picture": b"\x89PNG\r\n\x1a\n",
    "a TIFF picture": b"II*\0\x08\0\0\0",
    "a BMP picture": b"BM\x36\x00\x00\x00\x00\x00",
    "a DjVu document": b"AT&TFORM\0\0\0\0DJVM",
    "a PostScript document": b"%!PS-Adobe-3.0\n",
    "a program": b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64),
    "a database": b"SQLite format 3\0" + bytes(80),
    "a recording": b"\0\0\0\x20ftypisom",
    "a TAR archive": b"act.txt" + bytes(250) + b"ustar\x0000",
    "a mail message": MAIL.encode(),
    "a binary file": "Решение\0маслихата".encode(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_named_and_the_way_out_is_told(kind):
    assert refusal(KINDS[kind], "act.file") == (
        f"act.file is not text (it looks like {kind}). {WAYS_OUT}"
    )


@pytest.mark.parametrize("start", ["BM", "MZ", "RIFF", "From: маслихат "])
def test_words_that_begin_like_another_kind_are_read(start):
    assert parse(f"{start} РЕШИЛ: 1. Слово.\n".encode()).lang == "ru"


def test_a_letter_of_the_old_alphabets_is_refused_where_it_reads_as_nothing():
    text = "Решение районного маслихата " * 20
    assert refusal(text.encode("cp855"), "act.txt") == (
        "act.txt is text in an unknown encoding (byte 0). Expected UTF-8, UTF-16 or Windows-1251; "
        "save it again as UTF-8."
    )
    assert refusal("Решение маслихата".encode("utf-7"), "act.txt").startswith(
        "act.txt has no Kazakh or Russian words."
    )


TEXT = (
    "Об утверждении Методики оценки\nРешение Акбулакского районного маслихата от 14 июня 2023 "
    'года № 5-3\nАкбулакский районный маслихат РЕШИЛ:\n1. Утвердить "Методику" оценки.\n'
)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_old_encodings_are_told_by_what_reads_as_words(encoding):
    plain = TEXT.replace("№", "N")
    assert decode(plain.encode(encoding), "act.txt") == plain
    assert decode(plain.upper().encode(encoding), "act.txt") == plain.upper()


def test_kazakh_in_its_own_old_encoding_keeps_its_letters():
    text = "Ақбұлақ аудандық мәслихатының шешімі. Әдістеме бекітілсін, ғылым және өңір, үй, һ."
    assert decode(text.encode("kz1048"), "act.txt") == text


@pytest.mark.parametrize("order", [1, -1], ids=["UTF-8 first", "Windows-1251 first"])
def test_two_encodings_in_one_file_are_refused_and_not_read_as_nonsense(order):
    halves = [(TEXT * 3).encode(), (TEXT * 3).encode("cp1251")][::order]
    said = refusal(b"\n".join(halves), "act.txt")
    assert said.startswith("act.txt is text in an unknown encoding (byte ")
    assert said.endswith("save it again as UTF-8.")


@pytest.mark.parametrize(
    "char", ["\0", "\x1b", "\ud800", "\uffff"], ids=["zero", "escape", "half", "no character"]
)
def test_a_string_with_what_no_text_has_is_refused_too(char):
    assert refusal(f"Решение\n{char}маслихата") == (
        f"act.file is not text (it looks like a binary file). {WAYS_OUT}"
    )


def test_signs_that_turn_the_direction_of_writing_are_accounted_for():
    account = parse("Решение\u202e маслихата\u2066\n\n1. Слово\u200f.\n").accounting
    assert (account.source, account.unaccounted) == (27, 0)


@pytest.mark.parametrize("unit", ["а", "1", '"', "(", "\n", "<", "\t"])
def test_more_text_than_any_act_has_is_refused_before_it_is_read(unit):
    with within(2, 300):
        said = refusal(unit * 16_000_001, "act.txt")
    assert said == (
        "act.txt has 16000001 bytes; at most 16000000 are read. The largest acts are about a "
        "tenth of that: check that this is an act."
    )


def test_a_file_of_200_megabytes_is_refused_by_its_size(tmp_path):
    path = tmp_path / "act.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    done = _command(str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert f'"{path}" is longer than {MOST_BYTES} bytes' in done.stderr.decode()


def test_200_megabytes_on_standard_input_are_refused_without_being_read_whole():
    endless = "import sys\nfor _ in range(200): sys.stdout.buffer.write(b'a' * 1_000_000)"
    with subprocess.Popen([sys.executable, "-c", endless], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as source:  # fmt: skip
        done = _command("-", stdin=source.stdout)
        source.stdout.close()
    assert done.returncode == 2
    assert f'"-" is longer than {MOST_BYTES} bytes' in done.stderr.decode()


def _command(name, **streams):
    return subprocess.run(
        [sys.executable, "-c", START, "--ui", "en", "parse", name],
        cwd=ROOT, capture_output=True, check=False, timeout=120, **streams,
    )  # fmt: skip
