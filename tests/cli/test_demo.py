"""The demo from the command line, with nobody there to ask."""

import json


def test_the_demo_needs_no_passphrase_and_says_what_it_made(cxo, tmp_path):
    del cxo.environment["CXO_PASSPHRASE"]
    done = cxo("--json", "demo", "--out", tmp_path / "demo")
    made = json.loads(done.stdout)
    assert made["brief"].endswith("brief.pdf")
    assert len(made["maps"]) == 6
    assert "never keep real notes" in done.stderr
