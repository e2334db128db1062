"""The parts of the settings page, each over one matter."""
