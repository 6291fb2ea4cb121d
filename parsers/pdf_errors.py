"""PDF files that cannot be read: what is wrong with them and what to do."""

from __future__ import annotations

from parsers.errors import SourceError


class PdfError(SourceError):
    """Base: a PDF that cannot be read."""


class LockedPdfError(PdfError):
    """Encrypted: it opens with a password only."""

    template = (
        "%(name)s is a PDF that is locked with a password. Expected a PDF that opens without "
        "one; open it in its own program, save it without the password and try again."
    )


class ScannedPdfError(PdfError):
    """Pictures of pages without a text layer."""

    template = (
        "%(name)s is a PDF that holds pictures of pages (%(pages)s) without text. Expected a "
        "text layer; recognise the text with an OCR program first, or use the DOCX download of "
        "the act."
    )


class BlankPdfError(PdfError):
    """Neither text nor pictures."""

    template = (
        "%(name)s is a PDF without text (pages: %(pages)s). Expected the text of an act; check "
        "that the right file was saved, or use the DOCX download of the act."
    )


class BrokenPdfError(PdfError):
    """Damaged, cut off, or linked in a circle."""

    template = (
        "%(name)s cannot be opened as a PDF: %(detail)s. Expected a whole file; download or save "
        "it again, or use the DOCX download of the act."
    )


class EndlessPdfError(PdfError):
    """More than any act has: pages, letters or bytes."""

    template = (
        "%(name)s is a PDF with more %(what)s than any act has (%(met)s; at most %(limit)s are "
        "read). Expected one act; check that this is the right file, or print the pages of the "
        "act alone to a new PDF."
    )


class SlowPdfError(PdfError):
    """Reading takes longer than anyone waits."""

    template = (
        "%(name)s takes longer than %(limit)s seconds to read (page %(page)s was reached). "
        "Expected one act; print the pages of the act alone to a new PDF, or use its DOCX download."
    )


class PdfReaderMissingError(PdfError):
    """No package that reads the format is installed."""

    template = (
        "%(name)s is a PDF, and neither pypdfium2 nor pypdf is installed to read it. Expected "
        "one of them; install the program again with all that it depends on."
    )
