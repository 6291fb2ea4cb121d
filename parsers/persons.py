"""Names of persons behind their posts: initials and a surname, or the name in full."""

from __future__ import annotations

from lexicon.formulas import read, search
from model import Lang

_MOST_NAMES = 3  # first name, patronymic, surname


def is_person(words: str, lang: Lang) -> bool:
    """Whether a whole line or cell under an act is the name of a person."""
    return bool(read("person/name", words, lang)) or _is_full_name(words, lang)


def name_start(words: str, lang: Lang) -> int | None:
    """Where the name begins on a line of post and name; ``None`` where no name is told surely.

    A name in full looks like the end of many posts, so it must stand behind a post that is
    complete: in Kazakh the word of the post closes it, in Russian a name of a place may not.
    """
    line = read("person/signature", words, lang)
    if line:
        return words.rindex(line.raw["name"])
    starts = [place + 1 for place, char in enumerate(words) if char.isspace()][-_MOST_NAMES:]
    return next((at for at in starts if _parts(words[:at].rstrip(" :"), words[at:], lang)), None)


def _parts(post: str, name: str, lang: Lang) -> bool:
    if not _is_full_name(name, lang) or name.isupper():
        return False
    last = post.rsplit(maxsplit=1)[-1] if post else ""
    if lang == "kk":
        return bool(search("signature/post", last, lang))
    return bool(
        search("signature/post", post, lang)
        and not read("person/place-named", last, lang)
        and (last.islower() or search("person/no-name", last, lang))
    )


def _is_full_name(words: str, lang: Lang) -> bool:
    parts = words.split()
    return (
        1 < len(parts) <= _MOST_NAMES
        and bool(read("person/full-name", words, lang))
        and not any(read("person/no-name", part, lang) for part in parts)
        and not search("signature/post", words, lang)
    )
