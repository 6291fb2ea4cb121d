"""The appendix forms as data: blank and filled."""
