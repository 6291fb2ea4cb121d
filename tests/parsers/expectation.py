"""Comparing an act with what a careful person reads and counts in its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from model import Act, Attachment, Node

FOLDER = Path(__file__).parents[1] / "fixtures" / "acts"
_PLAIN = (
    "lang", "type", "role", "title", "issuer", "date", "number", "registration", "status",
    "repealed_by", "effective", "amends",
)  # fmt: skip
_COUNTED = {
    "chapters": "chapter", "paragraphs": "paragraph", "clauses": "clause",
    "subclauses": "subclause", "parts": "part", "items": "item",
}  # fmt: skip


def names() -> list[str]:
    return sorted(path.name.removesuffix(".txt") for path in FOLDER.glob("*.txt"))


def source(name: str) -> bytes:
    return (FOLDER / f"{name}.txt").read_bytes()


def expected(name: str) -> dict:
    claims = yaml.safe_load((FOLDER / f"{name}.expected.yaml").read_text(encoding="utf-8"))
    base = claims.get("same_as")
    return (
        {**expected(base.split(".expected")[0].removesuffix(".txt")), **claims} if base else claims
    )


def nodes(tree: tuple[Node, ...]) -> Iterator[Node]:
    for node in tree:
        yield node
        yield from nodes(node.children)


def differences(act: Act, claims: dict) -> list[str]:
    """Every claim that the act does not meet, in words."""
    return [
        *_plain(act, claims),
        *_preamble(act, claims),
        *_signatures(act, claims),
        *_counts("body", act.body, claims.get("body") or {}),
        *_attachments(act, claims),
        *_notes(act, claims),
        *_operations(act, claims),
        *_diagnostics(act, claims),
    ]


def _differs(what: str, found, wanted) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found!r} instead of {wanted!r}"


def _plain(act: Act, claims: dict) -> Iterator[str]:
    values = msgspec.to_builtins(act)
    for key in _PLAIN:
        if key in claims:
            yield from _differs(key, _folded(key, values[key]), _folded(key, claims[key]))


def _folded(key: str, value):
    return value[:1].lower() + value[1:] if key == "issuer" and value else value


def _preamble(act: Act, claims: dict) -> Iterator[str]:
    wanted = claims.get("preamble")
    if wanted is None:
        return
    yield from _differs("enacting", act.preamble and act.preamble.enacting, wanted["enacting"])
    found = [msgspec.to_builtins(one) for one in act.preamble.citations] if act.preamble else []
    yield from _differs("citations", len(found), len(wanted.get("citations", [])))
    for one, claim in zip(found, wanted.get("citations", []), strict=False):
        for key, value in claim.items():
            yield from _differs(f"citation {key}", one[key], value)


def _signatures(act: Act, claims: dict) -> Iterator[str]:
    found = [{"post": one.post, "name": one.name} for one in act.signatures]
    yield from _differs("signatures", found, claims.get("signatures", found))


def _counts(where: str, tree: tuple[Node, ...], claims: dict) -> Iterator[str]:
    everything = list(nodes(tree))
    for key, kind in _COUNTED.items():
        if key in claims:
            found = sum(node.kind == kind for node in everything)
            yield from _differs(f"{where} {key}", found, claims[key])
        by_clause = claims.get(f"{key}_by_clause")
        if by_clause:
            yield from _differs(f"{where} {key} by clause", _by_clause(tree, kind), by_clause)
    if "headings" in claims:
        headings = [node.heading for node in everything if node.kind == "chapter"]
        yield from _differs(f"{where} headings", headings, claims["headings"])


def _by_clause(tree: tuple[Node, ...], kind: str) -> dict[str, int]:
    clauses = [node for node in nodes(tree) if node.kind == "clause"]
    counts = [
        (clause.number, sum(node.kind == kind for node in nodes(clause.children)))
        for clause in clauses
    ]
    return {number: count for number, count in counts if count}


def _attachments(act: Act, claims: dict) -> Iterator[str]:
    wanted = claims.get("attachments")
    if wanted is None:
        return
    found = [(one.kind, one.number) for one in act.attachments]
    yield from _differs("attachments", found, [(one["kind"], one.get("number")) for one in wanted])
    for attachment, claim in zip(act.attachments, wanted, strict=False):
        yield from _attachment(attachment, claim)


def _attachment(attachment: Attachment, claim: dict) -> Iterator[str]:
    where = f"{attachment.kind} {attachment.number}"
    if "title" in claim:
        yield from _differs(f"{where} title", attachment.title, claim["title"])
    if "header" in claim:
        found = " ".join((attachment.header or "").split())
        yield from _differs(f"{where} header", found, " ".join((claim["header"] or "").split()))
    for words in claim.get("header_contains", []):
        if words not in (attachment.header or ""):
            yield f"{where} header: no {words!r}"
    yield from _counts(where, attachment.body, claim)
    tables = [node for node in nodes(attachment.body) if node.kind == "table"]
    if "tables" in claim:
        rows = [len(table.rows) for table in tables]
        yield from _differs(f"{where} tables", rows, [one["rows"] for one in claim["tables"]])
    for table, wanted in zip(tables, claim.get("tables", []), strict=False):
        yield from _merged(where, table, wanted.get("merged_heads") or {})


def _merged(where: str, table: Node, heads: dict) -> Iterator[str]:
    cells = {cell.text: cell for row in table.rows for cell in row}
    for words, spans in heads.items():
        for name, size in spans.items():
            cell = cells.get(words)
            yield from _differs(f"{where} {words} {name}", cell and getattr(cell, name), size)


def _notes(act: Act, claims: dict) -> Iterator[str]:
    if "node_notes" not in claims:
        return
    found = [
        (node.kind, node.number, note.date, note.number)
        for attachment in act.attachments
        for node in nodes(attachment.body)
        for note in node.notes
    ]
    wanted = [
        (*_deepest(one["where"]), one.get("date"), one.get("number"))
        for one in claims["node_notes"]
    ]
    yield from _differs("notes on elements", found, wanted)


def _deepest(where: dict) -> tuple[str, str]:
    return next(
        (key, str(where[key])) for key in ("part", "subclause", "clause", "chapter") if key in where
    )


def _operations(act: Act, claims: dict) -> Iterator[str]:
    wanted = claims.get("operations")
    if wanted is None or claims.get("role") == "repealing":
        return
    found = [(one.action, msgspec.to_builtins(one.target)) for one in act.operations]
    yield from _differs(
        "operations", found, [(one["action"], one.get("target", {})) for one in wanted]
    )
    for operation, claim in zip(act.operations, wanted, strict=False):
        yield from _content(operation, claim)


def _content(operation, claim: dict) -> Iterator[str]:
    where = f"{operation.action} {claim.get('target')}"
    for key in ("old", "new"):
        if key in claim:
            yield from _differs(f"{where} {key}", getattr(operation, key), claim[key])
    if claim.get("content"):
        found = [(node.kind, node.number) for node in operation.content]
        yield from _differs(
            f"{where} content", found, [(one["kind"], one["number"]) for one in claim["content"]]
        )
    if "wording" in claim:
        text = (operation.new or "") + " ".join(
            node.heading or node.text or "" for node in operation.content
        )
        if " ".join(claim["wording"].split()) not in text:
            yield f"{where}: the wording is {text!r}"
    if "content_tables" in claim:
        tables = [len(node.rows) for node in nodes(operation.content) if node.kind == "table"]
        yield from _differs(f"{where} tables", tables, claim["content_tables"])


def _diagnostics(act: Act, claims: dict) -> Iterator[str]:
    codes = [said.code for said in act.diagnostics]
    for claim in claims.get("diagnostics") or []:
        code = claim["code"] if isinstance(claim, dict) else claim
        times = claim.get("times", 1) if isinstance(claim, dict) else 1
        if codes.count(code) < times:
            yield f"diagnostics: {code} {codes.count(code)} times instead of {times}: {claim}"
    if claims.get("clean"):
        said = [f"{one.code}: {one.message}" for one in act.diagnostics if one.severity != "info"]
        yield from _differs("a clean act's warnings", said, [])
    yield from _differs("unaccounted", act.accounting.unaccounted, claims.get("unaccounted", 0))
