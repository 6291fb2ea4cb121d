"""Whatever a document is built of, each letter of it is in the text or was left out by name."""

from __future__ import annotations

import re
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from word_files import blocks, document, read

WORD = "@"  # stands for a word that is told from all others
RUNS = st.sampled_from(
    [
        f"<w:r><w:t>{WORD}</w:t></w:r>",
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORD}</w:t></w:r>",
        f"<w:r><w:t>{WORD}</w:t><w:br/><w:tab/><w:t>{WORD}</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)


def wrapped(inner, *tags):
    """What is inside, in one of the wrappers."""
    return st.tuples(st.sampled_from(tags), inner).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    )


def joined(parts, most=3):
    return st.lists(parts, max_size=most).map("".join)


def inline(blocks_inside):
    box = blocks_inside.map(
        lambda inner: f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    )
    wrappers = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:hyperlink", "w:smartTag", "w:future")
    return st.recursive(
        RUNS | box,
        lambda inner: (
            wrapped(joined(inner), *wrappers)
            | joined(inner).map(
                lambda words: f"<w:sdt><w:sdtContent>{words}</w:sdtContent></w:sdt>"
            )
        ),
        max_leaves=4,
    )


PROPERTIES = st.sampled_from(
    ["", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>",
     "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>', "<w:hMerge/>",
     "<w:cellDel/>", "<w:cellIns/>"]
)  # fmt: skip
ROWS = st.sampled_from(
    ["", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:ins/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>",
     '<w:trPr><w:gridBefore w:val="1"/></w:trPr>']
)  # fmt: skip


def paragraphs(blocks_inside):
    parts = st.tuples(PROPERTIES, joined(inline(blocks_inside)))
    return parts.map(lambda pair: f"<w:p>{pair[0]}{pair[1]}</w:p>")


def tables(blocks_inside):
    cell = st.tuples(CELLS, blocks_inside).map(
        lambda pair: f"<w:tc><w:tcPr>{pair[0]}</w:tcPr>{pair[1]}</w:tc>"
    )
    row = st.tuples(ROWS, joined(cell)).map(lambda pair: f"<w:tr>{pair[0]}{pair[1]}</w:tr>")
    return joined(row).map(lambda rows: f"<w:tbl>{rows}</w:tbl>")


BODIES = joined(
    st.recursive(
        paragraphs(st.just("")),
        lambda inner: (
            paragraphs(joined(inner, 2))
            | tables(joined(inner, 2))
            | wrapped(inner, "w:customXml", "w:ins", "w:future")
        ),
        max_leaves=5,
    ),
    4,
)


def named(body: str) -> tuple[str, list[str]]:
    """The body with its words told from one another, and these words."""
    numbers = count(1)
    words: list[str] = []

    def name(_: re.Match[str]) -> str:
        words.append(f"слово{next(numbers)};")
        return words[-1]

    return re.sub(WORD, name, body), words


@pytest.mark.parametrize("changes", ["accepted", "original"])
@given(body=BODIES)
@settings(max_examples=150, deadline=None)
def test_each_word_is_read_once_or_left_out_once(changes, body):
    body, words = named(body)
    manuscript = read(document(body), changes)
    everything = manuscript.text + " ".join(one.text for one in manuscript.dropped)
    assert sorted(re.findall(r"слово\d+;", everything)) == sorted(words)
    assert all(one.reason for one in manuscript.dropped)


@given(body=BODIES)
@settings(max_examples=100, deadline=None)
def test_each_word_of_the_text_is_in_one_block(body):
    data = document(named(body)[0])
    found = re.findall(r"слово\d+;", str(blocks(data)))
    assert sorted(found) == sorted(re.findall(r"слово\d+;", read(data).text))
