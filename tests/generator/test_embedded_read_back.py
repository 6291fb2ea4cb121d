"""What the embedded methodology writes, the parser reads back as the same elements."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from generator.embedded import embedded
from model import LANGUAGES, Act, Agency, Lang, Node
from parsers import parse

PROFILES = yaml.safe_load((Path(__file__).parent / "test_embedded.yaml").read_text("utf-8"))
STAMP = {"date": "2023-06-26", "number": "4-10"}


def lines(nodes: tuple[Node, ...], lang: Lang) -> Iterator[str]:
    for node in nodes:
        yield beginning(node, lang) + (node.heading or "") + (node.text or "")
        yield from lines(node.children, lang)


def beginning(node: Node, lang: Lang) -> str:
    if node.kind == "chapter":
        return f"{node.number}-тарау. " if lang == "kk" else f"Глава {node.number}. "
    return {"clause": f"{node.number}. ", "subclause": f"{node.number}) "}.get(node.kind, "")


def as_page(act: Act) -> str:
    (signature,), (methodology,) = act.signatures, act.attachments
    operative = [*lines(act.body, act.lang), f"{signature.post}\t{signature.name}"]
    approved = [*methodology.header.split("\n"), methodology.title]
    rest = lines(methodology.body, act.lang)
    return "\n\n".join([act.title, act.requisites, act.preamble.text, *operative, *approved, *rest])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PROFILES)
def test_the_elements_are_read_back_as_they_were_written(kind, lang):
    written = embedded(msgspec.convert(PROFILES[kind] | {"act": STAMP}, Agency), lang)
    read = parse(as_page(written))
    assert read.attachments[0].body == written.attachments[0].body
    assert read.attachments[0].title == written.attachments[0].title
    assert read.body == written.body
    assert read.preamble == written.preamble
    assert (read.type, read.date, read.number) == (written.type, written.date, written.number)
    assert read.accounting.unaccounted == 0
