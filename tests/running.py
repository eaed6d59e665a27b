"""The command line inside this process: a process of its own spends seconds on loading what is loaded here."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess
from unittest.mock import patch

from analytics.__main__ import main


def run_here(*arguments: str) -> CompletedProcess[str]:
    """Run the command line as its process would; what nobody foresaw is raised and not told in a traceback."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with patch.object(sys, "argv", ["analytics", *arguments]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return CompletedProcess(list(arguments), code, out.getvalue(), err.getvalue())
