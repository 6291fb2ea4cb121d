"""Why an office file could not be read."""

from __future__ import annotations

from parsers.errors import SourceError


class NoLibreOfficeError(SourceError):
    """A format that only LibreOffice turns into DOCX, on a computer without it."""

    template = (
        "%(name)s is a file of the kind %(kind)s, which is read with LibreOffice, and LibreOffice "
        "was not found on this computer. Open the file in Word and save it as DOCX, or install "
        "LibreOffice."
    )


class LockedDocumentError(SourceError):
    """A document that its owner locked with a password."""

    template = (
        "%(name)s is locked with a password. Open it in Word or LibreOffice with its password, "
        "take the password off and save it again as DOCX."
    )


class ConversionError(SourceError):
    """LibreOffice was there and gave no document."""

    template = (
        "LibreOffice could not make a DOCX of %(name)s (%(kind)s): %(detail)s. Open the file in "
        "Word, check that its whole text is shown and save it as DOCX."
    )
