"""Who is on the list of a plan that only some may see, and who opened one."""
