"""The reference: what may be written, told from the stage kinds' own schemas and docstrings, so that it cannot be out of date."""
