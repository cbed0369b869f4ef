"""Leading: who holds the lines that move in a show, by which addresses, and when that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from intaglio.face.refusal import Refused
from intaglio.face.showing import osc
from intaglio.face.showing.osc import Listener
from intaglio.face.showing.ready import Show, say
from intaglio.face.usage import Said
from intaglio.stdlib.showing.hand import Hand, lines_of
from intaglio.stdlib.showing.playing import Beginning


@dataclass(frozen=True)
class Lead:
    """A hand, what it may hold on each screen, and where it listens."""

    hand: Hand
    lines: Sequence[Mapping[str, str]]
    port: int

    def tell(self) -> None:
        """Print the address of each line that moves, and between which amounts."""
        amounts = [amount for lines in self.lines for amount in lines.values()]
        room = max(map(len, self.hand.addresses))
        print(f"hand      {osc.HERE}:{self.port}, by OSC over UDP: each is held between its amounts by 0 to 1")
        for address, amount in zip(self.hand.addresses, amounts, strict=True):
            print(f"          {address:<{room}}  {amount}", flush=True)


@contextmanager
def led(show: Show, begin: Beginning, port: int | None, said: Said) -> Iterator[Lead | None]:
    """Listen for a hand while a show plays, on a port; nobody where there is none. Raises `Refused`."""
    if port is None:
        yield None
        return
    lines = lines_of(show.artifact, show.piece)
    if not any(lines):
        raise _still(show, said)
    hand = Hand([[*each] for each in lines], begin.hands)
    try:
        listener = Listener(hand, port, say)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        other = said.with_option("--osc", str(port + 1 if 0 < port < 65_535 else osc.PORT))
        raise Refused(f"Port {port} cannot be had for OSC ({reason}).", other) from error
    with closing(listener):
        yield Lead(hand, lines, listener.port)


def _still(show: Show, said: Said) -> Refused:
    if show.piece.reads:
        return Refused(
            f"The models of `{show.name}` read each other, and what moves in such models is at rest in a show: there is"
            " nothing for a hand to hold. It holds lines of models that draw from chance.",
            said.without("--osc"),
        )
    return Refused(
        f"Nothing moves in the models of `{show.name}`, so there is nothing for a hand to hold. It holds the lines of a"
        " `bend` that move, like this one:",
        "scale 1 to 3",
    )
