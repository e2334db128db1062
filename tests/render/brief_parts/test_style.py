from cxo_desktop.domain.briefs import Mood
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render.brief_parts import style


def test_nothing_is_set_smaller_than_allowed():
    looks = [it for it in vars(style).values() if hasattr(it, "fontSize")]
    assert len(looks) >= 8
    assert min(it.fontSize for it in looks) >= style.SMALLEST


def test_every_mood_has_an_ink_and_a_ground_of_its_own():
    pairs = [style.MOOD_INK[mood] for mood in Mood]
    assert len(set(pairs)) == len(Mood)


def test_colours_are_those_of_paper():
    assert style.colour(Ink.ACCENT).hexval() == "0x0b6b6b"
