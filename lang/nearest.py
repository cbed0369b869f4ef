"""Did you mean: the nearest of some words to one that was mistyped.

Optimal string alignment distance (Damerau 1964, Levenshtein 1966: insert, delete, replace, swap neighbours), scaled by
the longer word; a word that begins like the other is nearer. Ties fall to the word that comes first.
"""

from __future__ import annotations

from collections.abc import Iterable

from intaglio.lang.shared import shared

ALIKE = 0.62  # below this share of likeness a guess confuses more than it helps
PREFIX = 0.25  # how much nearer a common beginning makes
# Letters of other scripts that look like one of ours: a hand that changed its keyboard types them unawares.
LOOKS_LIKE = str.maketrans("аеорсухіјѕԁкмтοαενικρτυχ", "aeopcyxijsdkmtoaevikptux")
LONGEST = 64  # letters compared; no name is mistyped past them


def nearest(word: str, options: Iterable[str], least: float = ALIKE) -> str | None:
    """The option most like `word`, capital or small; None where none is like it by at least `least` (0 to 1)."""
    best, choice = least, None
    word = word.lower()
    seen = word if word.isascii() else word.translate(LOOKS_LIKE)  # a letter of another script, as it is seen
    for option in options:
        score = likeness(word, option.lower(), best)
        if seen != word:
            score = max(score, likeness(seen, option.lower(), best))
        if score > best or (choice is None and score == best):
            best, choice = score, option
    return choice


def likeness(a: str, b: str, least: float = 0.0) -> float:
    """How alike two words are: 1 is equal, more with a common beginning; 0 where it cannot reach `least`."""
    a, b = a[:LONGEST], b[:LONGEST]
    longer = max(len(a), len(b), 1)
    bonus = PREFIX if a.startswith(b) or b.startswith(a) else 0.0
    if 1 - abs(len(a) - len(b)) / longer + bonus < least:
        return 0.0
    one, other = {*a}, {*b}
    if 1 - max(len(one - other), len(other - one)) / longer + bonus < least:  # each such letter is a change at least
        return 0.0
    most = int((1 + bonus - least) * longer + 1e-9)
    found = distance(a, b, most)
    return 0.0 if found > most else 1 - found / longer + bonus


def distance(a: str, b: str, most: int = LONGEST) -> int:
    """How many letters to insert, delete, replace or swap with their neighbour to make `b` of `a`; some number past
    `most` where there are more.
    """
    start, end = shared(a, b)  # what they have in common at their ends changes nothing
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a):
        row = [i + 1]
        for j, y in enumerate(b):
            cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (x != y))
            if i and j and x == b[j - 1] and a[i - 1] == y:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        if min(row) > most and min(above) >= most:  # two letters that are swapped come from there
            return most + 1
        before, above = above, row
    return above[-1]
