"""Showing: what plays in an installation. A show's files come in; pictures go out, and how one becomes the next."""
