"""From rows to views: what a screen or document may see, read in one short session."""
