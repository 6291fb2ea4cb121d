"""A source, whatever it is, to the acts in it, each with its account."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from model import LANGUAGES, Accounting, Act, Dropped, Lang
from model.codec import NotAnActError, from_json
from parsers.card import completed
from parsers.decoding import checked, decode
from parsers.drafts import Desk
from parsers.errors import LanguageNotThereError, NoLettersError, SeveralActsError
from parsers.findings import Findings, Ui
from parsers.foreign import say_title_language, without_other_title
from parsers.formats import Changes, manuscripts_of
from parsers.grammar import read_act
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.manuscript import Manuscript
from parsers.marked import MarkedLedger
from parsers.second import without_second_act
from parsers.texts import OneText, texts_of, texts_of_typed

_JSON = re.compile(r"\s*[{[]")
_WHOLE = re.compile(r"\s*\{.*\}\s*")


class How(msgspec.Struct, frozen=True):
    """How a source is read.

    ``name`` is how messages call it; ``ui`` is the language of the diagnostics (the act's own by
    default); ``lang`` picks the act of a language; ``changes`` says which text of tracked changes
    is read. ``marked`` keeps the fate of every stretch of the source.
    """

    name: str = "-"
    ui: Ui | None = None
    lang: Lang | None = None
    changes: Changes = "accepted"
    marked: bool = False


class Read(msgspec.Struct, frozen=True):
    """An act with the text that its account is drawn over, and the ledger that was kept.

    Both are empty for an act's own JSON: it has no source any more.
    """

    act: Act
    source: str = ""
    ledger: Ledger | None = None


def parse(
    data: bytes | str,
    *,
    name: str = "-",
    ui: Ui | None = None,
    lang: Lang | None = None,
    changes: Changes = "accepted",
) -> Act:
    """The one act in ``data``: text, DOCX, PDF, a saved page, an office file, an act's own JSON.

    ``name`` is how messages call the source, ``ui`` the language of the diagnostics (the act's
    own by default). ``lang`` picks the Kazakh or the Russian text of a source that holds both.
    ``changes`` says whether tracked changes are read as accepted or the original text is.

    Raises:
        SeveralActsError: the source holds both texts and ``lang`` does not say which.
        LanguageNotThereError: the source has no act in ``lang``.
        SourceError: the source as a whole cannot be read; a subclass says why.
        NotAnActError: JSON that is not an act.
    """
    how = How(name=name, ui=ui, lang=lang, changes=changes)
    return only(read_all(data, how), name).act


def parse_all(
    data: bytes | str,
    *,
    name: str = "-",
    ui: Ui | None = None,
    lang: Lang | None = None,
    changes: Changes = "accepted",
) -> tuple[Act, ...]:
    """Every act in ``data``, the Kazakh text first; with ``lang`` those in that language.

    The parameters are those of ``parse``. The account of each act covers the whole source: what
    belongs to the other text is dropped from it as ``other-language``.

    Raises:
        LanguageNotThereError, SourceError, NotAnActError: as ``parse``.
    """
    how = How(name=name, ui=ui, lang=lang, changes=changes)
    return tuple(one.act for one in read_all(data, how))


def read_all(data: bytes | str, how: How) -> tuple[Read, ...]:
    """The acts of ``parse_all`` with their sources and ledgers.

    Raises:
        LanguageNotThereError, SourceError, NotAnActError: as ``parse``.
    """
    manuscripts = manuscripts_of(data, how.name, how.changes)
    if manuscripts is not None:
        return _read_texts(_texts(manuscripts), how)
    typed = decode(data, how.name) if isinstance(data, bytes) else checked(data, how.name)
    if _JSON.match(typed):
        return _read_json(_from_json(typed), how)
    return _read_texts(texts_of_typed(typed), how)


def only(reads: tuple[Read, ...], name: str) -> Read:
    """The one act that was read.

    Raises:
        SeveralActsError: there are more.
    """
    if len(reads) > 1:
        found = ", ".join(one.act.lang for one in reads)
        raise SeveralActsError(name=name, count=len(reads), found=found)
    return reads[0]


def _texts(manuscripts: tuple[Manuscript, ...]) -> tuple[OneText, ...]:
    """The texts, Kazakh first; a reader that tells the languages itself gives several."""
    if len(manuscripts) == 1:
        return texts_of(manuscripts[0])
    known = ((language_of(one.text), one) for one in manuscripts)
    texts = [OneText(lang, one) for lang, one in known if lang]
    return tuple(sorted(texts, key=lambda text: LANGUAGES.index(text.lang)))


def _read_texts(texts: tuple[OneText, ...], how: How) -> tuple[Read, ...]:
    if not texts:
        raise NoLettersError(name=how.name)
    _refuse_absent([text.lang for text in texts], how)
    return tuple(_read(text, how) for text in texts if how.lang in {None, text.lang})


def _read_json(acts: list[Act], how: How) -> tuple[Read, ...]:
    _refuse_absent([act.lang for act in acts], how)
    return tuple(Read(act) for act in acts if how.lang in {None, act.lang})


def _refuse_absent(found: list[Lang], how: How) -> None:
    if how.lang is not None and how.lang not in found:
        raise LanguageNotThereError(name=how.name, asked=how.lang, found=", ".join(found))


def _from_json(typed: str) -> list[Act]:
    """The act, or the acts of several lines, as ``adisteme parse`` prints two of them."""
    try:
        return [from_json(typed)]
    except NotAnActError:
        lines = [line for line in typed.splitlines() if line.strip()]
        if len(lines) < 2 or not all(map(_WHOLE.fullmatch, lines)):  # noqa: PLR2004 - several acts
            raise
        return [from_json(line) for line in lines]


def _read(text: OneText, how: How) -> Read:
    """One text to its act, its account and what is odd in it."""
    manuscript = text.manuscript
    ledger = MarkedLedger(manuscript.text) if how.marked else Ledger(manuscript.text)
    desk = Desk(text.lang, ledger, Findings(how.ui or text.lang))
    blocks = without_other_title(without_second_act(manuscript.blocks(desk), desk), desk)
    for remark in manuscript.remarks:
        desk.findings.say(remark.code, remark.span, **remark.fields)
    act = completed(read_act(blocks, desk), manuscript.card)
    say_title_language(act, manuscript.text, desk.findings)
    account = _with_dropped(ledger.account(), manuscript.dropped)
    act = replace(act, diagnostics=desk.findings.all(), accounting=account)
    return Read(act, manuscript.text, ledger)


def _with_dropped(account: Accounting, dropped: tuple[Dropped, ...]) -> Accounting:
    """The account with what the source had beside its text."""
    letters = sum(len("".join(one.text.split())) for one in dropped)
    return replace(account, source=account.source + letters, dropped=(*account.dropped, *dropped))
