"""What the notes add up to: pure functions from a dossier to figures."""
