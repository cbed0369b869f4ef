"""Networks, losses, and loops as generators. Imports torch; knows nothing of stages, settings or files on disk."""
