"""From a source to lines, from lines to the act."""

from parsers.reading import parse
from parsers.show import outline

__all__ = ["outline", "parse"]
