"""The records of the term base (``lexicon/terms/base/*.yaml``)."""

from __future__ import annotations

from functools import cache

import msgspec

from lexicon.data import folder, load
from lexicon.terms.collation import alphabet_key
from model import AdistemeError, Lang


class UnknownTermError(AdistemeError):
    """A name under which the term base holds no term."""

    template = (
        'There is no term "%(id)s". Expected one of the names that "adisteme lexicon terms" '
        "prints; add a record to lexicon/terms/base if the notion is missing."
    )


class Definition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a term is defined: a document, and in it an article or a named definition."""

    document: str
    article: str | None = None
    definition: str | None = None


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a notion is called in one language.

    ``short`` is its abbreviation; ``forbidden`` are wrong words for it, ``outdated`` ones that
    were right earlier, ``allowed`` phrases that hold such a word rightly. ``possessed`` (Kazakh)
    and ``gender`` (Russian) tell how the term is inflected and what agrees with it.
    """

    term: str
    short: str | None = None
    possessed: bool | None = None
    gender: str | None = None
    forbidden: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One notion; ``field`` is the file that holds it."""

    id: str
    kk: Wording
    ru: Wording
    defined: Definition | None = None
    field: str = ""

    def of(self, lang: Lang) -> Wording:
        """What it is called in ``lang``."""
        return self.kk if lang == "kk" else self.ru


@cache
def terms() -> dict[str, Term]:
    """Every term by its name, in the order of the files."""
    return {
        record.id: msgspec.structs.replace(record, field=path.stem)
        for path in folder("terms/base")
        for record in load(path, tuple[Term, ...])
    }


def term(name: str) -> Term:
    """The term of that name.

    Raises:
        UnknownTermError: there is none.
    """
    found = terms().get(name)
    if found is None:
        raise UnknownTermError(id=name)
    return found


def in_kazakh_order() -> tuple[Term, ...]:
    """All terms in the order of the Kazakh alphabet, as definitions stand in both texts."""
    return tuple(sorted(terms().values(), key=lambda record: alphabet_key(record.kk.term)))
