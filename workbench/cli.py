"""The console script: one run from arguments to exit code, without a traceback.

Exit codes: 0 done; 1 done, with findings; 2 wrong use, bad input or a fault of the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from model import AdistemeError
from workbench.commands import adisteme
from workbench.messages import Word, choose, say, say_error, speak
from workbench.reading import reason
from workbench.usage import say_usage

DONE, FINDINGS, REFUSED, INTERRUPTED = 0, 1, 2, 130

FAULT = Word(
    "The program itself failed (%(kind)s: %(detail)s). This is our fault, not yours; nothing was "
    "written. Repeat the command with --debug and send us what it prints, with your input."
)
REFUSED_BY_SYSTEM = Word(
    "The system refused to go on: %(reason)s. Check that there is room and permission, then "
    "repeat the command."
)
STOPPED = Word("Stopped; nothing was written.")


def main() -> None:
    """The console script ``adisteme``."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of one run of ``adisteme`` with these arguments."""
    speak(choose(_given("--ui", arguments), os.environ))
    _write_any_letter()
    try:
        return _invoke(arguments)
    except AdistemeError as refusal:
        _complain(say_error(refusal))
    except click.ClickException as misuse:
        _complain(say_usage(misuse))
    except BrokenPipeError:  # whoever read our output wanted no more of it (| head): no failure
        _abandon_output()
        return DONE
    except OSError as refusal:
        _abandon_output()
        _complain(say(REFUSED_BY_SYSTEM, reason=reason(refusal)))
    except (KeyboardInterrupt, click.Abort):
        _complain(say(STOPPED))
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - no fault of ours may reach the user as a traceback
        _admit(fault, debug="--debug" in arguments)
    return REFUSED


def _invoke(arguments: Sequence[str]) -> int:
    """The command's own exit code.

    Not ``click.main``: that one answers a closed pipe and an interrupt in its own way.
    """
    try:
        with adisteme.make_context("adisteme", list(arguments)) as ctx:
            code = adisteme.invoke(ctx)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return code if isinstance(code, int) else DONE


def _given(name: str, arguments: Sequence[str]) -> str | None:
    """The value of an option wherever it stands, before anything is parsed."""
    for position, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
        if argument == name and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def _write_any_letter() -> None:
    """A terminal without Kazakh letters gets escapes instead of a failure."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _complain(message: str) -> None:
    with suppress(OSError):
        click.echo(f"adisteme: {message}", err=True)


def _admit(fault: Exception, *, debug: bool) -> None:
    if debug:
        import traceback  # noqa: PLC0415 - slow, and hardly ever needed

        traceback.print_exception(fault)
    _complain(say(FAULT, kind=type(fault).__name__, detail=fault))


def _abandon_output() -> None:
    """What could not be written is not tried again when the process ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
