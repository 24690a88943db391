"""A file or plan of a client leaves the vault or comes in, without what is not for its reader."""
