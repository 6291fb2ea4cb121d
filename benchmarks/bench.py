"""How long the work takes, as ratios to a floor measured in the same run.

A ratio travels between machines, a second does not. Each figure is the median of several runs;
floor and work take turns, so that both meet the same disturbances.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS = 7

Task = Callable[[], object]


class Measure(NamedTuple):
    """A piece of work beside its floor."""

    name: str
    floor: str
    work: Task
    least: Task


def acts() -> list[Path]:
    """The real acts, where there are any beside the project, else the fixtures."""
    beside = os.environ.get("ADISTEME_ACTS", str(ROOT.parent / "shared" / "acts"))
    for folder in (Path(beside), ROOT / "tests" / "fixtures" / "acts"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found
    return []


def reading() -> list[Measure]:
    """Reading an act against splitting the same text into lines."""
    import adisteme  # noqa: PLC0415 - the import is no part of any measure

    def measure(path: Path) -> Measure:
        content = path.read_bytes()
        return Measure(
            f"parse {path.name} ({len(content) // 1024} KB)",
            "split into lines",
            lambda: adisteme.parse(content),
            lambda: [line.split() for line in content.decode().splitlines()],
        )

    return [measure(path) for path in acts()]


def writing() -> list[Measure]:
    """A whole package in two languages against one bare render of a template."""
    import adisteme  # noqa: PLC0415 - the import is no part of any measure

    agency = adisteme.load_profile(str(ROOT / "examples" / "shu-maslikhat.yaml"))
    (act, *_) = adisteme.acts_for(agency)
    return [
        Measure("draft one act", "bare docxtpl render", lambda: adisteme.acts_for(agency), _bare),
        Measure("write its DOCX", "bare docxtpl render", lambda: adisteme.render(act), _bare),
        Measure(
            "write the package", "bare docxtpl render", lambda: adisteme.generate(agency), _bare
        ),
    ]


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


def starting() -> list[Measure]:
    """``adisteme --help`` against Python that does nothing."""
    return [
        Measure(
            "adisteme --help",
            "bare Python",
            lambda: _python("from workbench.cli import run; run(['--help'])"),
            lambda: _python("pass"),
        )
    ]


def _python(code: str) -> None:
    command = [sys.executable, "-c", code]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def report(measure: Measure) -> str:
    """One line: the work, its median, how many times its floor."""
    work, least = [], []
    for _ in range(RUNS):
        work.append(_seconds(measure.work))
        least.append(_seconds(measure.least))
    spent, floor = statistics.median(work), statistics.median(least)
    times = f"{spent / floor:>9.1f} x {measure.floor} ({floor * 1000:.2f} ms)"
    return f"{measure.name:<48}{spent * 1000:>9.1f} ms {times}"


def _seconds(task: Task) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def main() -> None:
    """Measure everything and print as it comes."""
    print(f"median of {RUNS} runs each, Python {sys.version.split()[0]}")
    for group in (starting, reading, writing):
        for measure in group():
            measure.work()  # the first run loads data and compiles patterns
            print(report(measure), flush=True)


if __name__ == "__main__":
    main()
