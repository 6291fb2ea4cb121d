"""Word's XML: the only place that touches it. Knows paragraphs and tables, not law."""

from generator.docx.errors import TableTooWideError, TemplateUnsoundError
from generator.docx.frame import fill
from generator.docx.grid import columns_of
from generator.docx.manuscript import Manuscript
from generator.docx.properties import Properties
from generator.docx.soundness import check_sound, read_template
from generator.docx.styles import dress

__all__ = [
    "Manuscript",
    "Properties",
    "TableTooWideError",
    "TemplateUnsoundError",
    "check_sound",
    "columns_of",
    "dress",
    "fill",
    "read_template",
]
