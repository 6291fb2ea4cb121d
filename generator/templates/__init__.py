"""The shipped frame of a decision, and how it is made."""
