"""Goals on the screen: the matrix, the card of a goal with its actions, ready-made goals, who does what."""
