"""Where the passphrase comes from, and what is said of an engagement that can only be read."""

from cxo_desktop.compose import open_services
from tests.cli.conftest import PASSPHRASE


def test_from_a_file(cxo, tmp_path):
    file = tmp_path / "secret"
    file.write_text("correct horse\nsecond line\n", encoding="utf-8")
    del cxo.environment["CXO_PASSPHRASE"]
    assert cxo("--passphrase-file", file, "engagement", "list").stdout == ""
    assert (
        "cannot be read"
        in cxo("--passphrase-file", tmp_path / "none", "engagement", "list", expect=3).stderr
    )


def test_with_nobody_to_ask_it_is_locked(cxo):
    del cxo.environment["CXO_PASSPHRASE"]
    assert "--passphrase-file" in cxo("engagement", "list", expect=5).stderr


def test_what_a_newer_version_wrote_is_read_and_that_is_said(sample_cxo):
    opened = open_services(sample_cxo.workspace, PASSPHRASE).workspace.open()
    opened.store.db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('cxo_desktop', 'm999_future', '2030-01-01')"
    )
    opened.close()
    shown = sample_cxo("note", "show", "N048")
    assert "N048" in shown.stdout
    assert "Install the newer version to change it." in shown.stderr
    refused = sample_cxo("records", "note", "set", "N048", "text=x", expect=3)
    assert "newer version" in refused.stderr
