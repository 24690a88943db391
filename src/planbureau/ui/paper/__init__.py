"""From concept to paper: the talk in which a plan is adopted, and its print."""
