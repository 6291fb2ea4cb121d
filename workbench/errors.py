"""What can be wrong with what the user gave: files, folders, choices.

Every message says what was met, where, what was expected and what to do.
"""

from __future__ import annotations

from model import AdistemeError


class FileMissingError(AdistemeError):
    """The path leads nowhere."""

    template = (
        'There is no file "%(path)s". Expected: a file that exists. '
        'Check the name; a relative path is counted from "%(folder)s".'
    )


class FolderGivenError(AdistemeError):
    """A folder stands where a file is needed."""

    template = '"%(path)s" is a folder. Expected: one file. Name a file in that folder.'


class EmptyFileError(AdistemeError):
    """There is nothing to read."""

    template = (
        '"%(path)s" is empty. Expected: a file with text in it. '
        "Save or download it again, then repeat the command."
    )


class UnreadableFileError(AdistemeError):
    """The system refuses to read the file."""

    template = (
        '"%(path)s" cannot be read: %(reason)s. Expected: a file that you may read. '
        "Check its permissions or copy it elsewhere."
    )


class FileTooLargeError(AdistemeError):
    """More than any act of this kind ever has."""

    template = (
        '"%(path)s" is longer than %(limit)s bytes. Expected: one act or one profile. '
        "Check that this is the right file."
    )


class StandardInputTwiceError(AdistemeError):
    """Standard input can be read once only."""

    template = (
        'The name "-" (standard input) is given %(times)s times. Expected: once at most. '
        "Save the other text to a file and name that file."
    )


class NotAFolderError(AdistemeError):
    """A file stands where the output folder should be."""

    template = (
        '"%(path)s" is not a folder. Expected after -o: a folder, existing or new. '
        "Choose another name."
    )


class OutputIsFolderError(AdistemeError):
    """A folder stands where the output file should be."""

    template = (
        '"%(path)s" is a folder, so no file of that name can be written. '
        "Expected: a file name. Choose another name."
    )


class CannotWriteError(AdistemeError):
    """The system refuses to write."""

    template = (
        '"%(path)s" cannot be written: %(reason)s. Expected: a place where you may write '
        "and where there is room. Nothing was changed; choose another place with -o."
    )


class LanguageMissingError(AdistemeError):
    """A language was asked for that no source is in."""

    template = (
        'A text in "%(asked)s" was asked for, but the sources are in: %(available)s. '
        "Add a --source in that language or leave it out of --lang."
    )


class SameLanguageError(AdistemeError):
    """Two sources would give the same document."""

    template = (
        'Both "%(first)s" and "%(second)s" are in "%(lang)s". '
        "Expected: one source per language. Leave one of them out."
    )


class NotABaseActError(AdistemeError):
    """Only an act that approves a methodology can be re-targeted."""

    template = (
        'The source "%(act)s" does not approve a methodology (role: %(role)s, '
        "methodologies found: %(found)s). Expected: the base act with its methodology. "
        "Name that act instead."
    )


class MarkedTextOnlyError(AdistemeError):
    """Marks stand in the text of a source, not in data."""

    template = (
        '"--marked" prints the text of a source, so it cannot stand with "--format %(form)s". '
        'Expected: --marked alone or with "--format text". Leave one of the two out.'
    )


class NoSourceTextError(AdistemeError):
    """An act's own JSON does not hold the text that it was read from."""

    template = (
        '"%(path)s" is the JSON of an act and has no source text to mark. Expected: the source '
        "itself (a text, DOCX, PDF or saved page). Name that file."
    )
