"""The checker: what a tree means. Names first, then values, then how stages hang together.

Each part takes what the one before it found, reports faults to the `Desk`, and never stops at one: what was misspelt is
read as if it had been spelled right. Nothing here asks what a single setting is for; the vocabulary knows.
"""
