"""A reader of tracked changes that shares nothing with their writer: raw XML, both ways."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def accepted(data):
    """What stands after all changes are accepted: paragraphs as text, tables as lists of rows."""
    return _flow(part(data, "word/document.xml").find(f"{W}body"), gone="del", come="ins")


def rejected(data):
    """What stands after all changes are rejected."""
    return _flow(part(data, "word/document.xml").find(f"{W}body"), gone="ins", come="del")


def _flow(holder, gone, come):
    """Blocks of a body or a cell; a mark that is gone lets a paragraph run into the next."""
    out, pending = [], None
    for child in holder:
        if child.tag == f"{W}p":
            text = (pending or "") + _text(child, gone)
            if child.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
                pending = text
            else:
                out.append(text)
                pending = None
        elif child.tag == f"{W}tbl":
            assert not pending, f"words run into a table: {pending!r}"
            rows = [
                [_flow(cell, gone, come) for cell in row.findall(f"{W}tc")]
                for row in child.findall(f"{W}tr")
                if row.find(f"{W}trPr/{W}{gone}") is None
            ]
            if rows:
                assert not (out and isinstance(out[-1], list)), "two tables meet"
                out.append(rows)
    assert not pending, f"the last paragraph is gone, its words are not: {pending!r}"
    return out


def _text(paragraph, gone):
    kept = []
    for piece in paragraph.iter(f"{W}t", f"{W}delText", f"{W}br", f"{W}tab"):
        inside = {one.tag for one in piece.iterancestors() if one.tag in {f"{W}ins", f"{W}del"}}
        assert (piece.tag == f"{W}delText") <= (f"{W}del" in inside)
        assert not (piece.tag == f"{W}t" and f"{W}del" in inside), "deleted words as plain text"
        if f"{W}{gone}" not in inside and piece.getparent().tag == f"{W}r":
            words = {f"{W}br": "\n", f"{W}tab": "\t"}
            kept.append(words.get(piece.tag, piece.text or ""))
    return "".join(kept)


def plain(data):
    """The blocks of a document without changes."""
    return accepted(data)


def without_blanks(blocks):
    """The blocks that a person sees: the white lines around tables left out."""
    return [block for block in blocks if block != ""]


def words_of(comment):
    """The text of one comment."""
    return "".join(
        "\n" if piece.tag == f"{W}br" else piece.text or ""
        for piece in comment.iter(f"{W}t", f"{W}br")
    )


def comments(data):
    """The texts of the comments by their numbers; empty where the file has none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/comments.xml" not in archive.namelist():
            return {}
    found = part(data, "word/comments.xml").findall(f"{W}comment")
    return {one.get(f"{W}id"): words_of(one) for one in found}
