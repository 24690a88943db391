"""A talk on paper: the cards, their answers, and what is agreed."""
