"""Sources that are files of a format, not typed text: whose reader takes them.

The content decides, never the name of the file. A reader and its libraries are loaded when a
source first needs them.
"""

from __future__ import annotations

import re
from typing import Literal

from parsers.manuscript import Manuscript

Changes = Literal["accepted", "original"]

_HEAD = 16_384  # bytes in which every format shows itself; a web archive needs the most
# A sign of some format; a typed text that has one by chance is told by the readers themselves.
_ANY = re.compile(
    rb"<|%PDF-|mime-version|\A(?:PK|\xd0\xcf\x11|bplist|\x1f\x8b|(?:\xef\xbb\xbf)?\s*\{\\rtf)",
    re.IGNORECASE,
)


def manuscripts_of(data: bytes | str, name: str, changes: Changes) -> tuple[Manuscript, ...] | None:
    """What the reader of the format makes of the source; ``None`` where it is plain text.

    Raises:
        SourceError: a file of the format that cannot be read; a subclass says why.
    """
    content = data if isinstance(data, bytes) else data[:_HEAD].encode("utf-8", "replace")
    if not _ANY.search(content[:_HEAD]):
        return None
    return _page(data, content, name) or (
        _file(data, name, changes) if isinstance(data, bytes) else None
    )


def _page(data: bytes | str, content: bytes, name: str) -> tuple[Manuscript, ...] | None:
    from parsers.page import is_page, read_page  # noqa: PLC0415 - loads lxml

    if not is_page(content):
        return None
    return read_page(data if isinstance(data, bytes) else data.encode("utf-8", "replace"), name)


def _file(data: bytes, name: str, changes: Changes) -> tuple[Manuscript, ...] | None:
    from parsers.office import is_office, read_office  # noqa: PLC0415 - hardly ever met
    from parsers.word import read_if_word  # noqa: PLC0415 - loads lxml

    document = read_if_word(data, name, changes)
    if document is not None:
        return (document,)
    if b"%PDF-" in data[:_HEAD]:
        from parsers.pdf import is_pdf  # noqa: PLC0415 - many modules
        from parsers.printed import read_printed  # noqa: PLC0415 - many modules

        if is_pdf(data):
            return (read_printed(data, name),)
    return (read_office(data, name, changes),) if is_office(data) else None
