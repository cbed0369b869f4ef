"""See ARCHITECTURE.md for what lives in this room."""

if __name__ == "lang":
    raise ImportError("import intaglio.lang, not lang")
