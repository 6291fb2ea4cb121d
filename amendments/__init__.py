"""From instructions to operations, from operations to the consolidated act."""

from amendments.apply import Options, apply
from amendments.bilingual import Difference, differences
from amendments.instructions import with_operations
from amendments.outcomes import AmendingAct, Applied, Result
from amendments.redactions import Redaction, as_of, redactions
from amendments.writing import CannotWriteError, Own, write_instruction

__all__ = [
    "AmendingAct",
    "Applied",
    "CannotWriteError",
    "Difference",
    "Options",
    "Own",
    "Redaction",
    "Result",
    "apply",
    "as_of",
    "differences",
    "redactions",
    "with_operations",
    "write_instruction",
]
