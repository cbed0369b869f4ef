"""What lies outside the store: files, their digests and stats, and what has changed among them."""
