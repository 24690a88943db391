"""Files for and from elsewhere: portable JSON of one client or plan."""
