"""Qt models over domain records."""
