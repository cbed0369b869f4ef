"""Images in an artifact: how a set of images, or the frames of a film, lies in its `result` and `seen` folders.

`result` (digested) holds `images.json` and shards (see `shards`). `images.json` lists the images in order (see
`Listed`): what each holds (`digest`), where its pixels lie (`shard`, `start`), its `height` and `width`, the number of
its `group`, its `caption`; for frames also `rate` and `times`, and the digests of the `films` whose times these are,
with the number of each frame's in `film`. Where pixels lie is no content: sets that share shards, and sets that do not,
are the same.

`seen` (never digested) holds `origins.json`: where each image and group came from, in numbers (`of`: a place, the index
there, and what stands after its name), the `from` line that it came through, and its name at the making. So a renamed
photograph or group is the same set, and its name of today is looked up (`origins`). Knows nothing of file formats.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict, Unpack

from intaglio.runtime.artifacts import shards
from intaglio.runtime.artifacts.artifact import Artifact, Called, Origin
from intaglio.runtime.artifacts.shards import Place, ShardWriter
from intaglio.runtime.fault import Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.shards import Pixels as Pixels

LISTING = "images.json"
ORIGINS = "origins.json"
STEP = 8  # px: sides that any model learns from are so many times as long
MODEST = 64  # px: a side that is offered where nobody knows which is wanted


def digest_of(pixels: Pixels) -> Digest:
    """The digest of one image: of its size and its pixels."""
    import numpy as np

    digest = digests.of_bytes(np.ascontiguousarray(pixels).data.cast("B"))
    return digests.of_bytes(_before_digest(*pixels.shape[:2]) + digest.encode())


@lru_cache(maxsize=1024)
def _before_digest(height: int, width: int) -> bytes:
    """What stands before the digest of pixels in the canonical encoding of (height, width, digest).

    A film has ten thousand frames of one size, and working it out for each would be felt.
    """
    empty = digests.of_bytes(b"")
    return digests.canonical((height, width, empty))[: -len(empty)]


class Listed(NamedTuple):
    """An image in `images.json`, where it is a plain list of these."""

    digest: Digest
    shard: int
    start: int
    height: int
    width: int
    group: int | None
    caption: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What an `images.json` says whatever the shards, and (`bag`) whatever the order, which is of no images alone."""

    content: Digest
    bag: Digest


def told(listing: Path) -> Told:
    """Read an `images.json`."""
    value = json.loads(listing.read_bytes())
    images = [_line(image[0], *image[5:]) for image in value.pop("images")]
    return Told(digests.of_value({**value, "images": images}), digests.of_value(sorted(images)))


def bag_of(listing: Path, group: int) -> Digest:
    """The bag of one group's images alone, as of a set that has nothing else and no groups."""
    images = (Listed(*image) for image in json.loads(listing.read_bytes())["images"])
    return digests.of_value(sorted(_line(each.digest, None, each.caption) for each in images if each.group == group))


def _line(digest: str, group: int | None, caption: str | None) -> str:
    """What is content of an image, as one text: a digest has no blank, and neither has a number."""
    return f"{digest} {group}" if caption is None else f"{digest} {group} {caption}"


def contents(files: Mapping[str, Digest], told: Told) -> dict[str, Digest]:
    """The contents of a result with images, by name, from the digests of its files."""
    return {name: digest for name, digest in files.items() if not shards.is_shard(name)} | {LISTING: told.content}


class Known(TypedDict, total=False):
    """What is known of an image besides its pixels.

    `time` is in seconds, into the film whose file has the digest `film`, where it was taken from one; `origin` is where
    its name of today can be asked for; `line` is the number of the `from` line that it came through, which knows whose
    it is.
    """

    name: str
    group: str | None
    caption: str | None
    time: float | None
    film: str | None
    origin: Origin | None
    line: int | None


class ImageWriter:
    """Writes a set of images, one at a time, and holds none of them in memory.

    A context manager: leaving it writes the lists. Left by an exception, it writes nothing more. `groups` declares
    groups in their order, each with where it came from (None: its name is its own); one that an image has first is put
    at the end. `rate` (frames a second) makes them frames; it may be set until the end. `shards_of` are finished ones
    that images may lie in, by name; those in which some do are moved into the result.
    """

    def __init__(
        self,
        result: Path,
        seen: Path,
        *,
        rate: float | None = None,
        groups: Mapping[str, Origin | None] | None = None,
        shard: int = shards.LIMIT,
        shards_of: Mapping[str, Path] | None = None,
    ) -> None:
        self._result = result
        self._seen = seen
        self.rate = rate
        self._limit = shard
        self._groups = {name: index for index, name in enumerate(groups or {})}
        self._group_origins = dict(groups or {})
        self._shard: ShardWriter | None = None
        self._shards = dict(shards_of or {})
        self._numbers: dict[str, int] = {}  # of shards that images lie in, in order of appearance
        self._images: list[Listed] = []
        self._times: list[float | None] = []
        self._films: dict[str, int] = {}  # digests, in order of appearance
        self._film: list[int | None] = []
        self._origins: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._close()
        elif self._shard is not None:
            self._shard.close()

    def __len__(self) -> int:
        return len(self._images)

    def add(self, pixels: Pixels, **known: Unpack[Known]) -> Digest:
        """Add an image, uint8 H×W×3, and return its digest. Raises ValueError for another shape or type."""
        import numpy as np

        if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or 0 in pixels.shape:
            raise ValueError(f"an image is uint8 H×W×3, not {pixels.dtype} {pixels.shape}")
        digest = digest_of(pixels)
        writer = self._writer(pixels.size)
        self._list(digest, writer.add(pixels, writer.path.name), known)
        return digest

    def refer(self, digest: str, place: Place, **known: Unpack[Known]) -> None:
        """Add an image with this digest that lies at a place in one of `shards_of`."""
        self._list(digest, place, known)

    def _list(self, digest: str, place: Place, known: Known) -> None:
        shard, start, height, width = place
        number = self._numbers.setdefault(shard, len(self._numbers))
        group, film = known.get("group"), known.get("film")
        index = None if group is None else self._groups.setdefault(group, len(self._groups))
        self._images.append(Listed(Digest(digest), number, start, height, width, index, known.get("caption")))
        self._times.append(known.get("time"))
        self._film.append(None if film is None else self._films.setdefault(film, len(self._films)))
        origin = known.get("origin")
        told = {"name": known.get("name", ""), "line": known.get("line")}
        self._origins.append(told if origin is None else {**told, "of": (origin.place, origin.index, origin.then)})

    def _writer(self, size: int) -> ShardWriter:
        """The shard that the next image goes to, of so many bytes."""
        if self._shard is not None and self._shard.size and self._shard.size + size > self._limit:
            self._shard.finish()
            self._shard = None
        if self._shard is None:
            self._shard = ShardWriter(self._result / f"shard-{len(self._shards)}")
            self._shards[self._shard.path.name] = self._shard.path
        return self._shard

    def _close(self) -> None:
        if self._shard is not None:
            self._shard.finish()
        for shard, number in self._numbers.items():
            self._shards[shard].replace(self._result / shards.name(number))
        listing: dict[str, Any] = {"images": self._images}
        if self.rate is not None:
            listing |= {"rate": float(self.rate), "times": self._times}
        if self.rate is not None and self._films:
            listing |= {"films": list(self._films), "film": self._film}
        groups = [{"name": name, **_referred(self._group_origins.get(name))} for name in self._groups]
        origins = {"groups": groups, "images": self._origins}
        _write(self._result / LISTING, listing)
        _write(self._seen / ORIGINS, origins)


def write_groups(seen: Path, groups: Mapping[str, Origin]) -> None:
    """Say where the groups come from that something knows which holds no images, as a model does, in their order."""
    told = [{"name": name, **_referred(origin)} for name, origin in groups.items()]
    _write(seen / ORIGINS, {"groups": told, "images": []})


def _referred(origin: Origin | None) -> dict[str, Any]:
    return {} if origin is None else {"of": [origin.place, origin.index, origin.then]}


def _write(path: Path, value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", errors="surrogatepass")  # names of files may hold what is no text


def called(artifact: Artifact) -> Called:
    """What its groups and images are called today; where nobody knows, what they were called when they were made."""
    if artifact.called is not None:
        return artifact.called()
    if ORIGINS not in artifact.seen:
        return Called((), (), ())
    origins = json.loads(artifact.seen[ORIGINS].read_bytes())
    names = tuple(image["name"] for image in origins["images"])
    return Called(tuple(group["name"] for group in origins["groups"]), names, ({},) * len(names))


def number_of(part: str, groups: Sequence[str]) -> int:
    """The number of the group that is called so. Raises `Fault` that names the groups where none is."""
    if part not in groups:
        raise Fault(f"There is no group `{part}` among these images. Groups: {', '.join(groups) or 'none'}.")
    return groups.index(part)


def differing(sizes: Collection[tuple[int, int]]) -> Fault:
    """The fault of images that are not of one height and width, with the step that makes them so."""
    known = sorted(sizes, reverse=True)
    told = ", ".join(f"{width} px by {height} px" for height, width in known[:3])
    more = f" and {len(known) - 3} more" if len(known) > 3 else ""
    shorter = {min(size) for size in sizes}
    side = max(STEP, min(MODEST, min(shorter) // STEP * STEP))
    if all(height == width for height, width in sizes):
        hint = f"resize {side} px"
    elif len(shorter) == 1:
        hint = "crop square, centre"  # which leaves the shorter side as it is, and so is no remedy where that differs
    else:
        hint = f"resize {side} px by {side} px"
    return Fault(f"These images are of different sizes: {told}{more}.", hint)


class ImageSet(Sequence["Pixels"]):
    """The images of an artifact, or of one group of it (`part`), read from the disk as they are asked for.

    Raises `Fault` for an artifact without images, and for a `part` that is none of its groups.
    """

    def __init__(self, artifact: Artifact, part: str | None = None) -> None:
        if LISTING not in artifact.result:
            raise Fault(f"`{artifact.kind}` made no images here, and images are needed.")
        listing = json.loads(artifact.result[LISTING].read_bytes())
        self._artifact = artifact
        self._shards: dict[int, Pixels] = {}
        self.rate: float | None = listing.get("rate")
        """Frames a second, for frames."""
        wanted = None if part is None else number_of(part, self.group_names)
        images = [Listed(*image) for image in listing["images"]]
        self.places = tuple(i for i, image in enumerate(images) if wanted is None or image.group == wanted)
        """The place of each image among all of its artifact."""
        self._images = [images[i] for i in self.places]
        times = listing.get("times")
        self.times: tuple[float | None, ...] | None = None if times is None else tuple(times[i] for i in self.places)
        """Seconds into the source of each frame, for frames."""
        films, film = listing.get("films", ()), listing.get("film")
        taken = [None if film is None or film[i] is None else films[film[i]] for i in self.places]
        self.films: tuple[str | None, ...] = tuple(taken)
        """The digest of the film that each image was taken from, for frames that were taken from one."""

    @cached_property
    def _called(self) -> Called:
        return called(self._artifact)

    def __len__(self) -> int:
        return len(self._images)

    def __getitem__(self, index: int) -> Pixels:  # type: ignore[override]  # a slice of images is not one array
        """An image: uint8 H×W×3, read-only, mapped from the disk."""
        image = self._images[index]
        end = image.start + image.height * image.width * 3
        return self._shard(image.shard)[image.start : end].reshape(image.height, image.width, 3)

    def __iter__(self) -> Iterator[Pixels]:
        return (self[i] for i in range(len(self)))

    @property
    def group_names(self) -> tuple[str, ...]:
        """The names of all groups, in the order in which they were declared; `classes` counts in it."""
        return self._called.groups

    @property
    def digests(self) -> tuple[Digest, ...]:
        """Each image's digest, of its size and pixels."""
        return tuple(image.digest for image in self._images)

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Each image's height and width, in px."""
        return tuple((image.height, image.width) for image in self._images)

    @property
    def classes(self) -> tuple[int | None, ...]:
        """The number of each image's group, counted in the order of declaration."""
        return tuple(image.group for image in self._images)

    @property
    def groups(self) -> tuple[str | None, ...]:
        """The name of each image's group."""
        return tuple(None if i is None else self.group_names[i] for i in self.classes)

    @property
    def captions(self) -> tuple[str | None, ...]:
        """Each image's caption."""
        return tuple(image.caption for image in self._images)

    @property
    def names(self) -> tuple[str, ...]:
        """Each image's name: a path relative to where it was found, or empty."""
        return tuple(self._called.images[i] for i in self.places)

    @property
    def credits(self) -> tuple[Mapping[str, str], ...]:
        """Each image's credit, licence and consent, as far as they are said."""
        return tuple(self._called.credits[i] for i in self.places)

    @cached_property
    def size(self) -> tuple[int, int]:
        """The height and width of all images. Raises `Fault` naming the sizes when they differ, and for none."""
        sizes = set(self.sizes)
        if not sizes:
            raise Fault("There are no images here.")
        if len(sizes) > 1:
            raise differing(sizes)
        return sizes.pop()

    def uniform(self) -> Pixels:
        """All images as one uint8 N×H×W×3, mapped from the disk and read-only where they lie side by side.

        Raises `Fault` as `size` does.
        """
        import numpy as np

        height, width = self.size
        first, size = self._images[0], height * width * 3
        begin = first.start
        if all(i.shard == first.shard and i.start == begin + n * size for n, i in enumerate(self._images)):
            flat = self._shard(first.shard)[begin : begin + size * len(self)]
            return flat.reshape(len(self), height, width, 3)
        return np.stack(list(self))

    def _shard(self, index: int) -> Pixels:
        if index not in self._shards:
            self._shards[index] = shards.pixels(self._artifact.result[shards.name(index)])
        return self._shards[index]
