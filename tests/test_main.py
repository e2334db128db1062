"""The window's own program ends with the exit code of the window."""

import sys

from cxo_desktop import __main__ as program


def test_arguments_go_in_and_the_exit_code_comes_out(monkeypatch):
    seen = []

    def run(arguments):
        seen.append(list(arguments))
        return 7

    monkeypatch.setattr("cxo_desktop.ui.start.run", run)
    monkeypatch.setattr(sys, "argv", ["cxo-desktop", "--engagement", "ENG-1"])
    assert program.main() == 7
    assert seen == [["--engagement", "ENG-1"]]
