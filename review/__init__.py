"""Findings on an act: one rule, one small function, with the article it enforces."""

from review.catalogue import UnknownRuleError, catalogue, cited
from review.correspondence import ClauseScore, Correspondence, correspondence
from review.findings import Finding, Side, Sides, address
from review.rules import review

__all__ = [
    "ClauseScore",
    "Correspondence",
    "Finding",
    "Side",
    "Sides",
    "UnknownRuleError",
    "address",
    "catalogue",
    "cited",
    "correspondence",
    "review",
]
