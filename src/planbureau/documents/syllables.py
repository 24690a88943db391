"""Where a Dutch word that is wider than its column may be broken. Only a last resort, so a rule of thumb."""

from __future__ import annotations

SOFT_HYPHEN = "\u00ad"
"""What the hyphen at a broken word stands for: a screen reader says the word as one."""

_VOWELS = frozenset("aeiouyáéíóúàèäëïöüâêîôû")
_PAIRS = frozenset(("ch", "sj", "th", "ph", "qu", "sch"))
_FEWEST = 2


def syllable_end(word: str, most: int) -> int:
    """Return how many signs of `word` may stand before a hyphen, at most `most`; 0 when no place is good.

    A new syllable starts at a consonant before a vowel ("ver-ant-woor-de-lij-ke"), and "ch" stays together.
    """
    low = word.lower()
    for place in range(min(most, len(word) - _FEWEST), _FEWEST - 1, -1):
        if not low[place - 1 : place + 2].isalpha():
            continue
        starts = low[place] not in _VOWELS and low[place + 1] in _VOWELS
        if starts and low[place - 1 : place + 1] not in _PAIRS and low[place] != "j":
            return place
    return 0
