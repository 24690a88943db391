"""Goals and their actions: kinds, words, moves, scales and evaluation (rules part D)."""
