"""What browsers make of a page when they save it."""

from __future__ import annotations

import base64
import gzip
import plistlib
import quopri
import sys
from pathlib import Path

import pytest

from parsers.errors import UnreadableEncodingError
from parsers.page import BrokenPageError, CompressedPageError, is_page, read_page

sys.path.insert(0, str(Path(__file__).parent))

import pages

WORDS = "Бағалау әдістемесі – № 5"
PAGE = pages.saved(f"<p>{WORDS}</p>")
BARE = PAGE.replace(b'<meta charset="utf-8">', b"")


def last_words(data):
    return pages.blocks_of(data)[-1].words


def mhtml(*parts):
    """A web archive as browsers write it; a part is its header lines and its bytes."""
    head = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    )
    body = b"".join(
        b"\r\n--edge\r\n" + "\r\n".join(lines).encode() + b"\r\n\r\n" + content
        for lines, content in parts
    )
    return head + b'\ttype="text/html"; boundary="edge"\r\n\r\n' + body + b"\r\n--edge--\r\n"


def html(encoding, charset="utf-8"):
    return (
        f'Content-Type: text/html; charset="{charset}"',
        f"Content-Transfer-Encoding: {encoding}",
    )


IMAGE = (("Content-Type: image/png", "Content-Transfer-Encoding: base64"), b"iVBORw0KGgo=")
BANNER = (html("8bit"), "<html><body><p>Жарнама</p></body></html>".encode())
KAZAKH = pages.saved(f"<p>{WORDS}</p>", encoding="kz1048").replace(b"kz1048", b"x")
ARCHIVES = {
    "quoted-printable": mhtml((html("quoted-printable"), quopri.encodestring(PAGE)), IMAGE),
    "base64": mhtml((html("base64"), base64.encodebytes(PAGE)), IMAGE),
    "8bit": mhtml((html("8bit"), PAGE), IMAGE),
    "binary": mhtml((html("binary"), PAGE)),
    "a banner first": mhtml(BANNER, (html("8bit"), PAGE), IMAGE),
    "the encoding of the part alone": mhtml(
        (html("base64", "kz-1048"), base64.encodebytes(KAZAKH)),
    ),
    "XHTML": mhtml((("Content-Type: application/xhtml+xml",), PAGE)),
    "one part alone": b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE,
    "Safari": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": BARE, "WebResourceTextEncodingName": "UTF-8",
                             "WebResourceMIMEType": "text/html", "WebResourceURL": "x"},
         "WebSubresources": [{"WebResourceData": b"p {}", "WebResourceMIMEType": "text/css"}]},
        fmt=plistlib.FMT_BINARY,
    ),
    "Safari, in a frame": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": b"<html><body>x</body></html>"},
         "WebSubframeArchives": [{"WebMainResource": {"WebResourceData": PAGE}}]},
        fmt=plistlib.FMT_BINARY,
    ),
    "Safari, as XML": plistlib.dumps({"WebMainResource": {"WebResourceData": PAGE}}),
}  # fmt: skip


@pytest.mark.parametrize("case", ARCHIVES)
def test_the_act_in_a_web_archive_is_read(case):
    assert is_page(ARCHIVES[case])
    assert last_words(ARCHIVES[case]) == WORDS


def test_a_banner_in_an_unknown_encoding_does_no_harm():
    broken = (html("8bit"), b"<html><body>" + b"\xd0\x98" * 9 + b"\xd0\x98\x98 \xff</body></html>")
    assert last_words(mhtml(broken, (html("8bit"), PAGE))) == WORDS


DAMAGED = {
    "Safari without a page": plistlib.dumps({"WebMainResource": 5}, fmt=plistlib.FMT_BINARY),
    "half of Safari's": ARCHIVES["Safari"][:-40],
    "a list": plistlib.dumps(["WebMainResource"], fmt=plistlib.FMT_BINARY),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_web_archive_is_refused(case):
    assert is_page(DAMAGED[case])
    with pytest.raises(
        BrokenPageError, match=r"^act\.webarchive cannot be read .* the web archive"
    ):
        read_page(DAMAGED[case], "act.webarchive")


def test_a_compressed_page_is_refused_with_what_to_do():
    data = gzip.compress(PAGE)
    assert is_page(data)
    with pytest.raises(CompressedPageError) as caught:
        read_page(data, "act.html")
    assert str(caught.value) == (
        "act.html is a page compressed with gzip. Expected the page itself: unpack the file "
        "(7-Zip, or gzip -d), or save the page again from a browser, as HTML or MHTML."
    )


@pytest.mark.parametrize("data", [gzip.compress(b"text", mtime=0), b"\x1f\x8bdamaged", b"\x1f\x8b"])
def test_other_compressed_files_are_no_pages(data):
    assert not is_page(data)


START = "<!DOCTYPE html><html><head>"
LATE = f"<script>{'var a = 1; ' * 4000}</script>"
TEXT = PAGE.decode()
CYRILLIC = TEXT.replace(WORDS, "Методика оценки № 5").replace('<meta charset="utf-8">', "")
SAVED = {
    "where it was saved from": f"<!-- saved from url=(0014)about:internet -->\n{TEXT}",
    "a mark and a comment": f"\ufeff<!-- saved from url=(0014)about:internet -->\r\n{TEXT}",
    "a base address": TEXT.replace("<head>", '<head><base href="https://old.adilet.zan.kz/">'),
    "tags in capitals": TEXT.replace("<p>", "<P>").replace("</p>", "</P>").replace("<div", "<DIV")
    .replace("class=", "CLASS=").replace("<article>", "<ARTICLE>").replace("<html>", "<HTML>"),
    "an XHTML prolog": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD '
    'XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
    + TEXT.replace("<!DOCTYPE html><html>", '<html xmlns="http://www.w3.org/1999/xhtml">'),
    "an XHTML prolog that lies": '<?xml version="1.0" encoding="windows-1251"?>' + TEXT,
    "no doctype": TEXT.replace("<!DOCTYPE html>", ""),
    "the encoding declared late": TEXT.replace("<meta", f"{LATE}<meta"),
    "UTF-8 declared as Windows-1251": TEXT.replace('charset="utf-8"', 'charset="windows-1251"'),
    "numeric entities": "".join(
        char if char.isascii() else f"&#{ord(char)};" if place % 2 else f"&#x{ord(char):X};"
        for place, char in enumerate(TEXT)
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SAVED)
def test_the_same_page_is_read_however_it_was_saved(case):
    assert last_words(SAVED[case].encode()) == WORDS


def test_an_old_encoding_declared_late_is_believed():
    late = CYRILLIC.replace("<head>", f'<head>{LATE}<meta charset="koi8-r">')
    assert last_words(late.encode("koi8-r", "xmlcharrefreplace")) == "Методика оценки № 5"


def test_an_old_encoding_in_the_xml_prolog_is_believed():
    data = '<?xml version="1.0" encoding="koi8-r"?>' + CYRILLIC
    assert last_words(data.encode("koi8-r", "xmlcharrefreplace")) == "Методика оценки № 5"


def test_damage_in_a_marked_encoding_is_refused_with_its_place():
    with pytest.raises(UnreadableEncodingError, match=r"^act\.html is text in an unknown encoding"):
        read_page(TEXT.encode("utf-16") + b"\x00\xd8", "act.html")
