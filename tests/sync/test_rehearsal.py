"""A rehearsal tells what the exchange then does, and leaves here and there as it was."""

from cxo_desktop.domain.interviews import Note
from cxo_desktop.sync.refusals import Reason
from cxo_desktop.sync.rehearsal import rehearse
from tests.sync.laptops import Laptop

KEY = bytes(range(32))


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pair(share, folder):
    asha, ravi = (Laptop(name, share, path=folder / f"{name}.db", key=KEY) for name in "AR")
    asha.found()
    asha.sync()
    ravi.ask()
    asha.admit()
    for one in (ravi, asha):
        one.sync()
    return asha, ravi


def test_it_tells_what_the_exchange_then_does(share, tmp_path):
    asha, ravi = pair(share, tmp_path)
    note = asha.note("one")
    asha.sync()
    ravi.sync()
    ravi.edit(note, visit="monday")
    ravi.note("two")
    ravi.sync()
    asha.edit(note, visit="tuesday")
    before, log = everything(share), asha.store.db.execute("SELECT * FROM change").fetchall()
    told = rehearse(asha.local, asha.share)
    assert everything(share) == before
    assert asha.store.db.execute("SELECT * FROM change").fetchall() == log
    assert not (tmp_path / "rehearsal").exists()
    done = asha.sync()
    assert (told.done.sealed, told.done.came_in, told.done.conflicts) == (
        *(done.sealed, done.came_in, done.conflicts),
    )
    assert told.done.rows == done.rows
    assert told.files == len(
        {name for name in everything(share).keys() - before.keys() if name.suffix == ".seg"}
    )
    for one in (asha, ravi):
        one.store.close()


def test_it_tells_what_would_not_be_taken(share, tmp_path):
    asha, ravi = pair(share, tmp_path)
    ravi.note("two")
    ravi.sync()
    [newest] = sorted(share.glob(f"*/seg/{ravi.local.device}/*.seg"))[-1:]
    newest.write_bytes(newest.read_bytes()[:-1])
    told = rehearse(asha.local, asha.share)
    assert [reason for _size, reason, _detail in told.done.refused.values()] == [Reason.FORGED]
    assert asha.local.state.quarantine() == ()
    assert asha.records.list(Note) == ()
    for one in (asha, ravi):
        one.store.close()
