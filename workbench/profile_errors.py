"""What can be wrong in an agency profile. Every message begins with file, line and column."""

from __future__ import annotations

from model import AdistemeError


class ProfileError(AdistemeError):
    """Base of all profile errors: ``file``, ``line``, ``column``, ``key`` are always given."""


class NotYamlError(ProfileError):
    """The file is not YAML at all."""

    template = (
        "%(file)s:%(line)s:%(column)s: this is not YAML: %(problem)s. Expected: keys and values "
        "as in the folder examples. Correct this line (quotes, indents, colons)."
    )


class NotUnicodeError(ProfileError):
    """The bytes are not UTF-8 text."""

    template = (
        "%(file)s:%(line)s:%(column)s: this is not text in UTF-8. "
        "Expected: a YAML file. Save the profile as UTF-8."
    )


class AliasError(ProfileError):
    """Anchors and aliases can make a small file enormous, and a profile needs none."""

    template = (
        "%(file)s:%(line)s:%(column)s: an anchor or alias (& or *) stands here. "
        "Expected: plain values. Write the value out, or put it in quotes."
    )


class TooDeepError(ProfileError):
    """Nested deeper than any profile."""

    template = (
        "%(file)s:%(line)s:%(column)s: values are nested more than %(limit)s deep. "
        "Expected: a profile as in the folder examples. Check that this is the right file."
    )


class NoProfileError(ProfileError):
    """Nothing but comments, or more than one document."""

    template = (
        "%(file)s:%(line)s:%(column)s: one profile was expected, %(met)s found. "
        "Begin from a file of the folder examples."
    )


class UnknownKeyError(ProfileError):
    """A key that a profile does not have."""

    template = (
        '%(file)s:%(line)s:%(column)s: %(key)s: there is no such key. Nearest: "%(nearest)s". '
        "Expected here: %(expected)s. Rename or delete it."
    )


class RepeatedKeyError(ProfileError):
    """The same key twice: one of the values would be lost."""

    template = (
        "%(file)s:%(line)s:%(column)s: %(key)s: the key stands twice, first in line %(first)s. "
        "Expected: once. Delete one of them."
    )


class MissingKeyError(ProfileError):
    """A key that must be there is not."""

    template = (
        "%(file)s:%(line)s:%(column)s: %(key)s: it is missing. Expected: %(expected)s. "
        "Add the key with its value."
    )


class WrongTypeError(ProfileError):
    """A list where words are needed, and the like."""

    template = (
        "%(file)s:%(line)s:%(column)s: %(key)s: %(met)s stands here. Expected: %(expected)s. "
        "Write it as in the folder examples."
    )


class UnknownValueError(ProfileError):
    """A value outside the list of those allowed."""

    template = (
        '%(file)s:%(line)s:%(column)s: %(key)s: the value "%(met)s" is not known. '
        "Expected one of: %(expected)s. Choose one of these."
    )


class BadDateError(ProfileError):
    """Not a day of the calendar."""

    template = (
        '%(file)s:%(line)s:%(column)s: %(key)s: "%(met)s" is not a date. '
        "Expected: year-month-day, for example 2023-06-26. Correct the date."
    )


class NotInflectedError(ProfileError):
    """Words that the program cannot put into cases."""

    template = (
        '%(file)s:%(line)s:%(column)s: %(key)s: "%(met)s" cannot be inflected (%(why)s). '
        "Expected: a name in the nominative, in Cyrillic letters. Correct the spelling."
    )
