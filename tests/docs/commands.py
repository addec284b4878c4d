"""docs/commands.md from the commands: `python -m tests.docs.commands` writes it."""

import click

from factcheck.cli.commands import cli
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "commands.md"
WIDTH = 96
HEAD = """\
# The commands

What `--help` says of each, written by `python -m tests.docs.commands`. The formats of reports
are in [reports.md](reports.md).

{contents}
- [Shell completion](#shell-completion)
- [In a terminal, and elsewhere](#in-a-terminal-and-elsewhere)
"""
TAIL = """\
## Shell completion

Commands, options, their values and paths complete with the tabulator once the shell was told so.

Bash, in `~/.bashrc`:

```bash
eval "$(_FACTCHECK_COMPLETE=bash_source factcheck)"
```

Zsh, in `~/.zshrc`:

```zsh
eval "$(_FACTCHECK_COMPLETE=zsh_source factcheck)"
```

Fish, once:

```fish
_FACTCHECK_COMPLETE=fish_source factcheck > ~/.config/fish/completions/factcheck.fish
```

## In a terminal, and elsewhere

In a terminal that shows colours a report has some, unless `--no-color` is given, the variable
`NO_COLOR` is set, or `TERM` is `dumb`; in a pipe or a file there are none. A run of `validate` or
`build` that takes longer than a second shows on standard error how many rules are done, if that is
a terminal and `--quiet` is not given, and takes the line away at the end.

Interrupted, a command exits with 130, and with 143 when it is terminated. Nothing reaches the
network: `--offline` may be given, and has nothing to change. There is no `--allow-remote`; a
package that names addresses in place of files is [refused](codes/P104.md).
"""


def page() -> str:
    """The page as it has to be."""
    root = click.Context(cli, info_name="factcheck", terminal_width=WIDTH, max_content_width=WIDTH)
    root.help_option_names = cli.context_settings["help_option_names"]  # as a command is run
    names = cli.list_commands(root)
    contents = "\n".join(f"- [{name}](#factcheck-{name})" for name in names)
    parts = [HEAD.format(contents=contents), _block(cli.get_help(root))]
    for name in names:
        command = cli.get_command(root, name)
        assert command is not None
        context = click.Context(
            command, root, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH
        )
        context.help_option_names = root.help_option_names
        parts += [f"## factcheck {name}\n", _block(command.get_help(context))]
    return "\n".join([*parts, TAIL])


def _block(text: str) -> str:
    lines = [line.rstrip() for line in text.rstrip("\n").split("\n")]
    return "\n".join(["```text", *lines, "```", ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
