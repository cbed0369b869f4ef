"""The language server: what an editor asks about a script comes in, what `gen` knows of it goes out.

`text` holds what the editor has, `page` what it means; each ability is a module of functions from a page (and a place
on it) to a value of the protocol. `wiring` alone knows of messages, threads and time. Nothing here runs a script.
"""
