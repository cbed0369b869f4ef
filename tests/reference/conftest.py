from tests.face.conftest import gen

__all__ = ["gen"]
