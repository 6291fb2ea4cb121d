"""Sources that cannot be read at all."""

from __future__ import annotations

from model import AdistemeError


class SourceError(AdistemeError):
    """Base: the source as a whole is not an act that can be read."""


class EmptySourceError(SourceError):
    """Nothing but blanks."""

    template = (
        "%(name)s is empty. Expected the text of an act; check that the right file was saved."
    )


class BinarySourceError(SourceError):
    """Bytes of a format that is not read."""

    template = (
        "%(name)s is not text (it looks like %(kind)s). Expected plain text, DOCX, PDF, a saved "
        "page or an act's JSON; open it in its own program and save it as one of these."
    )


class UnreadableEncodingError(SourceError):
    """Bytes that are text in no encoding that is tried."""

    template = (
        "%(name)s is text in an unknown encoding (byte %(place)s). Expected UTF-8, UTF-16 or "
        "Windows-1251; save it again as UTF-8."
    )


class TooLargeError(SourceError):
    """More than any act has."""

    template = (
        "%(name)s has %(size)s bytes; at most %(limit)s are read. The largest acts are about a "
        "tenth of that: check that this is an act."
    )


class NoLettersError(SourceError):
    """Text without a single Kazakh or Russian word."""

    template = (
        "%(name)s has no Kazakh or Russian words. Expected the text of an act in one of these "
        "languages; check that the right file was saved."
    )


class BrokenDocumentError(SourceError):
    """A DOCX that cannot be opened, or that is not safe to open."""

    template = (
        "%(name)s cannot be opened as a Word document: %(detail)s. Open it in Word or "
        "LibreOffice and save it again as DOCX."
    )


class SeveralActsError(SourceError):
    """More than one act where one is asked for."""

    template = (
        "%(name)s holds %(count)s acts (%(found)s). Expected: one. Choose one by its language "
        "(lang='kk' or lang='ru', on the command line --lang kk or --lang ru), or take all of them "
        "with parse_all."
    )


class LanguageNotThereError(SourceError):
    """An act in a language that the source does not have."""

    template = (
        "%(name)s has no act in %(asked)s; its language: %(found)s. Expected: a source with the "
        "text that was asked for. Leave the language out, or give the file with that text."
    )
