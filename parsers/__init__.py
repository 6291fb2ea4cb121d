"""From a source to lines, from lines to the act."""

from parsers.reading import parse
from parsers.show import as_text, outline

__all__ = ["as_text", "outline", "parse"]
