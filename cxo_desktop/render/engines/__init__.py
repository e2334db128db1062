"""What places boxes and routes arrows; engines see numbers only, never a word of an engagement."""
