"""Word documents written by hand: only the XML that a case is about, in a frame that is whole."""

from __future__ import annotations

import io
import zipfile

from model import Act
from parsers import parse
from parsers.blocks import Paragraph
from parsers.drafts import Desk
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.word import read_word

OFFICE = "http://schemas.openxmlformats.org"
TYPE = f"{OFFICE}/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{TYPE}" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:m="{OFFICE}/officeDocument/2006/math" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def package(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return stream.getvalue()


def relations(*found: tuple[str, str, str]) -> str:
    """A part of relationships: (id, role, target) each."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{TYPE}/{role}" Target="{target}"/>'
        for key, role, target in found
    )
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{lines}</Relationships>'


def parts_of(body: str, main: str = "word/document.xml", kind: str = MAIN, **more: str) -> dict:
    """The parts of a document with this body; ``more`` are other parts by their roles."""
    folder = main.rpartition("/")[0]
    roles = [(f"r-{role}", role, f"{role}.xml") for role in more]
    pictures = [("r-picture", "image", "media/image1.png")]
    return {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types">'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
        "_rels/.rels": relations(("r1", "officeDocument", main)),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": relations(*roles, *pictures),
        main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"{folder}/{role}.xml": f"<w:{role} {SPACES}>{content}</w:{role}>"
            for role, content in more.items()
        },
    }


def document(body: str, **more: str) -> bytes:
    """A document with this body; ``more`` are other parts (numbering, styles, …) by role."""
    return package(parts_of(body, **more))


def p(words: str = "", properties: str = "") -> str:
    """A paragraph of one run; ``properties`` stand in ``w:pPr``."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run; ``properties`` stand in ``w:rPr``."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def item(words: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(words, numbering)


def read(data: bytes, changes: str = "accepted"):
    """The manuscript of a document."""
    return read_word(data, "act.docx", changes)


def lines(data: bytes, changes: str = "accepted") -> list[str]:
    """The text of a document as its lines."""
    return [line.strip() for line in read(data, changes).text.splitlines() if line.strip()]


def blocks(data: bytes) -> list:
    """Its blocks: words of paragraphs, and of tables the texts of the cells with their sizes."""
    manuscript = read(data)
    desk = Desk("ru", Ledger(manuscript.text), Findings("en"))
    return [_plain(block) for block in manuscript.blocks(desk)]


def _plain(block):
    if isinstance(block, Paragraph):
        return f"– {block.words}" if block.dash else block.words
    return [
        [("\n".join(text.chars for text in cell), *size) for cell, size in zip(*pair, strict=True)]
        for pair in zip((row.cells for row in block.rows), block.sizes, strict=True)
    ]


def left_out(data: bytes, changes: str = "accepted") -> list[tuple[str, str]]:
    """What was left out, with its reasons."""
    return [(one.reason, one.text) for one in read(data, changes).dropped]


def said(data: bytes, changes: str = "accepted") -> list[str]:
    """What the reader remarks on, in English."""
    findings = Findings("en")
    for one in read(data, changes).remarks:
        findings.say(one.code, one.span, **one.fields)
    return [f"{one.code}: {one.message}" for one in findings.all()]


def act_of(data: bytes, **how) -> Act:
    """The act of a document."""
    return parse(data, name="act.docx", **how)
