"""Commands whose help is said in the user's language, with the options that all of them have."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import click

from workbench.messages import UIS, Word, say

Function = Callable[..., Any]

HELP_HELP = Word("Show this help and stop.")
UI_HELP = Word("Language of help and messages; without it, that of the locale.")
DEBUG_HELP = Word("When the program itself fails, show where.")
NOT_ONE_OF = Word('"%(met)s" is not known here. Expected: %(expected)s.')


class OneOf(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.2
    """One of a few words."""

    name = "word"

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click passes ctx since 8.2
        """The words with a bar between."""
        return "|".join(self.allowed)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """The word itself."""
        if value not in self.allowed:
            expected = ", ".join(self.allowed)
            self.fail(say(NOT_ONE_OF, met=value, expected=expected), param, ctx)
        return value


class Figure(OneOf):
    """A whole number from the first to the last."""

    name = "figure"

    def __init__(self, first: int, last: int) -> None:
        super().__init__(f"{first}–{last}")
        self.figures = range(first, last + 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """The number."""
        if str(value) in map(str, self.figures):
            return int(value)
        return super().convert(value, param, ctx)


class SomeOf(OneOf):
    """A few words with commas between, each once, in the order of the list allowed."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click passes ctx since 8.2
        """The words with a comma between."""
        return ",".join(self.allowed)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """The words as a tuple; a tuple is left as it is."""
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in value.split(",")]
        chosen = {OneOf.convert(self, word, param, ctx) for word in words}
        return tuple(word for word in self.allowed if word in chosen)


class Option(click.Option):
    """An option whose help is translated when it is shown; ``english`` is the message id."""

    english: str | None

    def _set_help(self, english: str | None) -> None:
        self.english = english

    def _get_help(self) -> str | None:
        return say(self.english) if self.english else None

    help = property(_get_help, _set_help, doc="The help in the language of this run.")


class Command(click.Command):
    """A command whose help is its function's docstring, translated when it is shown."""

    english: str | None

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - click's own signature
        settings |= {"context_settings": {"max_content_width": 100}, "add_help_option": False}
        super().__init__(*args, **settings)
        self.params += common_options()

    def _set_help(self, english: str | None) -> None:
        self.english = inspect.cleandoc(english) if english else None

    def _get_help(self) -> str | None:
        return say(self.english) if self.english else None

    help = property(_get_help, _set_help, doc="The help in the language of this run.")


class UnknownCommandError(click.UsageError):
    """A command that a group does not have; ``met`` is what was typed."""

    def __init__(self, met: str, ctx: click.Context) -> None:
        super().__init__(met, ctx)
        self.met = met


class Group(Command, click.Group):
    """Commands under one name."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - click's own signature
        settings["no_args_is_help"] = False  # to be told what is missing is wrong use, not help
        super().__init__(*args, **settings)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, and the other words.

        Raises:
            UnknownCommandError: there is none.
        """
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UnknownCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)


def form_of(param: click.Parameter) -> str:
    """What stands in a parameter's place on a help page."""
    if isinstance(param.type, OneOf):
        return param.type.get_metavar(param)
    return param.metavar or (param.name or "").upper()


def common_options() -> list[click.Parameter]:
    """``--ui``, ``--debug``, ``--help``.

    The first two are looked for before anything is parsed, so that even a message about a
    wrong option obeys them; here they are only allowed and described.
    """
    return [
        Option(["--ui"], type=OneOf(*UIS), expose_value=False, help=UI_HELP),
        Option(["--debug"], is_flag=True, expose_value=False, help=DEBUG_HELP),
        Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=HELP_HELP,
        ),
    ]


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's own signature
    if asked:
        click.echo(ctx.get_help())
        ctx.exit()


def option(*names: str, **settings: Any) -> Callable[[Function], Function]:  # noqa: ANN401 - click's own signature
    """``click.option`` with translated help."""
    return click.option(*names, cls=Option, **settings)
