"""What a stage makes: an artifact, and how images lie in one."""
