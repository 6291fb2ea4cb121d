"""Bytes to text: the encodings in which acts are kept, and refusals that say what to do."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import decoding, parse
from parsers.decoding import SIZE_LIMIT, decode
from parsers.errors import SourceError

KAZAKH = 'Шу аудандық мәслихаты ШЕШТІ: 1. "Б" корпусы – № 4-10.\n'
RUSSIAN = 'Шуский районный маслихат РЕШИЛ: 1. Корпус "Б" – № 4-10.\n'


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16 LE", "UTF-16 LE with a mark", "UTF-16 BE",
         "UTF-16 BE with a mark"],
)  # fmt: skip
def test_a_text_is_the_same_in_every_unicode_encoding(encoding, mark, text):
    assert decode(mark + text.encode(encoding), "act.txt") == text


def test_an_old_russian_file_is_read_as_windows_1251():
    assert decode(RUSSIAN.encode("cp1251"), "act.txt") == RUSSIAN


def test_latin_text_in_utf_16_is_no_row_of_zeros():
    assert decode('{"lang": "kk"}'.encode("utf-16-le"), "act.json") == '{"lang": "kk"}'


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="абвгдежзий ӘҒҚҢ№«»–\n1234.", min_size=8).filter(str.strip),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_was_written_is_read(text, encoding):
    assert decode(text.encode(encoding), "act.txt") == text


WAYS_OUT = (
    "Expected plain text, DOCX, PDF, a saved page or an act's JSON; open it in its own program "
    "and save it as one of these."
)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 not a document", "a ZIP archive"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"\x1f\x8b\x08", "a GZIP archive"),
        (b"\x7fELF\x02", "a program"),
        (b"text\x01with\x02marks", "a binary file"),
    ],
    ids=["zip", "png", "jpeg", "gif", "gzip", "program", "control marks"],
)
def test_a_file_of_another_kind_is_named(data, kind):
    with pytest.raises(SourceError) as caught:
        parse(data, name="file.bin")
    assert str(caught.value) == (
        f"file.bin is not text (it looks like {kind}). {WAYS_OUT}"
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, "  \n".encode("utf-16")])
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(SourceError) as caught:
        parse(data, name="act.txt")
    assert str(caught.value) == (
        "act.txt is empty. Expected the text of an act; check that the right file was saved."
    )


def test_a_file_larger_than_any_act_is_refused(monkeypatch):
    assert SIZE_LIMIT == 16_000_000
    monkeypatch.setattr(decoding, "SIZE_LIMIT", 10)
    with pytest.raises(SourceError) as caught:
        parse(b"12345678901", name="act.txt")
    assert str(caught.value) == (
        "act.txt has 11 bytes; at most 10 are read. The largest acts are about a tenth of that: "
        "check that this is an act."
    )


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (codecs.BOM_UTF8 + b"ab\xffcd", 5),
        (codecs.BOM_UTF16_LE + b"\x10\x04\x20", 4),
        (b"\xcf\xf0\x98", 2),
    ],
    ids=["broken UTF-8", "half a character of UTF-16", "no letter of Windows-1251"],
)
def test_bytes_of_no_known_encoding_are_refused_with_their_place(data, place):
    with pytest.raises(SourceError) as caught:
        parse(data, name="act.txt")
    assert str(caught.value) == (
        f"act.txt is text in an unknown encoding (byte {place}). Expected UTF-8, UTF-16 or "
        "Windows-1251; save it again as UTF-8."
    )


@pytest.mark.parametrize("text", ["nothing but Latin letters", "12. 34 … –", "₸ 100"])
def test_a_text_without_a_word_of_either_language_is_refused(text):
    with pytest.raises(SourceError) as caught:
        parse(text, name="act.txt")
    assert str(caught.value) == (
        "act.txt has no Kazakh or Russian words. Expected the text of an act in one of these "
        "languages; check that the right file was saved."
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [(KAZAKH, "kk"), (RUSSIAN, "ru"), (RUSSIAN * 20 + "Әбенов", "ru"), ("ӘДІСТЕМЕ", "kk")],
    ids=["kk", "ru", "a Russian text with a Kazakh name", "capitals"],
)
def test_the_letters_tell_the_language(text, lang):
    assert parse(text).lang == lang


@pytest.mark.parametrize("ui", ["kk", "ru", "en"])
def test_diagnostics_speak_the_language_that_is_asked_for(ui):
    said = {
        "kk": "қол қойған адам табылмады",
        "ru": "подпись не найдена",
        "en": "no signature was found",
    }
    messages = [one.message for one in parse(RUSSIAN, ui=ui).diagnostics]
    assert said[ui] in messages
