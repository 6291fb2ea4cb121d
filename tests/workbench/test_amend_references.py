"""``adisteme amend --rewrite-references``: references follow their elements to new numbers."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from model import codec

from .conftest import ROOT

ACTS = ROOT / "tests" / "fixtures" / "acts"
CASES = {
    "ru": {
        "base": ("13. Методом", "13. Согласно пункту 22 методом"),
        "amending": ("пункт 5 исключить", "пункт 22 считать пунктом 23"),
        "reference": ("пункту 22", "пункту 23"),
    },
    "kk": {
        "base": ("13. Саралау әдісімен", "13. 22-тармаққа сәйкес саралау әдісімен"),
        "amending": ("5-тармақ алып тасталсын", "22-тармақ 23-тармақ болып есептелсін"),
        "reference": ("22-тармаққа", "23-тармаққа"),
    },
}


@pytest.fixture(params=CASES)
def sources(request, tmp_path):
    """A base that refers to its clause 22, and an act that makes it clause 23."""
    lang = request.param
    paths = []
    for name in ("base", "amending"):
        was, now = CASES[lang][name]
        source = (ACTS / f"{name}-decision.{lang}.txt").read_text(encoding="utf-8")
        assert was in source
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(source.replace(was, now), encoding="utf-8")
    return lang, paths, *CASES[lang]["reference"]


def clause(out, lang, number):
    act = codec.from_json((out / f"consolidated.{lang}.json").read_bytes())
    nodes = [node for one in act.attachments[0].body for node in (one, *one.children)]
    return next(node.text for node in nodes if (node.kind, node.number) == ("clause", number))


def test_the_act_says_by_default_what_the_acts_say(adisteme, tmp_path, sources):
    lang, paths, old, _ = sources
    adisteme("amend", *paths, "-o", tmp_path / "out")
    assert old in clause(tmp_path / "out", lang, "13")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["references"] == []


def test_references_follow_and_are_listed_and_tracked(adisteme, tmp_path, sources):
    lang, paths, old, new = sources
    out = tmp_path / "out"
    done = adisteme("amend", *paths, "--rewrite-references", "--track-changes", "-o", out)
    assert f"{lang}: references led to new numbers: 1." in done.err
    assert new in clause(out, lang, "13")
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    place = {"attachment": "methodology", "clause": "13"}
    assert report["references"] == [{"place": place, "old": old, "new": new, "lang": lang}]
    with zipfile.ZipFile(out / f"consolidated.{lang}.docx") as archive:
        document = archive.read("word/document.xml").decode()
    inserted = re.findall(r"<w:ins .*?</w:ins>", document, re.DOTALL)
    assert any("23" in re.sub(r"<[^>]+>", "", one) for one in inserted)
