"""The reference: what may be written, told from the stage kinds' own schemas and docstrings."""
