"""Writing an answer of a plan or of a record on it."""
