"""One hand-made field for each kind of question; `registry` knows them by kind."""
