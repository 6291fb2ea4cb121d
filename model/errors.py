"""The one family of errors: what was wrong, where, what was expected, what to do.

An exception means that the caller must decide. What is odd in a source but could be read is a
``Diagnostic`` in the result instead.
"""

from __future__ import annotations


class AdistemeError(Exception):
    """Base of all errors that a user can cause.

    ``template`` is an English sentence with ``%(field)s`` places: it is the message id of the
    catalogues, so that a front door can say the same in the user's language.
    """

    template = "%(detail)s"

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.template % fields)
