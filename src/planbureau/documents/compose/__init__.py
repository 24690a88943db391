"""From blocks to pieces of a page: each module draws up one family of blocks."""
