"""The commands, each imported when it is used."""

from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click

from factcheck import __version__

COMMANDS: Final = {
    "build": "factcheck.cli.build",
    "diff": "factcheck.cli.diff",
    "explain": "factcheck.cli.explain",
    "extract": "factcheck.cli.extract",
    "fmt": "factcheck.cli.fmt",
    "ground": "factcheck.cli.ground",
    "init": "factcheck.cli.init",
    "lint": "factcheck.cli.lint",
    "test": "factcheck.cli.test",
    "validate": "factcheck.cli.validate",
}
"""The module of each command, which holds a function of the same name."""
_ELSEWHERE: Final = {"--rules": "--paths", "--path": "--paths"}
"""What other commands call the rules that `lint` and `fmt` take."""


class LazyGroup(click.Group):
    """A group that imports a command when it is run or described."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the alphabet."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(module), cmd_name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Check packages of claims against rules, and show what contradicts what."""


def run(arguments: Sequence[str] | None) -> object:
    """What the command returns that the arguments name, or its exit status if they are misused.

    Raises KeyboardInterrupt when it is stopped.
    """
    try:
        return cli.main(arguments, prog_name="factcheck", standalone_mode=False)
    except click.ClickException as error:
        _with_place(error).show()
        return error.exit_code
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped


def _with_place(error: click.ClickException) -> click.ClickException:
    """An option that does not exist, where the command takes what it would name without one."""
    if not isinstance(error, click.NoSuchOption) or error.ctx is None:
        return error
    wanted = _ELSEWHERE.get(error.option_name, error.option_name).lstrip("-")
    for parameter in error.ctx.command.params:
        if isinstance(parameter, click.Argument) and wanted == parameter.name:
            name = (parameter.metavar or wanted.upper()).strip("[].")
            example = f"{error.ctx.command_path} {name}"
            refused = f"No such option '{error.option_name}'."
            message = f"{refused} {name} stands without an option, as in `{example}`."
            return click.UsageError(message, error.ctx)
    return error
