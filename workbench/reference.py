"""The reference of the commands as a page of documentation, made from the commands themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from workbench.commands import adisteme
from workbench.spoken import form_of

HEADER = """\
# Commands

Made from the program itself by `python3 tasks.py docs`; a stale page fails the tests.

Every command takes `--ui kk|ru|en` (the language of help and messages; without it, that of the
locale), `--debug` (when the program itself fails, show where) and `--help`.

| exit code | meaning |
|---|---|
| 0 | done; warnings on standard error do not count |
| 1 | done, with findings: a source or draft has errors, or characters not accounted for |
| 2 | wrong use, bad input, a place that cannot be written, or a fault of the program |
| 130 | stopped by the interrupt key |

With exit code 2 nothing is written: files are written beside their places and renamed, a folder
of files is all or nothing. A file name `-` is standard input or standard output.
"""
_COMMON = {"ui", "debug", "help"}


def page() -> str:
    """The whole page."""
    return "\n".join([HEADER, *_sections(adisteme, "adisteme")])


def _sections(command: click.Command, path: str) -> Iterator[str]:
    yield _section(command, path)
    inner = command.commands if isinstance(command, click.Group) else {}
    for name in sorted(inner):
        yield from _sections(inner[name], f"{path} {name}")


def _section(command: click.Command, path: str) -> str:
    usage = " ".join([path, *_usage(command)])
    options = [_option(param) for param in command.params if _own(param)]
    words, _, paste = str(getattr(command, "english", "")).rpartition("\n\n")
    parts = [f"## {path}\n", f"```\n{usage}\n```\n", f"{words}\n"]
    parts += ["\n".join(options) + "\n"] if options else []
    return "\n".join([*parts, f"```\n{paste}\n```\n"])


def _usage(command: click.Command) -> Iterator[str]:
    yield "[OPTIONS]"
    if isinstance(command, click.Group):
        yield "COMMAND [ARGS]..."
    for param in command.params:
        if isinstance(param, click.Argument):
            yield form_of(param)


def _own(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and param.name not in _COMMON


def _option(param: click.Parameter) -> str:
    names = ", ".join(param.opts)
    metavar = "" if getattr(param, "is_flag", False) else f" {form_of(param)}"
    return f"- `{names}{metavar}` {getattr(param, 'english', '') or ''}"


def main(target: str) -> None:
    """Write the page to a file."""
    Path(target).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
