"""How long the work takes, as ratios to a floor measured in the same run.

A ratio travels between machines, a second does not. Each figure is the median of several runs;
floor and work take turns, so that both meet the same disturbances.

    python3 tasks.py bench [starting|reading|growing|writing|filling|amending|understanding|
                            citing|retargeting ...]
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from timeit import timeit

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import sources  # noqa: E402 - beside this file
from measuring import Measure, forget, heading, peak, report  # noqa: E402 - beside this file

_CLAUSES, _CLAUSE = 500, 760  # how many, and how many bytes each
_MEGABYTE = 1_000_000
_PEOPLE = 500


def starting() -> Iterator[str]:
    """``adisteme --help`` against Python that does nothing."""
    shown = Measure(
        "adisteme --help",
        "bare Python",
        lambda: _python("from workbench.cli import run; run(['--help'])"),
        lambda: _python("pass"),
    )
    yield report(shown)


def _python(code: str) -> None:
    command = [sys.executable, "-c", code]
    subprocess.run(command, cwd=sources.ROOT, check=True, stdout=subprocess.DEVNULL)


def reading() -> Iterator[str]:
    """Reading an act, in every form, against the least that its format allows."""
    from parsers import parse  # noqa: PLC0415 - the import is no part of any measure

    act = sources.named("shu")
    page, word, pdf = sources.page(act), sources.word(act), sources.pdf(act)
    yield _read(f"page of {len(page) // 1024} KB", page, "lxml and its text", _page_text, 10)
    anew = Measure(
        "the same page, its words never met before",
        "lxml and its text",
        lambda: parse(page),
        lambda: _page_text(page),
        before=forget,
    )
    yield report(anew)
    yield _read("the same act, DOCX", word, "unzip, lxml and its text", _word_text, 4)
    if pdf is not None:
        yield _read("the same act, PDF", pdf, "pypdfium2's text", _pdf_text, 1.5)
    for path in sources.acts():
        data = path.read_bytes()
        name = f"{path.name} ({len(data) // 1024} KB)"
        split = Measure(name, "split into lines", lambda d=data: parse(d), lambda d=data: _split(d))
        yield report(split)


def _read(name: str, data: bytes, floor: str, least, most: float) -> str:  # noqa: ANN001 - a reader
    from parsers import parse  # noqa: PLC0415 - the import is no part of any measure

    parse(data)  # the first run loads data and compiles patterns
    return report(Measure(name, floor, lambda: parse(data), lambda: least(data), most))


def _page_text(data: bytes) -> str:
    import lxml.html  # noqa: PLC0415 - heavy

    return str(lxml.html.document_fromstring(data).text_content())


def _word_text(data: bytes) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "".join(map(str, root.itertext()))


def _pdf_text(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def _split(data: bytes) -> list[list[str]]:
    return [line.split() for line in data.decode().splitlines()]


def growing() -> Iterator[str]:
    """How time and memory grow with the act, up to two megabytes."""
    from parsers import parse  # noqa: PLC0415 - the import is no part of any measure

    small, large = sources.long_act(_MEGABYTE // 5), sources.long_act(2 * _MEGABYTE)
    times = len(large) / len(small)
    longer = Measure(
        f"an act of {len(large) / _MEGABYTE:.1f} MB",
        f"one of {len(small) / _MEGABYTE:.1f} MB",
        lambda: parse(large),
        lambda: parse(small),
        times,
    )
    yield report(longer)
    held = peak(lambda: parse(large))
    yield f"{'memory held at most for it':<48}{held / len(large):>9.1f} x its size, aimed at 12 x"


def writing() -> Iterator[str]:
    """A whole package in two languages against one bare render of a template."""
    import adisteme  # noqa: PLC0415 - the import is no part of any measure

    agency = adisteme.load_profile(str(sources.ROOT / "examples" / "shu-maslikhat.yaml"))
    (act, *_) = adisteme.acts_for(agency)
    floor = "bare docxtpl render"
    yield report(Measure("draft one act", floor, lambda: adisteme.acts_for(agency), _bare))
    yield report(Measure("write its DOCX", floor, lambda: adisteme.render(act), _bare))
    yield report(Measure("write the package", floor, lambda: adisteme.generate(agency), _bare))


def _bare() -> None:
    """One paragraph through docxtpl, to bytes."""
    from docx import Document  # noqa: PLC0415 - heavy
    from docxtpl import DocxTemplate  # noqa: PLC0415 - heavy

    page = io.BytesIO()
    document = Document()
    document.add_paragraph("{{ title }}")
    document.save(page)
    template = DocxTemplate(page)
    template.render({"title": "title"})
    template.save(io.BytesIO())


def filling() -> Iterator[str]:
    """A form filled for five hundred people against as many bare renders of a template."""
    from forms import find  # noqa: PLC0415 - the import is no part of any measure
    from forms.reckoning import reckon  # noqa: PLC0415 - as above
    from forms.records import records  # noqa: PLC0415 - as above
    from generator.filled import Voice, render_filled  # noqa: PLC0415 - as above

    form, voice = find("form-4"), Voice("kk")
    data = _people(_PEOPLE)

    def filled() -> int:
        """As the command does it: one file after another, none kept."""
        listed = records(form, data, "people.json")
        return sum(len(render_filled(form, [reckon(form, one)], voice)) for one in listed)

    def bare() -> None:
        for _ in range(_PEOPLE):
            _bare()

    render_filled(form, [reckon(form, records(form, data, "people.json")[0])], voice)  # loads data
    # So many renders are their own repetition: each side is run once.
    spent, least = (timeit(task, number=1) for task in (filled, bare))
    times = f"{spent / least:>9.1f} x {_PEOPLE} bare docxtpl renders ({least:.1f} s), aimed at 1 x"
    yield f"{f'{form.id} for {_PEOPLE} people':<48}{spent * 1000:>9.1f} ms {times}"
    held = f"{peak(filled) / peak(_bare):>9.1f} x that of one bare render, aimed at 10 x"
    yield f"{'memory held at most for it':<48}{held}"


def _people(number: int) -> bytes:
    """The data of a ranking of so many people, as JSON."""
    marks = {f"mark/{row}": 4 for row in range(1, 5)}
    people = [{"code": str(n), "values": {"person": f"P{n}", **marks}} for n in range(number)]
    return json.dumps(people).encode()


def amending() -> Iterator[str]:
    """Applying an order, and drafting between two redactions, against reading them."""
    import adisteme  # noqa: PLC0415 - the import is no part of any measure
    from amendments import Options, apply  # noqa: PLC0415 - as above
    from amendments.drafting import draft_operations  # noqa: PLC0415 - as above

    base, order = sources.named("shu"), sources.named("labour")
    act, changes = adisteme.parse(base), adisteme.parse(order)
    anyhow = Options(any_base=True)
    applied = Measure(
        f"apply {len(changes.operations)} operations",
        "reading the amending act",
        lambda: apply(act, changes, anyhow),
        lambda: adisteme.parse(order),
        3,
    )
    yield report(applied)
    old = sources.long_act(_CLAUSES * _CLAUSE)
    new = old.replace(b" 5 ", b" 6 ", 40)
    one, other = adisteme.parse(old), adisteme.parse(new)
    drafted = Measure(
        f"draft between redactions of {len(one.attachments[0].body)} clauses",
        "reading both",
        lambda: draft_operations(one, other),
        lambda: (adisteme.parse(old), adisteme.parse(new)),
        2,
    )
    yield report(drafted)


def understanding() -> Iterator[str]:
    """How many amending instructions of the gold set are read right; no time is taken."""
    from model import LANGUAGES  # noqa: PLC0415 - the import is no part of any measure
    from tests.amendments.measure import measure, whole  # noqa: PLC0415 - as above

    totals = measure()
    for lang in LANGUAGES:
        score = whole(totals, lang)
        read = f"recall {score.recall:.3f}, precision {score.precision:.3f}"
        yield f"{f'instructions, {lang}: {score.wanted} operations':<48}{read}"


def citing() -> Iterator[str]:
    """How many references of acts and of sentences are read right; no time is taken."""
    from model import LANGUAGES  # noqa: PLC0415 - the import is no part of any measure
    from tests.lexicon import citing as measure  # noqa: PLC0415 - as above

    folder = sources.acts()[0].parent
    total = measure.Score()
    for name in measure.names():
        path = measure.source(name, folder)
        if path is not None:
            score = measure.score(name, path)
            total = total.plus(score)
            yield _cited(name, score)
    yield _cited("all acts", total)
    for lang in LANGUAGES:
        score = measure.Score()
        for text, wants in measure.sentences(lang):
            score = score.plus(measure.score_sentence(text, wants, lang))
        read = f"recall {score.recall:.3f}, precision {score.precision:.3f}"
        yield f"{f'sentences, {lang}: {score.wanted} references':<48}{read}"


def _cited(name: str, score) -> str:  # noqa: ANN001 - a Score, whose import is no part of a measure
    told = (
        f"found {score.right}, missed {len(score.missed)}, wrong {len(score.wrong)}, "
        f"resolved {score.resolved}, dangling {score.dangling}; "
        f"recall {score.recall:.3f}, precision {score.precision:.3f}"
    )
    return f"{f'{name}: {score.wanted} references':<48}{told}"


def retargeting() -> Iterator[str]:
    """How like re-targeted acts are to real ones; no time is taken."""
    from retargeting import lines  # noqa: PLC0415 - beside this file

    yield from lines()


GROUPS = (
    starting,
    reading,
    growing,
    writing,
    filling,
    amending,
    understanding,
    citing,
    retargeting,
)


def main(names: list[str]) -> None:
    """Measure everything, or the groups that are named, and print as it comes."""
    print(heading())
    for group in GROUPS:
        if not names or group.__name__ in names:
            for line in group():
                print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
