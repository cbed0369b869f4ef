"""Shows, as they are seen: the screens' pages and their server, films, and the journal."""
