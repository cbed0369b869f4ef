"""Sameness: digests of contents, and the manifest whose digest is a key."""
