"""Operations on words: exchanged, added or taken out at a place, or throughout a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from amendments.changing import (
    Done,
    Host,
    Left,
    Order,
    already,
    missing,
    named,
    no_wording,
    only_place,
)
from amendments.documents import as_nodes
from amendments.places import Place, elements, own_text
from amendments.reach import texts_at, with_texts
from amendments.sides import side_of, with_words
from amendments.trees import (
    OWN,
    Nodes,
    bare,
    node_at,
)
from amendments.whole import host_of
from amendments.wordforms import forms_of
from amendments.words import Edit, Wording, appended, is_sign, rewritten
from lexicon.folding import fold, key
from model import Act, Node, Operation

Change = Callable[[str], str]
_PRECISE = frozenset({"text", "heading", "title", "sentence", "cell"})
_VEIL = 0xF0000  # private letters: words just written are not read again by the pair after them
_MOST = 3  # candidates that a message names


def change_words(act: Act, order: Order) -> Done | Left:
    """The words of the operation exchanged, added or taken out; counted before anything is done."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    operation = order.operation
    if operation.old is None and operation.action == "insert-words":
        return _append(act, place, order)
    if operation.old is None and operation.action == "replace-words":
        return _replace_whole(act, place, order)
    if not operation.old or (operation.action != "delete-words" and not operation.new):
        return no_wording(order)
    return _change(act, place, order)


def _change(act: Act, place: Place, order: Order) -> Done | Left:
    texts = list(texts_at(act, place, order.operation))
    wording = Wording(order.operation, order.lang, texts)
    count = sum(len(wording.edits(text)) for text in texts)
    doubtful = [words for text in texts for words in wording.ambiguous(text)]
    if doubtful:
        return _doubtful(place, order, doubtful)
    if count == 0:
        return _absent(act, place, order, wording, texts)
    sign = is_sign(order.operation.old or "") and count > 1
    if sign and not _closing_only(act, place, order.operation):
        return _many(act, place, order, count)
    if count > 1 and not (sign or _may_be_many(place, order.operation)):
        return _many(act, place, order, count)
    whole = with_texts(act, place, order.operation, lambda text: _reworded(text, wording, order))
    left = tuple(
        words for text in texts_at(whole, place, order.operation) for words in wording.left(text)
    )
    return _done(act, whole, place, order, left)


def _reworded(text: str, wording: Wording, order: Order) -> str:
    edits = wording.edits(text)
    if is_sign(order.operation.old or "") and len(edits) > 1:
        edits = [edit for edit in edits if edit.end == len(text.rstrip())]
    if order.respectively:
        edits = [Edit(edit.start, edit.end, veiled(edit.new)) for edit in edits]
    return rewritten(text, edits)


def _may_be_many(place: Place, operation: Operation) -> bool:
    """Whether all occurrences are meant: throughout, or in one line, sentence or cell."""
    precise = place.facet in _PRECISE or operation.target.part or operation.target.item
    return operation.throughout or bool(precise)


def _closing_only(act: Act, place: Place, operation: Operation) -> bool:
    """A mark among several is the one that closes the text, where it does."""
    return own_text(act, place).rstrip().endswith(operation.old or "")


def _absent(act: Act, place: Place, order: Order, wording: Wording, texts: list[str]) -> Left:
    """The words are not there: done before, in another form, or elsewhere."""
    if any(wording.there(text) for text in texts):
        return already(place.target, standing(act, place))
    fields = {
        "words": order.operation.old or "",
        "target": named(place.target, order.lang),
        "nearest": ", ".join(_near(act, order, texts)[:_MOST]) or "–",
    }
    return Left("target-missing", "words-missing", fields, place.target, standing(act, place))


def _near(act: Act, order: Order, texts: list[str]) -> list[str]:
    """The words in another form at the place; else the elements that have them."""
    forms = forms_of(order.operation.old or "", "", order.lang)
    found = [f'"{one[0]}"' for text in texts for one in forms.loose.finditer(fold(text))]
    if found:
        return list(dict.fromkeys(found))
    return [
        named(element.target, order.lang)
        for document in range(OWN, len(act.attachments))
        for element in elements(act, document)
        if key(order.operation.old or "") in key(element.node.text or "")
    ]


def _many(act: Act, place: Place, order: Order, count: int) -> Left:
    fields = {
        "words": order.operation.old or "",
        "target": named(place.target, order.lang),
        "count": str(count),
    }
    return Left("ambiguous", "words-many", fields, place.target, standing(act, place))


def _doubtful(place: Place, order: Order, doubtful: list[str]) -> Left:
    listed = ", ".join(f'"{words}"' for words in dict.fromkeys(doubtful))
    fields = {"target": named(place.target, order.lang), "listed": listed}
    return Left("ambiguous", "words-doubtful", fields, place.target)


def _append(act: Act, place: Place, order: Order) -> Done | Left:
    """Words without an anchor go to the end of the last line."""
    new = order.operation.new or _content_words(order)
    if not new:
        return no_wording(order)
    last = last_line(act, place)
    text = own_text(act, last)
    if not text:
        return missing(act, place.target, order.lang)
    if key(text).rstrip(" .;:").endswith(key(new).rstrip(" .;:")):
        return already(place.target, standing(act, place))
    whole = with_words(act, last, lambda old: appended(old, new))
    return _done(act, whole, place, order)


def last_line(act: Act, place: Place) -> Place:
    """The last line of an element: its own text, or that of what stands under it."""
    if place.facet is not None or not place.path:
        return place
    node, path = node_at(act, place.document, place.path), place.path
    while lines := [at for at, child in enumerate(node.children) if child.kind != "table"]:
        path = (*path, lines[-1])
        node = node.children[lines[-1]]
    return replace(place, path=path, facet="text")


def _content_words(order: Order) -> str:
    return " ".join(node.text for node in order.operation.content if node.text)


def _replace_whole(act: Act, place: Place, order: Order) -> Done | Left:
    """New words for the whole of a line, sentence, heading or cell that the target names."""
    new = order.operation.new or _content_words(order)
    if not new or not _may_be_many(place, order.operation):
        return no_wording(order)
    side = place if place.facet else replace(place, facet="text")
    before = side_of(act, side)
    if [key(node.text or "") for node in before] == [key(new)]:
        return already(place.target, before)
    return _done(act, with_words(act, side, lambda _: new), place, order)


def _done(act: Act, whole: Act, place: Place, order: Order, left: tuple[str, ...] = ()) -> Done:
    document_wide = not place.path and place.facet is None
    kind = "throughout" if document_wide else "changed"
    host = Host(place.document, ()) if not place.path else host_of(whole, place)
    return Done(
        act=whole,
        place=place.target,
        kind=kind,
        host=host,
        before=standing(act, place, whole),
        after=standing(whole, place, act),
        left=left if order.operation.throughout else (),
    )


def standing(act: Act, place: Place, other: Act | None = None) -> Nodes:
    """What stands at the place; of a whole document only what ``other`` has otherwise."""
    if place.facet is not None:
        return side_of(act, place)
    if place.path:
        return (bare(node_at(act, place.document, place.path)),)
    if other is None:
        return ()
    return tuple(_different(_all_nodes(act), _all_nodes(other)))


def _all_nodes(act: Act) -> Nodes:
    documents = (act.body, *(as_nodes(one) for one in act.attachments))
    return tuple(node for document in documents for node in document)


def _different(mine: Nodes, others: Nodes) -> Iterator[Node]:
    """The clauses and the like that differ; a chapter is opened rather than shown whole."""
    for node, other in zip(mine, others, strict=False):
        if node == other:
            continue
        if node.kind in {"section", "chapter", "paragraph"} and node.heading == other.heading:
            yield from _different(node.children, other.children)
        else:
            yield bare(node)


def veiled(words: str) -> str:
    """The words in private letters, so that the next pair of the instruction passes them over."""
    return "".join(chr(_VEIL + ord(letter)) for letter in words)


def unveiled(words: str) -> str:
    """The words in their own letters again."""
    if not any(ord(letter) >= _VEIL for letter in words):
        return words
    return "".join(chr(ord(c) - _VEIL) if ord(c) >= _VEIL else c for c in words)
