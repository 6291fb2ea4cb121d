"""Many people's forms in one run: who can be written, which files that gives, what was found."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from model import AdistemeError, Lang
from workbench.messages import spoken
from workbench.reading import STANDARD
from workbench.writing import write_output

if TYPE_CHECKING:
    from forms.definitions import FormDefinition
    from forms.findings import Finding
    from forms.reckoning import Reckoned

_OTHERS_MAY_NOT, _OWNER_ONLY = 0o077, 0o600
_UNSAFE = re.compile(r"[^\w-]+")


class NobodyToWriteError(AdistemeError):
    """Every row of the data is faulty, or there is none."""

    template = (
        'No form can be filled from "%(file)s": rows read: %(rows)s, all of them with errors or '
        "none at all. Expected: at least one row without errors. Correct the cells named above."
    )


class People(msgspec.Struct, frozen=True):
    """Whose forms can be written, what was found by the person's code, how many were read."""

    good: tuple[Reckoned, ...]
    findings: tuple[tuple[str, Finding], ...]
    read: int

    @property
    def faulty(self) -> bool:
        """Whether somebody was left out."""
        return any(one.severity == "error" for _, one in self.findings)


def people_of(form: FormDefinition, data: bytes, file: str) -> People:
    """The people of a data file with their figures; those with errors are left out, and told.

    Raises:
        DataFileError, ColumnMissingError: the file is no data file of this form.
    """
    from forms.findings import stops  # noqa: PLC0415 - the words of the forms are read when needed
    from forms.reckoning import reckon  # noqa: PLC0415 - see above
    from forms.records import checked, namesakes, records  # noqa: PLC0415 - see above

    good: list[Reckoned] = []
    found: list[tuple[str, Finding]] = []
    listed = records(form, data, file)
    for record in listed:
        own = (*record.findings, *checked(record))
        if not stops(own):
            done = reckon(form, record)
            own = (*own, *done.findings)
            if not stops(own):
                good.append(done)
        found += [(record.code, one) for one in own]
    found += [(record.code, one) for record, one in namesakes(listed)]
    return People(tuple(good), tuple(found), len(listed))


def told(people: People) -> Iterator[str]:
    """What was found, a line each, in the user's language; what is merely worth knowing is not."""
    from forms.findings import worded  # noqa: PLC0415 - see above

    for code, one in people.findings:
        if one.severity != "info":
            yield f"{code}: {worded(one, spoken())}"


class Package(Mapping[str, bytes]):
    """Files that are made when they are written: a run of five hundred holds one at a time."""

    def __init__(self, makers: Mapping[str, Callable[[], bytes]], done: Callable[[], None]) -> None:
        self._makers, self._done = makers, done

    def __getitem__(self, name: str) -> bytes:
        content = self._makers[name]()
        self._done()
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def file_names(form_id: str, codes: Sequence[str]) -> tuple[str, ...]:
    """A file name for each code, safe on every system, no two alike."""
    names: list[str] = []
    for turn, code in enumerate(codes, 1):
        plain = f"{form_id}.{_UNSAFE.sub('-', code).strip('-') or turn}"
        taken = {name.casefold() for name in names}
        names.append(f"{plain}.{turn}" if plain.casefold() in taken else plain)
    return tuple(names)


@contextmanager
def confidential() -> Iterator[None]:
    """What is written meanwhile is its owner's alone (mode 0600): clause 15 of the methodology."""
    before = os.umask(_OTHERS_MAY_NOT)
    try:
        yield
    finally:
        os.umask(before)


def write_confidential(content: bytes, name: str) -> None:
    """The content to a file of its owner alone, even where an open one stood; ``-`` as ever.

    Raises:
        OutputIsFolderError, CannotWriteError: the file cannot be made.
    """
    place = Path(name)
    if name != STANDARD and place.is_file() and os.access(place, os.W_OK):
        place.chmod(_OWNER_ONLY)  # a file that is replaced hands its mode on
    with confidential():
        write_output(content, name)


def makers(
    form: FormDefinition, people: People, languages: Sequence[Lang], write: _Write, *, joined: bool
) -> dict[str, Callable[[], bytes]]:
    """How each file is made, by its name: one per person and language, or one per language."""
    if joined:
        return {f"{form.id}.{lang}.docx": _maker(write, people.good, lang) for lang in languages}
    names = file_names(form.id, [one.record.code for one in people.good])
    return {
        f"{name}.{lang}.docx": _maker(write, (one,), lang)
        for name, one in zip(names, people.good, strict=True)
        for lang in languages
    }


_Write = Callable[[Sequence["Reckoned"], Lang], bytes]


def _maker(write: _Write, people: Sequence[Reckoned], lang: Lang) -> Callable[[], bytes]:
    return lambda: write(people, lang)
