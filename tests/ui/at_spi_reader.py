"""What an assistive program does with a map: run by the system's Python, which has its binding.

``python3 at_spi_reader.py WINDOW-COMMAND…`` starts the window, reads the outline aloud (one line
a row), gives the row that begins with "Merge" other words through the field that E opens.
"""

import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only after its version is chosen

TREE, WORDS = "Nodes, flows and evidence of this map", "Merge once a month"
PAUSE = 1.5
XDOTOOL = shutil.which("xdotool") or ""
SHOWING = Atspi.StateType.SHOWING


def below(node):
    """Yield everything below an accessible, what is hidden too."""
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child
            if child.get_role() != Atspi.Role.TREE:
                yield from below(child)


def wait_for(look, seconds=20):
    """Return what is found first, or end when nothing is."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if found := look():
                return found
        except gi.repository.GLib.Error:
            pass  # it went away while it was read
        time.sleep(0.1)
    sys.exit(f"not found: {look.__name__}")


def tree():
    """Return the outline with rows in it."""
    desktop = Atspi.get_desktop(0)
    nodes = (node for node in below(desktop) if node.get_name() == TREE)
    return next((node for node in nodes if node.get_child_count() > 10), None)


def rows():
    """Return the rows of the outline."""
    outline = tree()
    if outline:
        outline.clear_cache()
    found = range(outline.get_child_count()) if outline else ()
    return [cell for number in found if (cell := outline.get_child_at_index(number))]


def merge():
    """Return the row of the step in which lists are merged."""
    return next((cell for cell in rows() if cell.get_name().startswith("Merge")), None)


def field():
    """Return the field below the map that asks for the words."""
    nodes = below(Atspi.get_desktop(0))
    fields = (node for node in nodes if node.get_role() in {Atspi.Role.TEXT, Atspi.Role.ENTRY})
    asks = (node for node in fields if node.get_name() == "Words:")
    return next((node for node in asks if node.get_state_set().contains(SHOWING)), None)


def main():
    """Read and edit."""
    window = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
    try:
        number = window.stdout.readline().split()[1]
        wait_for(merge)
        for cell in rows():
            sys.stdout.write(f"{cell.get_name()}\n")
        subprocess.run([XDOTOOL, "windowfocus", number], check=True)
        said = [cell.get_name() for cell in rows()[1:]]  # the first is the heading
        downs = ["Down"] * next(n for n, name in enumerate(said) if name.startswith("Merge"))
        subprocess.run([XDOTOOL, "key", "Home", *downs], check=True)
        time.sleep(PAUSE)
        subprocess.run([XDOTOOL, "key", "e"], check=True)
        wait_for(field).set_text_contents(WORDS)
        subprocess.run([XDOTOOL, "key", "Return"], check=True)
        time.sleep(PAUSE)
    finally:
        window.kill()
        window.wait()


main()
