"""What can be wrong with a department's own template, one class per kind of fault."""

from __future__ import annotations

from model import AdistemeError


class TemplateUnsoundError(AdistemeError):
    """A DOCX template that cannot be used; the subclasses say why."""

    template = "The template %(file)s cannot be used: %(problem)s."


class NotADocumentError(TemplateUnsoundError):
    """The file is not there, or is not a DOCX."""

    template = (
        "The template %(file)s is not a Word document (.docx): %(problem)s. Save the file from "
        'Word as "Word document (*.docx)".'
    )


class TemplateTooLargeError(TemplateUnsoundError):
    """The file unpacks to more than a template can reasonably hold."""

    template = (
        "The template %(file)s is too large: %(met)s, at most %(most)s is accepted. Remove "
        "pictures and embedded files from it."
    )


class TemplateSyntaxError(TemplateUnsoundError):
    """A ``{{ … }}`` or ``{% … %}`` that cannot be read."""

    template = (
        'In the template %(file)s the paragraph "%(paragraph)s" cannot be read: %(problem)s. '
        "A place is written {{ title }}, a condition {%% if number %%} … {%% endif %%}."
    )


class UnknownNameError(TemplateUnsoundError):
    """Names that the program does not fill."""

    template = (
        "The template %(file)s names %(names)s, which the program does not fill. "
        "It fills: %(known)s."
    )


class MissingPlaceError(TemplateUnsoundError):
    """A place without which the act would not be complete."""

    template = (
        "The template %(file)s has no place {{ %(place)s }}. Write it once, in the text of the "
        "document, in a paragraph of its own."
    )


class CrowdedPlaceError(TemplateUnsoundError):
    """A place for blocks that shares its paragraph, stands in a table, or stands twice."""

    template = (
        "In the template %(file)s the place {{ %(place)s }} must stand exactly once, alone in a "
        'paragraph of the document itself (not in a table or a header); found: "%(found)s".'
    )


class UnsafeTemplateError(TemplateUnsoundError):
    """More than names and plain conditions, or something that reaches outside the file."""

    template = (
        "The template %(file)s holds %(found)s, which is not allowed. Only names such as "
        "{{ title }} and plain conditions such as {%% if number %%} … {%% endif %%} may stand in "
        "it; macros, embedded objects and links to outside files must be removed."
    )


class MissingStyleError(TemplateUnsoundError):
    """Styles that the program writes with and the template lacks."""

    template = (
        "The template %(file)s lacks the paragraph styles %(names)s. Start from the template "
        "that comes with the program, or copy these styles from it."
    )


class TableTooWideError(AdistemeError):
    """A table with more columns than Word can hold."""

    template = (
        'The table that begins with "%(begins)s" has %(met)s columns; a Word document holds at '
        "most %(most)s. Divide the table."
    )
