"""Cards: what a dataset is, on a page: counts, sources and their terms, steps, gaps, near twins, and its pictures."""
