"""Workbooks: the data file of a form to be filled in, the summary of a unit."""
