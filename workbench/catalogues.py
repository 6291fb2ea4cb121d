"""The message catalogues: gathered from the code, kept as .po, compiled to .mo.

A message is the template of an error or words for its places, a command's or an option's help,
or a ``Word``. Only click's own and the names in data are listed by hand; a message that has gone
leaves the catalogues.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import click
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

from model import LANGUAGES, AdistemeError, Lang
from model.act import ActType, Role
from parsers import kinds
from workbench.commands import adisteme
from workbench.messages import DOMAIN, LOCALE, REASONS, shaped

ROOMS = ("model", "lexicon", "parsers", "amendments", "review", "forms", "generator", "workbench")
# What click itself says on a help page or about a superfluous argument.
CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "required",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
)
# What a message names in data: the kinds and requisites of an act, the contents of a file.
NAMES = (
    *get_args(ActType),
    *get_args(Role),
    *("type", "issuer", "date", "number", "title"),
    *("methodology", "attachment", "unit"),
    *("pages", "letters"),
    *kinds.names(),
)
_REFUSING = ("Error", "_refusal")  # what a call that makes an error is named
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date: the same messages give the same file
_HEADER: dict[str, Any] = {
    "project": DOMAIN,
    "version": "1",
    "creation_date": _EPOCH,
    "revision_date": _EPOCH,
    "last_translator": "Adisteme contributors",
    "language_team": "Adisteme contributors",
    "msgid_bugs_address": "",
    "header_comment": "# The program's messages; the msgid is the English sentence.",
}

Message = str | tuple[str, str]


def messages() -> dict[Message, str]:
    """Every message of the program, with the module or command that says it."""
    found: dict[Message, str] = dict.fromkeys(CLICK, "click")
    found |= dict.fromkeys(NAMES, "names")
    found |= dict(_templates())
    found |= dict(_helps(adisteme, "adisteme"))
    found |= dict(_words())
    found |= dict(_reasons())
    return found


def _templates() -> Iterator[tuple[str, str]]:
    for module in _modules():
        for thing in vars(module).values():
            if _is_error(thing) and thing.__module__ == module.__name__:
                yield thing.template, f"{thing.__module__}.{thing.__name__}"


def _is_error(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, AdistemeError)


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        for path in sorted((_root() / room).rglob("*.py")):
            parts = path.relative_to(_root()).with_suffix("").parts
            yield import_module(".".join(part for part in parts if part != "__init__"))


def _root() -> Path:
    return Path(__file__).parents[1]


def _helps(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    for spoken in (command, *command.params):
        english = getattr(spoken, "english", None)
        if english:
            yield str(english), path
    for name, inner in getattr(command, "commands", {}).items():
        yield from _helps(inner, f"{path} {name}")


def _words() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Word":
                text = node.args[0]
                if isinstance(text, ast.Constant):
                    yield str(text.value), path.stem


def _reasons() -> Iterator[tuple[str, str]]:
    """Plain words that fill a place of an error: ``SomeError(why="...")``, ``why = "..."``."""
    for room in ROOMS:
        for path in sorted((_root() / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for name, value in _filled(node):
                    if name in REASONS:
                        yield from ((words, path.stem) for words in _words_in(value))


def _filled(node: ast.AST) -> Iterator[tuple[str | None, ast.AST]]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith(_REFUSING):
        yield from ((keyword.arg, keyword.value) for keyword in node.keywords)
        yield from (("why", argument) for argument in node.args)
    if isinstance(node, ast.Assign):
        yield from ((getattr(target, "id", None), node.value) for target in node.targets)


def _words_in(value: ast.AST) -> Iterator[str]:
    """Plain words and the shapes of words with places; nothing for single words and names."""
    match value:
        case ast.Constant(value=str(words)) if " " in words:
            yield words
        case ast.JoinedStr(values=parts):
            told = (part.value if isinstance(part, ast.Constant) else "0" for part in parts)
            shape, _ = shaped("".join(map(str, told)))
            if re.search("[a-z] [a-z]", shape):
                yield shape
        case ast.IfExp(body=first, orelse=second):
            yield from (*_words_in(first), *_words_in(second))
        case ast.BoolOp(values=choices) | ast.Subscript(value=ast.Dict(values=choices)):
            yield from (words for choice in choices for words in _words_in(choice))


def source(lang: Lang) -> Path:
    """The catalogue that people edit."""
    return LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(lang: Lang) -> Catalog:
    """The catalogue as it stands, brought up to the messages of the code."""
    kept = _read(lang)
    fresh = Catalog(locale=lang, fuzzy=False, **_HEADER)
    for message, place in sorted(messages().items(), key=_place):
        old = kept.get(message[0] if isinstance(message, tuple) else message)
        fresh.add(message, old.string if old else "", auto_comments=[place])
    return fresh


def _place(entry: tuple[Message, str]) -> tuple[str, str]:
    return entry[1], str(entry[0])


def _read(lang: Lang) -> Catalog:
    if not source(lang).exists():
        return Catalog(locale=lang)
    with source(lang).open("rb") as stream:
        return pofile.read_po(stream, locale=lang)


def untranslated(lang: Lang) -> list[str]:
    """The messages of the code that have no words in ``lang``."""
    entries = [entry for entry in catalogue(lang) if entry.id]
    return [str(entry.id) for entry in entries if not all(_strings(entry.string))]


def _strings(string: str | Sequence[str] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def written(lang: Lang) -> bytes:
    """The .po file's content."""
    buffer = io.BytesIO()
    pofile.write_po(buffer, catalogue(lang), width=96)
    return buffer.getvalue()


def compiled(lang: Lang) -> bytes:
    """The .mo file's content."""
    buffer = io.BytesIO()
    mofile.write_mo(buffer, catalogue(lang))
    return buffer.getvalue()


def main() -> int:
    """Bring both catalogues up to date and compile them; 1 where words are missing."""
    missing = 0
    for lang in LANGUAGES:
        source(lang).parent.mkdir(parents=True, exist_ok=True)
        source(lang).write_bytes(written(lang))
        source(lang).with_suffix(".mo").write_bytes(compiled(lang))
        for message in untranslated(lang):
            sys.stderr.write(f"{source(lang)}: no translation of {message!r}\n")
            missing = 1
    return missing


if __name__ == "__main__":
    sys.exit(main())
