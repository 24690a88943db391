"""What the Wet zorg en dwang asks of records: gates, effects, measures, and the overview."""
