"""From a source to lines, from lines to the act."""

from parsers.align import align
from parsers.reading import parse, parse_all
from parsers.show import as_text, outline

__all__ = ["align", "as_text", "outline", "parse", "parse_all"]
