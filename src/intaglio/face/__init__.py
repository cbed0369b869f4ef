"""The face: the command line, what the terminal shows, and the Python interface. It imports all; nothing imports it."""
