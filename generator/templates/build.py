"""Makes ``decision.docx``, the frame that comes with the program, from the shipped layout.

Run ``python -m generator.templates.build`` after a change of ``layout.yaml``.
"""

from __future__ import annotations

import io
from pathlib import Path

import docx

from generator.docx import dress
from generator.docx.archive import repack
from generator.docx.blank import blank_document
from generator.docx.properties import Properties, describe
from generator.layout import shipped_layout

FRAME = Path(__file__).with_name("decision.docx")
_TEXT = (
    ("{{ title }}", "ActTitle"),
    ("{{ requisites }}", "Requisites"),
    ("{{ notes }}", "Note"),
    ("{{ preamble }}", "Preamble"),
    ("{{ body }}", "Clause"),
    ("{{ signatures }}", "Signature"),
)


def build() -> bytes:
    """The bytes of the frame; the same layout gives the same bytes."""
    document = docx.Document(io.BytesIO(blank_document()))
    layout = shipped_layout()
    dress(document, layout)
    for text, style in _TEXT:
        document.add_paragraph(text, style)
    describe(document, Properties(language=layout.languages["kk"]))
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


if __name__ == "__main__":
    FRAME.write_bytes(build())
