"""RTF, DOC and OpenDocument files, by way of LibreOffice."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from parsers import office, parse
from parsers.errors import BinarySourceError, SourceError, TooLargeError
from parsers.office import as_docx, is_office, office_program, read_office
from parsers.office_errors import ConversionError, LockedDocumentError, NoLibreOfficeError
from parsers.office_kinds import is_locked, kind_of

sys.path.insert(0, str(Path(__file__).parent))

import expectation

needs_libreoffice = pytest.mark.skipif(
    office_program() is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)
CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
ODT = "application/vnd.oasis.opendocument.text"
NAME = "base-decision"
SAME = ("title", "issuer", "date", "number", "preamble", "body", "signatures")


def archive(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, content in members.items():
            zipped.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def rtf(*paragraphs):
    """A document as RTF, its letters by their codes."""
    body = "\\par ".join(
        "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in words)
        for words in paragraphs
    )
    return (
        b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs28 " + body.encode() + b"}"
    )


def stream(name):
    return CONTAINER + name.encode("utf-16-le").ljust(128, b"\0")


def locked_doc():
    data = bytearray(CONTAINER + b"\xec\xa5".ljust(512, b"\0") + stream("WordDocument")[512:])
    data[512 + 11] |= 1
    return bytes(data)


KINDS = {
    "RTF": (rtf("Шешім"), "RTF"),
    "RTF with a mark and blanks": (b"\xef\xbb\xbf \r\n" + rtf("x"), "RTF"),
    "DOC": (stream("WordDocument"), "DOC"),
    "ODT": (archive(mimetype=ODT), "ODT"),
    "its template": (archive(mimetype=f"{ODT}-template"), "ODT"),
    "SXW": (archive(mimetype="application/vnd.sun.xml.writer"), "SXW"),
    "flat ODT": (b'<?xml version="1.0"?>\n<office:document xmlns:office="x">', "FODT"),
    "Word's XML of 2003": (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x">', "XML"),
    "a table": (stream("Workbook"), None),
}
OTHERS = {
    "nothing": b"",
    "a text": "1. Бекітілсін.".encode(),
    "a text about RTF": b"the file begins with {\\rtf1",
    "a DOCX": archive(**{"word__document.xml": "<x/>"}),
    "an archive": archive(mimetype="application/epub+zip"),
    "a damaged archive": b"PK\x03\x04",
    "another XML": b'<?xml version="1.0"?><html/>',
    "a page": b"<!DOCTYPE html><html>",
}


@pytest.mark.parametrize("case", KINDS)
def test_an_office_file_is_told_by_what_is_in_it(case):
    data, kind = KINDS[case]
    assert is_office(data)
    assert kind_of(data) == kind


@pytest.mark.parametrize("case", OTHERS)
def test_other_files_are_none(case):
    assert not is_office(OTHERS[case])
    assert kind_of(OTHERS[case]) is None


LOCKED = {
    "a DOCX with a password": stream("EncryptedPackage"),
    "a DOC with a password": locked_doc(),
    "an ODT with a password": archive(
        mimetype=ODT, **{"META-INF__manifest.xml": "<manifest:encryption-data/>"}
    ),
}


@pytest.mark.parametrize("case", LOCKED)
def test_a_locked_document_is_refused_with_what_to_do(case):
    assert is_office(LOCKED[case])
    with pytest.raises(LockedDocumentError) as caught:
        read_office(LOCKED[case], "act.doc")
    assert str(caught.value) == (
        "act.doc is locked with a password. Open it in Word or LibreOffice with its password, "
        "take the password off and save it again as DOCX."
    )


@pytest.mark.parametrize("case", [case for case in KINDS if case not in LOCKED])
def test_an_open_document_is_not_taken_for_a_locked_one(case):
    assert not is_locked(KINDS[case][0])


@pytest.fixture
def no_libreoffice(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_PLACES", ())


@pytest.mark.parametrize("case", ["RTF", "DOC", "ODT", "SXW"])
@pytest.mark.usefixtures("no_libreoffice")
def test_without_libreoffice_one_message_says_what_to_do(case):
    with pytest.raises(NoLibreOfficeError) as caught:
        parse(KINDS[case][0], name="act.file")
    assert str(caught.value) == (
        f"act.file is a file of the kind {case}, which is read with LibreOffice, and LibreOffice "
        "was not found on this computer. Open the file in Word and save it as DOCX, or install "
        "LibreOffice."
    )


def test_an_old_office_file_without_a_text_is_refused():
    with pytest.raises(BinarySourceError, match="an old Office file without a text document"):
        read_office(KINDS["a table"][0], "table.xls")


def test_too_large_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(office, "SIZE_LIMIT", 100)
    with pytest.raises(TooLargeError, match=r"^act\.rtf has \d+ bytes; at most 100 are read"):
        read_office(rtf("слово" * 100), "act.rtf")


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(office, "_UNPACKED_LIMIT", 1000)
    data = archive(mimetype=ODT, **{"content.xml": "x" * 2000})
    with pytest.raises(TooLargeError, match="at most 1000 are read"):
        read_office(data, "act.odt")


def program(folder, script):
    """A program in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def instead(monkeypatch, tmp_path):
    def put(script):
        found = program(tmp_path, script)
        monkeypatch.setattr(office, "office_program", lambda: found)

    return put


posix = pytest.mark.skipif(os.name != "posix", reason="scripts of the shell stand for LibreOffice")


@posix
def test_a_program_that_gives_nothing_is_said(instead):
    instead("exit 0")
    with pytest.raises(ConversionError) as caught:
        read_office(rtf("слово"), "act.rtf")
    assert str(caught.value) == (
        "LibreOffice could not make a DOCX of act.rtf (RTF): it found no document in it. Open the "
        "file in Word, check that its whole text is shown and save it as DOCX."
    )


@posix
def test_a_program_that_does_not_end_is_ended_with_what_it_started(instead, monkeypatch, tmp_path):
    monkeypatch.setattr(office, "SECONDS", 0.5)
    left = tmp_path / "left"
    instead(f"(sleep 3; touch {left}) & sleep 30")
    started = time.monotonic()
    with pytest.raises(ConversionError, match=r"it was not done after \d seconds"):
        read_office(rtf("слово"), "act.rtf")
    assert time.monotonic() - started < 20
    time.sleep(3)
    assert not left.exists()


@posix
def test_too_large_a_result_is_refused(instead, monkeypatch):
    monkeypatch.setattr(office, "SIZE_LIMIT", 5000)
    instead('while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; '
            'head -c 6000 /dev/zero > "$2/source.docx"')  # fmt: skip
    with pytest.raises(TooLargeError, match=r"^act\.rtf has 6000 bytes; at most 5000 are read"):
        read_office(rtf("слово"), "act.rtf")


@posix
def test_libreoffice_is_started_apart_and_without_macros_and_links(instead, tmp_path):
    instead(
        f'printf "%s\\n" "$@" > {tmp_path}/said; '
        'for one; do case $one in -env:*) cp -r "${one#*file://}" '
        f"{tmp_path}/profile;; esac; done"
    )
    with pytest.raises(ConversionError):
        read_office(rtf("слово"), "../act.rtf")
    said = (tmp_path / "said").read_text().splitlines()
    assert "--headless" in said
    assert Path(said[-1]).name == "source.rtf"
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    for name, value in [
        ("DisableMacrosExecution", "true"),
        ("MacroSecurityLevel", "3"),
        ("BlockUntrustedRefererLinks", "true"),
        ("DisableActiveContent", "true"),
    ]:
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}<' in settings


@posix
def test_nothing_is_left_in_the_temporary_folder(instead, monkeypatch, tmp_path):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(office.tempfile, "tempdir", str(folder))
    instead("exit 1")
    with pytest.raises(ConversionError):
        read_office(rtf("слово"), "act.rtf")
    assert list(folder.iterdir()) == []


@cache
def document_of(lang):
    """The act as a DOCX, a paragraph a line."""
    lines = expectation.source(f"{NAME}.{lang}").decode().splitlines()
    paragraphs = [line for line in lines if line.strip() and "\t" not in line]
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


KINDS_OF = {"kk": ("rtf", "doc"), "ru": ("odt", "fodt")}


@pytest.fixture(scope="module", params=["kk", "ru"])
def saved(request, tmp_path_factory):
    """One act in two formats, saved by LibreOffice in one run for each."""
    found = office_program()
    assert found, "LibreOffice is needed where CI is set"
    folder = tmp_path_factory.mktemp("saved")
    (folder / "act.docx").write_bytes(document_of(request.param))
    for kind in KINDS_OF[request.param]:
        subprocess.run(
            [found, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(folder), str(folder / "act.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return request.param, {path.suffix[1:]: path.read_bytes() for path in folder.glob("act.*")}


@needs_libreoffice
@pytest.mark.parametrize("place", [0, 1], ids=["rtf and odt", "doc and fodt"])
def test_an_act_in_an_office_format_is_read_as_its_docx(saved, place):
    lang, files = saved
    kind = KINDS_OF[lang][place]
    assert kind_of(files[kind]) == kind.upper()
    act = parse(files[kind], name=f"act.{kind}")
    wanted = parse(files["docx"], name="act.docx")
    assert (act.lang, len(act.attachments)) == (lang, len(wanted.attachments))
    for key in SAME:
        assert getattr(act, key) == getattr(wanted, key), key
    assert act.accounting.unaccounted == 0


@needs_libreoffice
def test_rtf_in_an_old_encoding_is_read():
    words = "Акбулакский районный маслихат РЕШИЛ"
    body = "".join(f"\\'{byte:02x}" for byte in words.encode("cp1251"))
    data = (
        "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Times;}}\\f0 " + body + "}"
    ).encode()
    assert read_office(data, "act.rtf").text.strip() == words


HOSTILE = {
    "RTF cut off": rtf("слово")[:20],
    "RTF of 3,000 groups": b"{\\rtf1 " + b"{" * 3000 + b"x" + b"}" * 3000 + b"}",
    "a DOC that is none": stream("WordDocument") + b"\0" * 4096,
    "an ODT without a text": archive(mimetype=ODT),
    "an ODT with broken XML": archive(mimetype=ODT, **{"content.xml": "<office:document"}),
}


@needs_libreoffice
@pytest.mark.parametrize("case", HOSTILE)
def test_a_damaged_office_file_is_read_or_refused(case):
    started = time.monotonic()
    with suppress(SourceError):
        assert as_docx(HOSTILE[case], "act").startswith(b"PK")
    assert time.monotonic() - started < office.SECONDS + 10
