"""Options and arguments that are files or folders: shells complete them as such."""

from typing import Final

import click
from click.shell_completion import CompletionItem


class Place(click.types.StringParamType):
    """A path, taken as it is written: whoever reads it says what is wrong with it."""

    name = "path"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 (click hands it over)
        param: click.Parameter,  # noqa: ARG002 (as above)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Files and folders, which the shell looks for itself."""
        return [CompletionItem(incomplete, type="file")]


PLACE: Final = Place()
PACKAGE: Final = click.argument("package", type=PLACE, required=False, metavar="[PACKAGE]")
RULES: Final = click.option(
    "--rules",
    type=PLACE,
    multiple=True,
    metavar="PATH",
    help="A file or folder of rules; repeatable.",
)
