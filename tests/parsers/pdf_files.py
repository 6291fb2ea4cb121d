"""Small PDFs for the tests, written byte by byte: what stands where is said by each case."""

from __future__ import annotations

import io
from collections.abc import Iterable

import msgspec
import pypdf

from parsers import pdf_layer

HEIGHT, WIDTH = 842, 595
_LATIN = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


class Words(msgspec.Struct, frozen=True):
    """Words at a place of the page, in type of 10 points."""

    x: float
    y: float
    chars: str
    size: float = 10


def pdf(*pages: Iterable[Words | str], extra: str = "") -> bytes:
    """A document with these pages: words, and drawing operators as they are.

    Every letter is half its size wide: a code of two bytes is the letter's own number. Words of
    one letter are left out by pypdfium2, for the font has no shapes; the font /Latin has them.
    """
    first = 6
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        (
            "<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H"
            "/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
        ),
        (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 500"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            "/FontDescriptor<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]"
            "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>"
        ),
        _stream(
            "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            "2 beginbfrange <0020> <007E> <0020>\n<0400> <04FF> <0400> endbfrange\n"
            "1 beginbfchar <2116> <2116> endbfchar endcmap"
        ),
    ]
    for place, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{extra}"
            f"/Resources<</Font<</F 3 0 R/Latin {_LATIN}>>>>/Contents {first + 2 * place + 1} 0 R>>"
        )
        objects.append(_stream("\n".join(map(_drawn, page))))
    return written(objects)


def written(objects: list[str]) -> bytes:
    """A file of these objects, the first of which is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    out.write(trailer.encode())
    return out.getvalue()


def locked(data: bytes, password: str) -> bytes:
    """The document encrypted; an empty password opens it without asking."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def lines(*texts: str, top: float = 800, left: float = 50, step: float = 12) -> list[Words]:
    """Lines one below the other."""
    return [Words(left, top - step * place, text) for place, text in enumerate(texts)]


def box(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle of ruling lines."""
    return f"{x0} {y0} {x1 - x0} {y1 - y0} re S"


def _drawn(item: Words | str) -> str:
    if isinstance(item, str):
        return item
    codes = "".join(f"{ord(char):04X}" for char in item.chars)
    return f"BT /F {item.size} Tf 1 0 0 1 {item.x} {item.y} Tm <{codes}> Tj ET"


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def without_pdfium(monkeypatch) -> None:
    """Nothing but pypdf is there to read with."""
    monkeypatch.setattr(pdf_layer, "sheets", absent)


def absent(_data):
    """A reader whose library is not installed."""
    raise ImportError
    yield
