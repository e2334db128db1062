"""Windows over the window: each asks or shows one thing, and Esc leaves it."""
