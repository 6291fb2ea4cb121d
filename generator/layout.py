"""How a finished document looks, as data: the page, the letter, every named style.

The values are in ``layout.yaml`` beside this module; a department overrides any of them in a
file of its own. Custom of the departments, not law, except where the law is silent on purpose:
nothing here may be underlined (law "On legal acts", article 24).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml

from lexicon.template import Slot, TemplateError, parse_template
from model import LANGUAGES, AdistemeError, Both, Lang

_SHIPPED = Path(__file__).with_name("layout.yaml")
_MOST_BYTES = 256 * 1024  # the shipped file has four thousand; more is not a layout
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Millimetres = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Centimetres = Annotated[float, msgspec.Meta(ge=0, le=50)]
Points = Annotated[float, msgspec.Meta(ge=0, le=200)]
Size = Annotated[float, msgspec.Meta(ge=4, le=72)]
FontName = Annotated[str, msgspec.Meta(pattern=r"^[\w .\-]{1,64}$")]
LanguageTag = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class LayoutError(AdistemeError):
    """A layout file that cannot be used."""

    template = (
        "The layout file %(file)s cannot be used: %(problem)s. Compare it with the layout.yaml "
        "that comes with the program: only keys that stand there, with values of the same kind."
    )


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the layout's values: immutable, no key that we do not know."""


class Page(_Data, frozen=True):
    """The sheet and its margins; the left margin is the binding edge."""

    width_mm: Millimetres
    height_mm: Millimetres
    left_mm: Millimetres
    right_mm: Millimetres
    top_mm: Millimetres
    bottom_mm: Millimetres
    header_mm: Millimetres
    footer_mm: Millimetres


class Style(_Data, frozen=True):
    """One named style; ``outline`` is the level in Word's navigation pane, None for none."""

    size_pt: Size = 14
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "right", "justify"] = "justify"
    first_line_cm: Centimetres = 0
    left_cm: Centimetres = 0
    before_pt: Points = 0
    after_pt: Points = 0
    line_spacing: Annotated[float, msgspec.Meta(ge=0.5, le=4)] = 1.0
    keep_with_next: bool = False
    keep_lines: bool = False
    outline: Annotated[int, msgspec.Meta(ge=1, le=9)] | None = None


class Tables(_Data, frozen=True):
    """Tables: from how many columns a page is turned, the ruling, the white space in a cell."""

    wide_columns: Annotated[int, msgspec.Meta(ge=1, le=63)]
    border_pt: Annotated[float, msgspec.Meta(ge=0.25, le=6)]
    cell_side_mm: Millimetres
    cell_top_mm: Millimetres


class SignatureRow(_Data, frozen=True):
    """The signature row: the share of the line that the post takes."""

    post_percent: Annotated[int, msgspec.Meta(ge=20, le=80)]


class Words(_Data, frozen=True):
    """The line under the title where the act does not bring its own; blank in a draft."""

    requisites: Both
    requisites_blank: Both


class Layout(_Data, frozen=True):
    """Everything about the looks of a document that a department may want otherwise."""

    page: Page
    font: FontName
    languages: dict[Lang, LanguageTag]
    tables: Tables
    signature: SignatureRow
    words: Words
    styles: dict[str, Style]


@lru_cache(maxsize=1)
def shipped_layout() -> Layout:
    """The layout that comes with the program."""
    return msgspec.convert(_read(_SHIPPED), Layout)


def load_layout(path: Path) -> Layout:
    """The layout of ``path``; what the file does not mention is as in the shipped one.

    Raises:
        LayoutError: no such file, not YAML, an unknown key or style, a value of another kind
            or out of bounds, margins that leave no room for text.
    """
    try:
        layout = msgspec.convert(_over(_read(_SHIPPED), _read(path)), Layout)
    except msgspec.ValidationError as error:
        raise LayoutError(file=path, problem=str(error)) from error
    problem = _contradiction(layout)
    if problem:
        raise LayoutError(file=path, problem=problem)
    return layout


def _read(path: Path) -> Any:  # noqa: ANN401  # what a file holds is known only after conversion
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise LayoutError(file=path, problem=f"it is larger than {_MOST_BYTES} bytes")
        return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506  # a safe loader
    except (OSError, yaml.YAMLError, RecursionError) as error:
        raise LayoutError(file=path, problem=_in_one_line(error)) from error


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _over(base: Any, change: Any) -> Any:  # noqa: ANN401  # plain YAML values, checked afterwards
    """``base`` with the keys of ``change`` laid over it, level by level."""
    if change is None:
        return base
    if not (isinstance(base, dict) and isinstance(change, dict)):
        return change
    return base | {key: _over(base.get(key), value) for key, value in change.items()}


def _contradiction(layout: Layout) -> str | None:
    """What the types cannot see, or None where all is well."""
    unknown = ", ".join(sorted(set(layout.styles) - set(shipped_layout().styles)))
    problem = f'no style is named "{unknown}" - at `$.styles`' if unknown else None
    return problem or _words(layout.words) or _margins(layout.page)


def _words(words: Words) -> str | None:
    for lang in LANGUAGES:
        try:
            pieces = parse_template(words.requisites.of(lang))
        except TemplateError as error:
            return f"{error} - at `$.words.requisites.{lang}`"
        named = {piece.name for piece in pieces if isinstance(piece, Slot)}
        said = ", ".join(sorted(named - {"date", "number"}))
        problem = f'only {{date}} and {{number}} are known, not "{said}" - at `$.words.requisites`'
        if said:
            return problem
    return None


def _margins(page: Page) -> str | None:
    least = 50  # millimetres of text, below which no form of ours can be read
    problem = None
    if page.height_mm - page.top_mm - page.bottom_mm < least:
        problem = "the margins leave no room for the page's text - at `$.page`"
    if page.width_mm - page.left_mm - page.right_mm < least:
        problem = "the margins leave no room for the lines - at `$.page`"
    return problem
