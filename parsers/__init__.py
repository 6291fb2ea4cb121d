"""From a source to lines, from lines to the act."""
