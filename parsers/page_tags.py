"""Tags of a page by what they do to its lines."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr",
    "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "tbody", "tfoot",
    "thead", "ul",
}  # fmt: skip
CELLS = frozenset({"td", "th"})
TABLES = CELLS | {"table", "tr"}
BREAKING = BLOCKS | TABLES | {"br"}
