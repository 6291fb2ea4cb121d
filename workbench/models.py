"""The model act that others are reviewed against: its texts, each for the acts of its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model import Act, AdistemeError, Lang
from workbench.messages import Ui, Word
from workbench.reading import read_acts

NOT_COMPARED = Word(
    '%(name)s: the text in "%(lang)s" is not compared; "%(model)s" has no text in that language.'
)


class ModelLanguageError(AdistemeError):
    """The model act has no text in the language of any of the acts."""

    template = (
        'The model act "%(model)s" is in "%(met)s". Expected: its text in "%(expected)s", '
        "the language of the act. Name a file that holds that text."
    )


class Model:
    """The texts of one model act by language, and the file that they come from."""

    def __init__(self, name: str, texts: Iterable[Act]) -> None:
        self.name = name
        self.texts: Mapping[Lang, Act] = {one.lang: one for one in texts}

    def of(self, act: Act) -> Act | None:
        """The text in the language of ``act``; ``None``: there is none."""
        return self.texts.get(act.lang)


def model_for(name: str, acts: Iterable[Act], ui: Ui | None = None) -> Model:
    """The model act in a file, with a text for one of the acts at least.

    Raises:
        AdistemeError: the file cannot be read, or it is not an act.
        ModelLanguageError: no act is in a language of the model.
    """
    model = Model(name, read_acts(name, ui))
    needed = dict.fromkeys(act.lang for act in acts)
    if not any(lang in model.texts for lang in needed):
        raise ModelLanguageError(model=name, met=", ".join(model.texts), expected=", ".join(needed))
    return model
