"""The rules as data (``rules.yaml``): what each demands, since when, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from lexicon.data import load
from lexicon.patterns import pattern_of
from lexicon.slots import slot_type
from lexicon.template import Slot, render_template
from model import Act, AdistemeError, Lang
from model.act import ActType, Severity, Value

Ui = Literal["kk", "ru", "en"]
LAW = "legal-acts"  # the law that a rule enforces unless it names another
FILE = Path(__file__).parent / "rules.yaml"


class UnknownRuleError(AdistemeError):
    """A rule is switched that does not exist."""

    template = 'There is no rule "%(met)s". Expected one of: %(expected)s. Check the name.'


class Words(Value, frozen=True):
    """The same words in the three languages of messages."""

    kk: str
    ru: str
    en: str

    def of(self, ui: Ui) -> str:
        """The words in ``ui``."""
        return str(getattr(self, ui))


class Rule(Value, frozen=True):
    """One rule: the article of its law, the date from which it holds, its words.

    ``says`` has a sentence for each way in which the rule can be broken.
    """

    article: str
    since: str
    severity: Severity
    switch: bool
    about: Words
    says: dict[str, Words]
    law: str = LAW

    def holds_for(self, act: Act) -> bool:
        """Whether the act is to be measured by the rule; an act without a date is a draft."""
        return act.date is None or act.date >= self.since


class Phrases(Value, frozen=True):
    """Phrases that a rule recognises, by language, in the notation of ``lexicon.patterns``."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]

    def of(self, lang: Lang) -> tuple[str, ...]:
        """The phrases in ``lang``."""
        return self.kk if lang == "kk" else self.ru


class Body(Value, frozen=True):
    """A kind of body: by which words its name is known and which acts it issues."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]
    issues: tuple[ActType, ...]


class RuleFile(Value, frozen=True):
    """``rules.yaml``."""

    laws: dict[str, Words]
    act: Words
    terms: dict[str, Words]
    alphabet: tuple[str, ...]
    marks: tuple[str, ...]
    sounds: dict[str, str]
    reads: dict[str, Phrases]
    bodies: dict[str, Body]
    rules: dict[str, Rule]


@cache
def rule_file() -> RuleFile:
    """The whole file, read once."""
    return load(FILE, RuleFile)


def catalogue() -> Mapping[str, Rule]:
    """Every rule by its id, in the order of the file."""
    return rule_file().rules


def switched_on(switches: Mapping[str, bool]) -> Mapping[str, Rule]:
    """The rules that are on: by the file, unless ``switches`` says otherwise.

    Raises:
        UnknownRuleError: ``switches`` names a rule that does not exist.
    """
    for name in switches:
        if name not in catalogue():
            raise UnknownRuleError(met=name, expected=", ".join(catalogue()))
    return {name: rule for name, rule in catalogue().items() if switches.get(name, rule.switch)}


def cited(article: str, ui: Ui, law: str = LAW) -> str:
    """The article as it is cited: "статья 23 Закона …"."""
    return render_template(rule_file().laws[law].of(ui), lambda _slot: article)


def terms(names: Iterable[str], ui: Ui) -> list[str]:
    """Terms of the word file in the reader's language."""
    return [rule_file().terms[name].of(ui) for name in names]


@cache
def phrase(name: str, lang: Lang) -> re.Pattern[str]:
    """A pattern for any of the phrases of one name; to be used on folded text."""
    return compiled(rule_file().reads[name].of(lang), lang)


@cache
def compiled(phrases: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    """A pattern for any of ``phrases``; a place of theirs is a group of its name."""

    def place(slot: Slot) -> str:
        return f"(?P<{slot.name}>{slot_type(slot).pattern(lang)})"

    either = "|".join(pattern_of(words, place) for words in phrases)
    return re.compile(rf"(?<!\w)(?:{either})", re.IGNORECASE)
