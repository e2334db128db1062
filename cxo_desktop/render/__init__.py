"""From figures and maps to pictures and pages: pure functions to shapes and bytes."""
