"""Type an interview into the real window as a person does, and compare what the store holds.

    python benchmarks/typed_interview.py [LINES] [WORDS A MINUTE]

The words are the sample's own notes. They go through an X server without a screen by real key
presses, at 60 words a minute of five letters, with ten corrections: letters and words taken back,
letters put in further left, a mark taken back, a kind changed while the line is typed and after it
was kept, a line edited in its place, split, merged, removed, and the removal undone. Then the
window is killed and every line is compared with what was meant. Needs Xvfb, xdotool, setxkbmap.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.ui.typist import faults, interview

LINES, WORDS_A_MINUTE, LETTERS = 16, 60, 5


def main() -> None:
    """Type it, and print what was typed and what differs."""
    given = [int(word) for word in sys.argv[1:]]
    count, pace = [*given, *(LINES, WORDS_A_MINUTE)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        hands, found, minutes = interview(Path(folder), count, 60 / (pace * LETTERS))
    wrong = faults(hands.lines, found)
    print(
        f"{len(found)} lines, {hands.letters} letters in {minutes:.1f} minutes "
        f"({hands.letters / LETTERS / minutes:.0f} words a minute), "
        f"{hands.corrections} corrections: {len(wrong)} differences"
    )
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
