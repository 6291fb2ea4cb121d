"""From instructions to operations, from operations to the consolidated act."""

from amendments.apply import Options, apply
from amendments.bilingual import Difference, differences
from amendments.instructions import with_operations
from amendments.outcomes import AmendingAct, Applied, Restatement, Result
from amendments.redactions import Redaction, as_of, redactions
from amendments.restating import NothingThereError, NumberTakenError, renumbered
from amendments.writing import CannotWriteError, Own, write_instruction

__all__ = [
    "AmendingAct",
    "Applied",
    "CannotWriteError",
    "Difference",
    "NothingThereError",
    "NumberTakenError",
    "Options",
    "Own",
    "Redaction",
    "Restatement",
    "Result",
    "apply",
    "as_of",
    "differences",
    "redactions",
    "renumbered",
    "with_operations",
    "write_instruction",
]
