"""Any schedule of work, exchanges and mishaps ends with the same on all laptops, nothing lost.

``CXO_SYNC_SCHEDULES`` says how many schedules are tried; with ``CXO_SYNC_SHRINK`` a failing one
is made as short as possible, which takes minutes.
"""

import os
import random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from cxo_desktop.domain.interviews import Note
from cxo_desktop.store.check import content_faults
from cxo_desktop.store.conflicts import conflicts
from cxo_desktop.store.merging import RowStates
from cxo_desktop.sync.members import remove
from cxo_desktop.sync.repairing import repair
from tests.sync.machine import Copied, copy_of, fresh, store_over

SCHEDULES = int(os.environ.get("CXO_SYNC_SCHEDULES", "1500"))
STEPS = 12
PHASES = (Phase.explicit, Phase.generate)
YEAR = 365 * 24 * 3600.0
PLACE = {}
LAPTOPS = st.integers(0, 3)
VALUES = st.sampled_from(["monday", "tuesday", "हम", "", "a"])
COUNTS = {"schedules": 0, "changes": 0, "mishaps": 0, "contested": 0}


@pytest.fixture(scope="module", autouse=True)
def _place(tmp_path_factory):
    PLACE["folder"] = tmp_path_factory.mktemp("machine")


def values_of(store):
    """Return every value that the change log of a store has, with its row."""
    return {
        (row, value)
        for (_table, row), changes in RowStates(store.db).all_changes().items()
        for one in changes
        for value in (one.change.cells or {}).values()
    }


class Schedule(RuleBasedStateMachine):
    """Up to four laptops and one share."""

    @initialize(count=st.integers(3, 4), skews=st.lists(st.integers(-10, 10), min_size=4))
    def begin(self, count, skews):
        folder = PLACE["folder"] / str(count)
        folder.mkdir(exist_ok=True)
        self.laptops, self.share = fresh(folder, *["Asha", "Ravi", "Meena", "Iqbal"][:count])
        for laptop, years in zip(self.laptops, skews, strict=False):
            real = laptop.store.log.clock._now
            laptop.store.log.clock._now = lambda real=real, years=years: real() + years * YEAR
        self.removed = None
        self.acknowledged = {}
        self.snapshots = [dict(self.share.kept)]
        self.backups = {}
        self.chance = random.Random(count)  # noqa: S311 - whom to check is no secret
        COUNTS["schedules"] += 1

    def of(self, number):
        return self.laptops[number % len(self.laptops)]

    def a_note(self, laptop, number):
        notes = laptop.records.list(Note)
        return notes[number % len(notes)] if notes else None

    # --- work

    @rule(who=LAPTOPS, text=VALUES)
    def write(self, who, text):
        laptop = self.of(who)
        note = laptop.note(f"{text} one two three")
        self.acknowledge(laptop, note.id, f"{text} one two three")

    @rule(who=LAPTOPS, which=st.integers(0, 2), field=st.sampled_from(["visit", "text", "themes"]),
          value=VALUES)  # fmt: skip
    def change(self, who, which, field, value):
        laptop = self.of(who)
        if note := self.a_note(laptop, which):
            if field == "themes":
                new = tuple(dict.fromkeys([*note.themes[1:], value or "b"]))
            elif field == "text":
                new = note.text.replace("two", f"two {value}")
            else:
                new = value or None
            laptop.edit(note, **{field: new})
            if isinstance(new, str):
                self.acknowledge(laptop, note.id, new)

    @rule(first=LAPTOPS, second=LAPTOPS, field=st.sampled_from(["visit", "text", "themes"]))
    def clash(self, first, second, field):
        """Two change the same thing without knowing of each other, and one of them sends it."""
        for who, value in ((first, "monday"), (second, "tuesday")):
            self.change(who, 0, field, value)
        self.exchange(self.of(first))

    @rule(who=LAPTOPS, which=st.integers(0, 5))
    def take_away(self, who, which):
        laptop = self.of(who)
        if note := self.a_note(laptop, which):
            laptop.remove(note)

    @rule(who=LAPTOPS)
    def undo(self, who):
        self.of(who).store.history.undo()

    # --- exchange

    @rule(who=LAPTOPS)
    def sync(self, who):
        self.exchange(self.of(who))
        self.snapshots.append(dict(self.share.kept))

    @rule()
    def all_sync(self):
        for laptop in self.laptops:
            self.exchange(laptop)

    def exchange(self, laptop):
        done = laptop.sync()
        assert done.admitted or laptop is self.removed

    # --- mishaps

    @rule(which=st.integers(0, 40), how=st.sampled_from(
        ["lose", "truncate", "zero", "empty", "flip", "twin", "hide", "junk", "swap"]))  # fmt: skip
    def mishap(self, which, how):
        segments = sorted(name for name in self.share.kept if name.startswith("seg/"))
        if not segments:
            return
        COUNTS["mishaps"] += 1
        name = segments[which % len(segments)]
        content = self.share.kept[name]
        other = segments[(which + 1) % len(segments)]
        if how == "lose":
            del self.share.kept[name]
        elif how == "hide":
            self.share.hidden.add(name)
        elif how == "twin":
            self.share.kept[f"{name[:-4]} (conflicted copy).seg"] = content
        elif how == "junk":
            self.share.kept[f"{name.rsplit('/', 1)[0]}/Thumbs.db"] = b"junk"
        elif how == "swap":
            self.share.kept[name], self.share.kept[other] = self.share.kept[other], content
        else:
            half = len(content) // 2
            self.share.kept[name] = {
                "truncate": content[:half],
                "zero": bytes(len(content)),
                "empty": b"",
                "flip": content[:half]
                + bytes(one ^ 1 for one in content[half : half + 1])
                + content[half + 1 :],
            }[how]

    @rule()
    def listing_recovers(self):
        self.share.hidden.clear()

    @rule(which=st.integers(0, 10))
    def roll_back(self, which):
        COUNTS["mishaps"] += 1
        self.share.kept = dict(self.snapshots[which % len(self.snapshots)])

    @rule(who=LAPTOPS)
    def back_up(self, who):
        laptop = self.of(who)
        self.backups[laptop.name] = copy_of(laptop.store)

    @rule(who=LAPTOPS)
    @precondition(lambda self: self.backups)
    def restore(self, who):
        """The laptop is put back to an earlier day; what it had not sent since is gone with it."""
        laptop = self.of(who)
        backup = self.backups.pop(laptop.name, None)
        if backup is None or laptop is self.removed:
            return
        laptop.sync()
        self.keep_promises(laptop, backup)
        again = Copied(laptop.name, backup, self.share)
        again.store.log.clock._now = laptop.store.log.clock._now
        self.laptops[self.laptops.index(laptop)] = again
        laptop.store.close()
        COUNTS["mishaps"] += 1

    @rule()
    @precondition(lambda self: self.removed is None)
    def remove_the_last(self):
        first, last = self.laptops[0], self.laptops[-1]
        last.sync()
        first.sync()
        device = last.local.device
        if not first.local.roster().members.get(device) or not first.local.admitted:
            return
        remove(first.local, device)
        first.sync()
        self.removed = last

    # --- the end

    def acknowledge(self, laptop, row, value):
        COUNTS["changes"] += 1
        if laptop is not self.removed:
            self.acknowledged.setdefault(laptop.name, []).append((row, value))

    def keep_promises(self, laptop, backup):
        """What a restored laptop had written is promised if it or a colleague still has it."""
        others = [one.store for one in self.laptops if one not in {laptop, self.removed}]
        known = set().union(*map(values_of, [store_over(backup, laptop.name), *others]))
        kept = [one for one in self.acknowledged.get(laptop.name, ()) if one in known]
        self.acknowledged[laptop.name] = kept

    def teardown(self):
        if not hasattr(self, "laptops"):
            return
        staying = [one for one in self.laptops if one is not self.removed]
        self.share.hidden.clear()
        for laptop in staying:
            laptop.sync()
            repair(laptop.local, self.share)
        for _round in range(6):
            done = [laptop.sync() for laptop in staying]
            if not any(one.came_in or one.sent for one in done):
                break
        self.check_same(staying)
        self.check_nothing_lost(staying)
        self.check_losers(staying[0])
        for laptop in self.laptops:
            laptop.store.close()
        for backup in self.backups.values():
            backup.close()

    def check_same(self, staying):
        first = staying[0].state()
        for laptop in staying[1:]:
            assert laptop.state() == first
        assert content_faults(self.chance.choice(staying).store) == ()

    def check_nothing_lost(self, staying):
        """Whatever was acknowledged is in the log of every laptop that stayed."""
        for laptop in staying:
            known = values_of(laptop.store)
            for other in staying:
                assert set(self.acknowledged.get(other.name, ())) <= known

    def check_losers(self, laptop):
        """Every value that nobody knew of when setting another is shown or contested."""
        contested = {
            (one.row, one.contested.field): {
                side.value for side in (one.contested.shown, *one.contested.others)
            }
            for one in conflicts(laptop.store.db)
        }
        shown = {note.id: note for note in laptop.records.list(Note)}
        for (table, row), changes in RowStates(laptop.store.db).all_changes().items():
            if table != "note" or row not in shown:
                continue
            for field in ("visit", "text"):
                versions = [one for one in changes if one.change.field in {"", field}]
                versions = [one for one in versions if not one.change.removes]
                for one in versions:
                    if any(other.stamp.saw(one.stamp) for other in versions):
                        continue
                    value = one.value(field)
                    if value not in {getattr(shown[row], field), ""}:
                        COUNTS["contested"] += 1
                        assert value in contested[row, field]


PARTS = 4
HOW = settings(
    max_examples=max(1, SCHEDULES // PARTS),
    stateful_step_count=STEPS,
    deadline=None,
    phases=[*PHASES, *([Phase.shrink] if "CXO_SYNC_SHRINK" in os.environ else [])],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_schedule_converges_and_all_of_them_meant_something(part):
    """The machine did write, break and contest things; otherwise it proves nothing."""
    its_own = type(f"Schedule{part}", (Schedule,), {})  # the steady seed is made from the name
    run_state_machine_as_test(its_own, settings=HOW)
    assert COUNTS["changes"] > COUNTS["schedules"] > 0
    assert COUNTS["mishaps"] > COUNTS["schedules"] / 2
    assert COUNTS["contested"] > COUNTS["schedules"] / 50
