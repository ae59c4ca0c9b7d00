"""The command line, one module a command.

Here belong options, messages and exit codes; what a command does is done
elsewhere. Heavy imports stand inside the commands, so that `entente --help` answers at once.
"""

from pipeline.cli.app import app, main

__all__ = ["app", "main"]
