"""A form as it stands in an act's appendix, made into a definition like those of the shelf.

What an act prints in one language becomes a definition in that language; the two texts of one
act are joined into both. Nothing is corrected: printed again, the definition says what the act
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from forms.definitions import Block, FormDefinition, Line
from forms.imported_tables import Said, signatures_of, table_of
from lexicon.data import load
from model import Act, AdistemeError, Attachment, Both, Lang, Node
from model.act import Value

_LINE = re.compile("_{3,}")
_SHORT, _LONG = 16, 40  # underscores up to which a line is short, from which it is long
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class AppendixMissingError(AdistemeError):
    """No form of that number is in the act."""

    template = (
        'The act has no form in an appendix "%(number)s"; forms found in appendices: %(found)s. '
        "Name one of these with --appendix."
    )


class FormsDifferError(AdistemeError):
    """Two texts of a form that cannot be laid over each other."""

    template = (
        "The Kazakh and the Russian text of appendix %(number)s differ in their structure at "
        '"%(place)s". Expected: as many lines, rows and cells in each. Compare the two texts or '
        "import one of them alone."
    )


class Marks(Value, frozen=True):
    """``importing.yaml``."""

    appendix: Both
    form: Both
    places: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def marks() -> Marks:
    """The words by which the parts of a form are known.

    Raises:
        WordFileError: ``importing.yaml`` cannot be used.
    """
    return load(Path(__file__).parent / "importing.yaml", Marks)


def forms_of(act: Act) -> dict[str, Attachment]:
    """The forms of an act by the number of their appendix to the methodology, in the act's order.

    An amending act counts its own appendices; then the number is the one that the instruction or
    the form's own header gives.
    """
    told = {one.content: one.target.appendix for one in act.operations if one.target.appendix}
    found: dict[str, Attachment] = {}
    for turn, one in enumerate(act.attachments, 1):
        if one.kind != "methodology":
            number = told.get(one.body) or header_number(one, act.lang) or one.number
            found.setdefault(number or str(turn), one)
    return found


def header_number(form: Attachment, lang: Lang) -> str | None:
    """The number that the header names last: that of the appendix to the methodology."""
    pattern = re.compile(marks().appendix.of(lang), re.IGNORECASE)
    found = [match[1] for match in pattern.finditer(form.header or "")]
    return found[-1] if found else None


def form_of(act: Act, number: str) -> FormDefinition:
    """The form of one appendix, in the language of the act; the other language is left empty.

    Raises:
        AppendixMissingError: the act has no such form; the message lists those it has.
    """
    found = forms_of(act)
    if number not in found:
        raise AppendixMissingError(number=number, found=", ".join(found) or "–")
    return definition(found[number], act, number)


def definition(form: Attachment, act: Act, number: str) -> FormDefinition:
    """The definition that prints this attachment."""
    said = _saying(act.lang)
    year = (act.date or "")[:4] or "undated"
    source = " ".join(filter(None, (act.type, act.date, act.number and f"№ {act.number}")))
    return FormDefinition(
        id=f"form-{number}-{year}",
        edition=year,
        number=number,
        kind="form",
        title=said(form.title or ""),
        source=said(f"{source}, appendix {number}"),
        stamp=tuple(said(line) for line in stamp(form, act.lang)),
        blocks=tuple(block for node in form.body for block in _blocks(node, said)),
    )


def _saying(lang: Lang) -> Said:
    def said(text: str) -> Both:
        words = _LINE.sub(_blank, text.replace("{", "{{").replace("}", "}}"))
        return Both(words, "") if lang == "kk" else Both("", words)

    return said


def _blank(line: re.Match[str]) -> str:
    length = len(line[0])
    if length <= _SHORT:
        return "{blank:short}"
    return "{blank:long}" if length > _LONG else "{blank}"


def stamp(form: Attachment, lang: Lang) -> tuple[str, ...]:
    """The lines of the header after the word "form": who approves it."""
    lines = [line.strip() for line in (form.header or "").split("\n")]
    last = max((n for n, line in enumerate(lines, 1) if _is_form(line, lang)), default=len(lines))
    return tuple(line for line in lines[last:] if line)


def _is_form(line: str, lang: Lang) -> bool:
    return re.fullmatch(marks().form.of(lang), line, re.IGNORECASE) is not None


def _blocks(node: Node, said: Said) -> Iterator[Block]:
    if node.kind == "table":
        if node.rows:
            yield signatures_of(node.rows, said) or table_of(node.rows, said)
    else:
        mark = f"{node.number} " if node.number else ""
        for text in filter(None, (node.heading, node.text)):
            yield Line(said(f"{mark}{text}"))
            mark = ""
    for child in node.children:
        yield from _blocks(child, said)


def joined(kk: FormDefinition, ru: FormDefinition) -> FormDefinition:
    """One definition in both languages.

    Raises:
        FormsDifferError: the two are not built alike; the message names the place.
    """
    laid = _over(msgspec.to_builtins(kk), msgspec.to_builtins(ru), "$", kk.number)
    return msgspec.convert(laid, FormDefinition)


def _over(kk: Any, ru: Any, place: str, number: str) -> Any:  # noqa: ANN401 - plain values of two definitions
    if isinstance(kk, dict) and isinstance(ru, dict) and kk.keys() == ru.keys():
        if kk.keys() == {"kk", "ru"}:
            return {"kk": kk["kk"] or ru["kk"], "ru": ru["ru"] or kk["ru"]}
        return {key: _over(kk[key], ru[key], f"{place}.{key}", number) for key in kk}
    if isinstance(kk, list | tuple) and isinstance(ru, list | tuple) and len(kk) == len(ru):
        pairs = enumerate(zip(kk, ru, strict=True))
        return [_over(one, other, f"{place}[{n}]", number) for n, (one, other) in pairs]
    if isinstance(kk, dict | list | tuple) or isinstance(ru, dict | list | tuple):
        raise FormsDifferError(number=number, place=place)
    return kk


def as_yaml(form: FormDefinition) -> bytes:
    """The definition as a file of the shelf: what is not said is left out."""
    plain = _said(msgspec.to_builtins(form))
    text: str = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def _said(value: Any) -> Any:  # noqa: ANN401 - plain values of a definition
    if isinstance(value, dict):
        words = value.keys() == {"kk", "ru"}
        return {k: _said(v) for k, v in value.items() if words or v not in (None, (), [])}
    if isinstance(value, list | tuple):
        return [_said(one) for one in value]
    return value
