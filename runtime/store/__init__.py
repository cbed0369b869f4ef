"""Bytes on disk: objects and records, committed whole, verified, locked, noted."""
