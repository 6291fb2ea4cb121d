"""Wrong use of the command line, said in the user's language and in one way.

click words these mistakes differently from version to version; here each has one wording.
"""

from __future__ import annotations

import click

from workbench.messages import Word, say
from workbench.spoken import UnknownCommandError, form_of

NO_SUCH_OPTION = Word('There is no option "%(met)s". Expected: %(expected)s.')
NO_SUCH_COMMAND = Word('There is no command "%(met)s". Expected: %(expected)s.')
MISSING = Word("%(name)s is missing. Expected: %(form)s.")
MISSING_COMMAND = Word("A command is missing. Expected: %(expected)s.")
BAD_VALUE = Word("%(name)s: %(problem)s")
NEEDS_VALUE = Word('The option "%(name)s" stands without its value, or has one too many.')
OTHER = Word("The command line is not understood: %(problem)s")
SEE_HELP = Word('"%(command)s --help" shows how to use it.')


def say_usage(error: click.ClickException) -> str:
    """What is wrong with the command line, what was expected and where the help is."""
    ctx = getattr(error, "ctx", None)
    sentence = _sentence(error, ctx)
    if ctx is None:
        return sentence
    return f"{sentence} {say(SEE_HELP, command=ctx.command_path)}"


def _sentence(error: click.ClickException, ctx: click.Context | None) -> str:
    match error:
        case click.NoSuchOption():
            return say(NO_SUCH_OPTION, met=error.option_name, expected=_options(ctx))
        case click.MissingParameter():
            return say(MISSING, name=_name(error), form=_form(error))
        case click.BadParameter():
            return say(BAD_VALUE, name=_name(error), problem=error.message)
        case click.BadOptionUsage():
            return say(NEEDS_VALUE, name=error.option_name)
        case UnknownCommandError():
            return say(NO_SUCH_COMMAND, met=error.met, expected=_commands(ctx))
        case _:
            return _other(error, ctx)


def _other(error: click.ClickException, ctx: click.Context | None) -> str:
    if ctx is not None and isinstance(ctx.command, click.Group):
        return say(MISSING_COMMAND, expected=_commands(ctx))
    return say(OTHER, problem=error.format_message())


def _commands(ctx: click.Context | None) -> str:
    group = ctx.command if ctx else None
    return ", ".join(group.list_commands(ctx)) if ctx and isinstance(group, click.Group) else ""


def _options(ctx: click.Context | None) -> str:
    params = ctx.command.params if ctx else []
    return ", ".join(param.opts[-1] for param in params if isinstance(param, click.Option))


def _name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"{'/'.join(param.opts)}"
    return param.human_readable_name if param else "?"


def _form(error: click.MissingParameter) -> str:
    param = error.param
    if param is None:
        return "?"
    form = form_of(param)
    return f"{param.opts[-1]} {form}" if isinstance(param, click.Option) else form
