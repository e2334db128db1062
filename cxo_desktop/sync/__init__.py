"""Work together over any folder that somebody moves: segments, members, and the exchange."""
