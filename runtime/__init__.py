"""See ARCHITECTURE.md for what lives in this room."""

if __name__ == "runtime":
    raise ImportError("import intaglio.runtime, not runtime")
