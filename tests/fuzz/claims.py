"""What holds of every source, whatever was done to it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import adisteme
from model import Act
from model.codec import from_json, to_json

SECONDS = 20  # no damage to a small act makes its reading take longer


class TooSlow(BaseException):
    """Reading takes longer than it may; no part of the program can catch this by mistake."""


def check(data: bytes) -> tuple[Act, ...]:
    """The acts in ``data``, if any, with all claims checked; refusals by name are in order."""
    started = time.process_time()
    with bounded(SECONDS):
        acts, refusal = _read(data)
    assert acts or refusal.strip()
    assert time.process_time() - started < SECONDS
    for act in acts:
        check_account(act)
        assert from_json(to_json(act)) == act
    return acts


def _read(data: bytes) -> tuple[tuple[Act, ...], str]:
    """The acts, or why there are none."""
    try:
        return adisteme.parse_all(data), ""
    except adisteme.AdistemeError as error:
        return (), str(error)


def check_account(act: Act) -> None:
    """Every character of the source is kept, a marker, or dropped for a named reason."""
    account = act.accounting
    dropped = sum(len("".join(one.text.split())) for one in account.dropped)
    assert account.unaccounted == 0
    assert account.source == account.kept + account.markers + dropped


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Stop what runs too long, where the system can; patterns of ``re`` are stopped too."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_signal: int, _frame: object) -> None:
    raise TooSlow
