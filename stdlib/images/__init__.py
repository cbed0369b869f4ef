"""Pictures: decoding, measuring, cutting, films, plates. Pillow, numpy and PyAV are loaded by its modules, at a run."""
