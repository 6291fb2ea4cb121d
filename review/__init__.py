"""Findings on an act: one rule, one small function, with the article it enforces."""
