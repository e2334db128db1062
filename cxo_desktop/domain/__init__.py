"""The words and rules of the field: plain frozen objects, no store, no window, no clock."""
