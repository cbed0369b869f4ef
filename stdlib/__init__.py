"""See ARCHITECTURE.md for what lives in this room."""

if __name__ == "stdlib":
    raise ImportError("import intaglio.stdlib, not stdlib")
