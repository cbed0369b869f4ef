"""Uses: the line of a recipe comes in, what may be said beneath a use of it goes out, as the checker reads it."""

from __future__ import annotations

from intaglio.lang.checker.definitions import Definition, read_parameters, verb_of
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.layout import physical_lines
from intaglio.lang.tree import Line, Tree
from intaglio.lang.vocabulary import Verb, Vocabulary
from intaglio.lang.world import Nowhere

UNTOLD = ""  # what a use makes is told by the recipe's stages, and not by its head


def verb(name: str, line: Line, tree: Tree, vocabulary: Vocabulary) -> Verb:
    """The verb that a recipe is. What is wrong with its head is told by whoever checks it."""
    desk = Desk(vocabulary, Nowhere(), text=physical_lines(tree.text))
    definition = Definition(name, line, Sheet(desk))
    definition.parameters = read_parameters(definition, desk)
    return verb_of(definition, UNTOLD, tuple(node.parts[0] for _, node in definition.gives), desk)
