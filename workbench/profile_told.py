"""The profile that one or two texts of an act tell, written as the YAML a department completes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
import yaml

from generator.telling import ROLES, Told
from model import LANGUAGES, AmendedAct
from workbench.messages import Word, say

UNTOLD = Word("not told by the text")
Tree = dict[str, Any]


class Draft(msgspec.Struct, frozen=True):
    """A profile to be completed: its YAML, and the key paths that the texts do not tell.

    ``differing`` are the keys on which the Kazakh and the Russian text do not agree.
    """

    text: str
    missing: tuple[str, ...]
    differing: tuple[str, ...]


def drafted(told: Sequence[Told], name: str, *, following: bool = False) -> Draft:
    """The profile of the agency whose act ``told`` is, one text or both; ``name`` is its id.

    With ``following`` it is meant for the agency's next act: without date and number, and the act
    itself is what the next one repeals.
    """
    joining = _Joining(told)
    tree = joining.tree(name, following=following)
    text = "".join(f"{line}\n" for line in _lines(tree, ""))
    return Draft(text, tuple(_missing(tree, "")), tuple(joining.differing))


class _Joining:
    """One text, or the Kazakh and the Russian one, joined key by key."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._by_lang = {one.lang: one for one in told}
        self.differing: list[str] = []

    def tree(self, name: str, *, following: bool) -> Tree:
        """The profile as plain data, in the order in which it is written."""
        return {
            "id": name,
            "kind": self._agreed("kind", lambda one: one.kind) or "",
            "issuer": self._both(lambda one: one.issuer),
            "institution": self._both(lambda one: one.institution),
            "roles": self._each(ROLES, lambda one, role: one.roles.get(role)),
            **self._terms(),
            "signatory": {
                "post": self._both(lambda one: one.post),
                "name": self._both(lambda one: one.name),
            },
            **(self._following() if following else self._present()),
            "options": self._options(),
        }

    def _both(self, value: Callable[[Told], str | None]) -> Tree:
        """The words in both languages; empty where a text does not tell them."""
        said = {lang: value(one) for lang, one in self._by_lang.items()}
        return {lang: said.get(lang) or "" for lang in LANGUAGES}

    def _each(self, keys: Iterable[str], value: Callable[[Told, str], str | None]) -> Tree:
        return {key: self._both(lambda one, key=key: value(one, key)) for key in keys}  # type: ignore[misc]  # bound at once

    def _agreed(self, key: str, value: Callable[[Told], Any]) -> Any:  # noqa: ANN401 - plain data
        """What the texts that tell it agree on; ``None`` where they do not, or none tells it."""
        known = [found for one in self._told if (found := value(one)) is not None]
        if any(found != known[0] for found in known):
            self.differing.append(key)
            return None
        return known[0] if known else None

    def _terms(self) -> Tree:
        """The terms, if any; a role that one text has no short name for stands there in full."""
        names = dict.fromkeys(term for one in self._told for term in one.terms)
        terms = self._each(names, lambda one, term: one.terms.get(term) or one.roles.get(term))
        return {"terms": terms} if terms else {}

    def _stamp(self) -> Tree:
        date = self._agreed("act.date", lambda one: one.date)
        number = self._agreed("act.number", lambda one: one.number)
        return {"date": date or "", "number": number or ""}

    def _following(self) -> Tree:
        """The next act has no date and number yet, and repeals this one."""
        return {"repeals": [{**self._stamp(), "title": self._both(lambda one: one.title)}]}

    def _present(self) -> Tree:
        stamp = self._stamp()
        own = {"act": stamp} if all(stamp.values()) else {}
        return {**own, "repeals": list(_earlier(self._told))}

    def _options(self) -> Tree:
        names = dict.fromkeys(option for one in self._told for option in one.options)
        chosen = {
            name: self._agreed(f"options.{name}", lambda one, name=name: one.options.get(name))  # type: ignore[misc]  # bound at once
            for name in names
        }
        return {name: value for name, value in chosen.items() if value is not None}


def _earlier(told: Sequence[Told]) -> Iterator[Tree]:
    """The acts that are repealed, each with its title in both languages."""
    keys = dict.fromkeys((act.date, act.number) for one in told for act in one.repeals)
    for date, number in keys:
        titles = {one.lang: _title(one.repeals, date, number) for one in told}
        title = {lang: titles.get(lang, "") for lang in LANGUAGES}
        yield {"date": date or "", "number": number or "", "title": title}


def _title(acts: Sequence[AmendedAct], date: str | None, number: str | None) -> str:
    fitting = (act.title for act in acts if (act.date, act.number) == (date, number))
    return next(fitting, None) or ""


def _lines(tree: Tree, indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:"
            for entry in value:
                first, *others = _lines(entry, f"{indent}    ")
                yield f"{indent}  - {first.strip()}"
                yield from others
        else:
            untold = f"  # {say(UNTOLD)}" if value == "" else ""
            yield f"{indent}{key}: {_scalar(value)}{untold}"


def _scalar(value: object) -> str:
    """A value as YAML writes it in one line."""
    dumped = yaml.safe_dump(value, allow_unicode=True, width=float("inf"))
    return str(dumped).removesuffix("\n").removesuffix("\n...")


def _missing(value: object, path: str) -> Iterator[str]:
    """The key paths of everything that is still to be written."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _missing(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for place, entry in enumerate(value):
            yield from _missing(entry, f"{path}.{place}")
    elif value == "":
        yield path
