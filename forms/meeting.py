"""A calibration session or a meeting of the commission: who came, how they voted, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import ceil
from typing import Any, Literal

import msgspec
import yaml

from forms.definitions import Band
from forms.findings import Finding, finding
from forms.rules import OutOfScaleError, Rules, rules_of
from model import AdistemeError, Both
from model.act import Value

Part = Literal["chair", "member", "secretary"]
Ballot = Literal["for", "against", "abstained"]
EDITIONS = {"calibration": "current", "commission": "commission-2023"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class MeetingFileError(AdistemeError):
    """Data of a meeting that cannot be used."""

    template = (
        "The meeting's data %(file)s cannot be used: %(detail)s. Expected YAML or JSON with kind, "
        "date, number, period, members and items; see docs/forms.md for an example."
    )


class Member(Value, frozen=True):
    """One who takes part; texts are the same in both languages or one for each."""

    name: Both | str
    post: Both | str
    part: Part = "member"
    present: bool = True

    @property
    def key(self) -> str:
        """The name by which votes are given."""
        return self.name if isinstance(self.name, str) else self.name.kk


class Item(Value, frozen=True, kw_only=True):
    """One person's evaluation: the score as set, the correction put to the vote, the votes.

    Without ``corrected`` the vote is on confirming the score. Scores are text: 3.99 is exact.
    """

    person: Both | str
    post: Both | str = ""
    score: str
    corrected: str | None = None
    grounds: Both | str = ""
    recommendation: Both | str = ""
    votes: dict[str, Ballot] = msgspec.field(default_factory=dict)


class Meeting(Value, frozen=True, kw_only=True):
    """A meeting as its data tell it."""

    kind: Literal["calibration", "commission"]
    date: str
    number: str = ""
    place: Both | str = ""
    period: Both | str
    approver: Both | str = ""
    conclusion: Both | str = ""
    members: tuple[Member, ...]
    items: tuple[Item, ...]

    @property
    def rules(self) -> Rules:
        """The rules of the edition that knows such meetings."""
        return rules_of(EDITIONS[self.kind])

    def part(self, part: Part) -> tuple[Member, ...]:
        """Those who take this part."""
        return tuple(one for one in self.members if one.part == part)


class Decided(Value, frozen=True):
    """What was decided on one item.

    ``carried`` is ``None`` where nothing could be decided; then, and where the correction fell,
    ``score`` is the one that was set before. ``casting``: the chair's vote decided a tie.
    """

    item: Item
    counts: Mapping[Ballot, int]
    carried: bool | None
    score: Decimal
    result: Band
    casting: bool = False


class Minutes(Value, frozen=True):
    """A meeting with what follows from it."""

    meeting: Meeting
    decided: tuple[Decided, ...]
    present: int
    total: int
    findings: tuple[Finding, ...] = ()


def load_meeting(data: bytes, file: str) -> Meeting:
    """The meeting that YAML or JSON tells of.

    Raises:
        MeetingFileError: not YAML, or not of the shape; the message names the place.
    """
    try:
        stated = yaml.load(data, _Loader)  # noqa: S506 - a safe loader
        return msgspec.convert(_texts(stated), Meeting)
    except (yaml.YAMLError, msgspec.ValidationError, RecursionError) as error:
        raise MeetingFileError(file=file, detail=" ".join(str(error).split())) from error


def _texts(stated: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Figures and dates as they are written: a score of 4 is the text "4"."""
    if isinstance(stated, dict):
        return {str(key): _texts(value) for key, value in stated.items()}
    if isinstance(stated, list):
        return [_texts(value) for value in stated]
    if stated is None or isinstance(stated, str | bool):
        return stated
    return stated.isoformat() if hasattr(stated, "isoformat") else str(stated)


def minutes(meeting: Meeting, file: str) -> Minutes:
    """The votes counted: quorum, majority of those present, the chair's casting vote.

    Without a quorum nothing is decided: the score stays as it was set.

    The secretary of a commission does not vote and is not counted (clauses 57, 60, 61); at a
    calibration session everybody but a secretary takes part in the vote (clause 41).

    Raises:
        MeetingFileError: a score that is no figure of the scale.
    """
    voters = [one for one in meeting.members if one.part != "secretary"]
    present = [one for one in voters if one.present]
    lacking = tuple(_quorum(meeting.rules, len(present), len(voters)))
    found = [*_twice(meeting), *lacking]
    decided = []
    for turn, item in enumerate(meeting.items, 1):
        found += _votes(meeting, item, turn)
        one = _decided(meeting, item, present, file)
        if lacking:
            one = _undecided(one, meeting, file)
        elif one.carried is None:
            votes = f"{one.counts['for']}:{one.counts['against']}"
            found.append(finding("tied-vote", meeting.rules, item=turn, votes=votes))
        decided.append(one)
    return Minutes(meeting, tuple(decided), len(present), len(voters), tuple(found))


def _twice(meeting: Meeting) -> Iterator[Finding]:
    keys = [one.key for one in meeting.members]
    for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
        yield finding("same-member-twice", meeting.rules, member=key)


def _quorum(rules: Rules, present: int, total: int) -> Iterator[Finding]:
    if rules.vote.quorum is None:
        return
    share = Fraction(int(rules.vote.quorum[0]), int(rules.vote.quorum[1]))
    least = ceil(total * share)
    if present < least or not total:
        yield finding("no-quorum", rules, met=present, total=total, least=least)


def _votes(meeting: Meeting, item: Item, turn: int) -> Iterator[Finding]:
    for one in meeting.members:
        voted = one.key in item.votes
        if one.part == "secretary" and voted:
            yield finding("secretary-voted", meeting.rules, item=turn)
        elif not one.present and voted:
            yield finding("absent-voted", meeting.rules, item=turn, member=one.key)
        elif one.part != "secretary" and one.present and not voted:
            yield finding("votes-missing", meeting.rules, item=turn, member=one.key)
    known = {one.key for one in meeting.members}
    for name in item.votes.keys() - known:
        yield finding("unknown-voter", meeting.rules, item=turn, member=name)


def _decided(meeting: Meeting, item: Item, present: Iterable[Member], file: str) -> Decided:
    ballots = {one.key: item.votes[one.key] for one in present if one.key in item.votes}
    counts: dict[Ballot, int] = {"for": 0, "against": 0, "abstained": 0}
    for ballot in ballots.values():
        counts[ballot] += 1
    carried, casting = _carried(meeting, ballots, counts)
    raised = item.corrected if carried and item.corrected is not None else item.score
    score, result = _score(raised, meeting.rules, file)
    return Decided(item, counts, carried, score, result, casting)


def _undecided(one: Decided, meeting: Meeting, file: str) -> Decided:
    """Without a quorum nothing is decided, however the votes fell."""
    score, result = _score(one.item.score, meeting.rules, file)
    return Decided(one.item, one.counts, None, score, result)


def _carried(
    meeting: Meeting, ballots: Mapping[str, Ballot], counts: Mapping[Ballot, int]
) -> tuple[bool | None, bool]:
    """Whether the majority was for it, and whether the chair's vote decided."""
    if counts["for"] == counts["against"]:
        chair = next((ballots.get(one.key) for one in meeting.part("chair")), None)
        if meeting.rules.vote.casting and chair in {"for", "against"}:
            return chair == "for", True
        return None, False
    return 2 * counts["for"] > sum(counts.values()), False


def _score(given: str, rules: Rules, file: str) -> tuple[Decimal, Band]:
    """The score and its result; what is counted in whole numbers is not rounded to one."""
    try:
        stated = Decimal(given.replace(",", "."))
        score = rules.rounded(stated)
        if rules.rounding.digits or score == stated:
            return score, rules.result(score)
    except (InvalidOperation, OutOfScaleError):
        pass
    raise MeetingFileError(file=file, detail=f'the score "{given}" is not a figure of the scale')
