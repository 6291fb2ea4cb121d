"""Findings on an act: one rule, one small function, with the article it enforces."""

from review.catalogue import UnknownRuleError, catalogue, cited
from review.findings import Finding, address
from review.rules import review

__all__ = ["Finding", "UnknownRuleError", "address", "catalogue", "cited", "review"]
