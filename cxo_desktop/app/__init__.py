"""What a user can do, one short function each: no Qt, no SQL."""
