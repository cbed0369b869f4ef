"""Copies of results outside the store, and the ledger of what was placed."""
