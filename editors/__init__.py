"""What editors need: grammars, written from the language's own tokens, and the extension for VS Code."""
