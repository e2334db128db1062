"""The command as a whole: help, versions, errors in words, exit codes."""

import pytest

from cxo_desktop import __version__
from cxo_desktop.cli import main as command
from cxo_desktop.domain.errors import Cancelled


def test_help_lists_every_command(cxo):
    listed = cxo("--help").stdout
    for name in command.cxo.commands:
        assert f"\n  {name} " in listed
    assert cxo("--version").stdout.strip().endswith(__version__)


def test_every_command_explains_itself():
    def walk(group, path):
        for name, one in group.commands.items():
            assert one.get_short_help_str(), (path, name)
            if hasattr(one, "commands"):
                walk(one, (*path, name))

    walk(command.cxo, ())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], 2),
        (["map", "render", "chain"], 2),
        (["records", "nonsense", "list"], 2),
        (["engagement", "import", "/nowhere.json"], 3),
        (["engagement", "info"], 4),
    ],
)
def test_exit_codes(cxo, arguments, code):
    done = cxo(*arguments, expect=code)
    assert done.stdout == ""
    assert done.stderr


def test_an_error_is_three_sentences_what_why_and_what_to_do(cxo):
    lines = cxo("engagement", "info", expect=4).stderr.strip().splitlines()
    assert len(lines) == 3
    assert all(line.endswith(".") for line in lines)


def test_a_wrong_passphrase_ends_with_5(cxo):
    done = cxo("engagement", "list", expect=5, CXO_PASSPHRASE="wrong")
    assert "passphrase is wrong" in done.stderr


def test_a_damaged_key_file_ends_with_7(cxo):
    (cxo.workspace / "workspace.key").write_bytes(b"{}")
    assert "damaged" in cxo("engagement", "list", expect=7).stderr


def test_cancelling_ends_with_130(monkeypatch, capsys):
    def cancelled(*_arguments, **_keywords):
        raise Cancelled

    monkeypatch.setattr(command.cxo, "main", cancelled)
    assert command.run(["demo"]) == 130
    assert "nothing was left half done" in capsys.readouterr().err


def test_quiet_says_nothing_but_the_result(sample_cxo, tmp_path):
    done = sample_cxo("--quiet", "map", "render", "chain", "-o", tmp_path / "chain.svg")
    assert done.stderr == ""
