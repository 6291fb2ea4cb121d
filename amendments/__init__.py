"""From instructions to operations, from operations to the consolidated act."""

from amendments.instructions import with_operations

__all__ = ["with_operations"]
