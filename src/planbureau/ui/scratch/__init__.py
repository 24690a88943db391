"""The scratch pad: a box to jot in during a talk, and the way of each line into a plan."""
