"""The commands, a file each: `run(arguments, terminal)` does what the command says and returns its exit code."""
