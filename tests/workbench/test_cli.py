from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from model import Accounting, Act, Diagnostic, codec
from workbench import reading

from .conftest import ROOT


@pytest.fixture
def act_file(tmp_path):
    """An act of given accounting and diagnostics, as a JSON file."""

    def written(name="act.json", **fields):
        path = tmp_path / name
        path.write_text(codec.to_json(Act(lang="kk", title="Үлгі", **fields)), encoding="utf-8")
        return path

    return written


@pytest.fixture(autouse=True)
def _readers(monkeypatch):
    """Reading as such is the parsers' matter; here an act's own JSON is enough."""
    monkeypatch.setattr(reading, "act_of", lambda content, *_: codec.from_json(content))


def test_one_source_gives_one_json_object(adisteme, act_file):
    done = adisteme("parse", act_file())
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["title"] == "Үлгі"


def test_several_sources_give_one_object_per_line(adisteme, act_file):
    done = adisteme("parse", act_file("one.json"), act_file("two.json"))
    lines = done.out.splitlines()
    assert done.code == 0
    assert [json.loads(line)["title"] for line in lines] == ["Үлгі", "Үлгі"]


def test_output_goes_to_the_file_named_and_nothing_else_is_printed(adisteme, act_file, tmp_path):
    done = adisteme("parse", act_file(), "-o", tmp_path / "out.json")
    assert (done.code, done.out) == (0, "")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["lang"] == "kk"


WARNING = Diagnostic("warning", "glued-words", "two words are one")
ERROR = Diagnostic("error", "not-understood", "a sentence is not understood")


@pytest.mark.parametrize(
    ("fields", "code", "said"),
    [
        pytest.param({}, 0, "", id="nothing odd"),
        pytest.param(
            {"diagnostics": (WARNING,)},
            0,
            "errors 0, warnings 1, characters not accounted for 0.",
            id="a warning alone is no finding",
        ),
        pytest.param(
            {"diagnostics": (ERROR, WARNING)},
            1,
            "errors 1, warnings 1, characters not accounted for 0.",
            id="an error is",
        ),
        pytest.param(
            {"accounting": Accounting(source=9, kept=6, unaccounted=3)},
            1,
            "errors 0, warnings 0, characters not accounted for 3.",
            id="a lost character is",
        ),
    ],
)
def test_findings_are_said_on_standard_error_and_in_the_exit_code(
    adisteme, act_file, fields, code, said
):
    done = adisteme("parse", act_file(**fields))
    assert done.code == code
    assert said in done.err
    assert json.loads(done.out)["lang"] == "kk"


WRONG = {
    "no command": (
        [],
        "A command is missing. Expected: amend, draft-amendment, forms, generate, history,",
    ),
    "an unknown command": (
        ["amned"],
        'There is no command "amned". Expected: amend, draft-amendment,',
    ),
    "a group alone": (["forms"], "A command is missing. Expected: blank, fill, "),
    "an unknown option": (["parse", "--nope"], 'There is no option "--nope". Expected: --format,'),
    "no source": (["parse"], "SOURCE... is missing."),
    "no agency": (["generate", "-o", "x"], "--agency is missing. Expected: --agency PROFILE."),
    "an option without value": (["parse", "x", "-o"], 'The option "-o" stands without its value'),
    "an unknown format": (
        ["parse", "x", "--format", "xml"],
        '--format: "xml" is not known here. Expected: json, outline, text.',
    ),
    "an unknown language": (
        ["generate", "--agency", "x", "-o", "y", "--lang", "kk,en"],
        '--lang: "en" is not known here. Expected: kk, ru.',
    ),
    "an unknown language of the program": (
        ["parse", "x", "--ui", "de"],
        '--ui: "de" is not known here. Expected: kk, ru, en.',
    ),
    "one argument too many": (["forms", "list", "x"], "The command line is not understood:"),
    "a file that is not there": (
        ["parse", "nowhere.txt"],
        'There is no file "nowhere.txt". Expected: a file that exists. Check the name;',
    ),
    "a folder for a file": (["parse", "."], '"." is a folder. Expected: one file.'),
    "a name that no file can have": (["parse", "a\0b"], "cannot be read:"),
    "standard input twice": (
        ["parse", "-", "-"],
        'The name "-" (standard input) is given 2 times. Expected: once at most.',
    ),
    "standard output for a folder": (
        ["generate", "--agency", "x.yaml", "-o", "-"],
        '"-" is not a folder. Expected after -o: a folder, existing or new.',
    ),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_clear_sentence_and_code_2(
    adisteme, tmp_path, monkeypatch, arguments, said
):
    monkeypatch.chdir(tmp_path)
    done = adisteme(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.startswith("adisteme: ")
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_refused(adisteme, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n")
    done = adisteme("parse", tmp_path / "empty.txt")
    assert done.code == 2
    assert 'empty.txt" is empty. Expected: a file with text in it.' in done.err


def test_a_file_without_end_is_refused(adisteme, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10_000)
    monkeypatch.setattr(reading.read_bytes, "__defaults__", (10_000,))
    done = adisteme("parse", "/dev/zero")
    assert done.code == 2
    assert "is longer than 10000 bytes" in done.err


def test_an_output_that_is_a_folder_is_refused(adisteme, act_file, tmp_path):
    done = adisteme("parse", act_file(), "-o", tmp_path)
    assert done.code == 2
    assert "is a folder, so no file of that name can be written." in done.err


def test_a_bad_source_among_good_ones_writes_nothing(adisteme, act_file, tmp_path):
    done = adisteme("parse", act_file(), tmp_path / "nowhere", "-o", tmp_path / "out.json")
    assert done.code == 2
    assert not (tmp_path / "out.json").exists()


def test_a_fault_of_ours_is_admitted_without_a_traceback(adisteme, act_file, monkeypatch):
    path = act_file()
    monkeypatch.setattr(codec, "to_json", lambda _: 1 // 0)
    done = adisteme("parse", path)
    assert done.code == 2
    assert "This is our fault, not yours; nothing was written." in done.err
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_debug_shows_the_trace(adisteme, act_file, monkeypatch):
    path = act_file()
    monkeypatch.setattr(codec, "to_json", lambda _: 1 // 0)
    assert "Traceback" in adisteme("parse", path, "--debug").err


def test_the_interrupt_key_stops_quietly(adisteme, act_file, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    path = act_file()
    monkeypatch.setattr(codec, "to_json", interrupted)
    done = adisteme("parse", path)
    assert (done.code, done.err) == (130, "adisteme: Stopped; nothing was written.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ui", "ru", "--help"], "Использование:"),
        (["--help", "--ui=kk"], "Қолданылуы:"),
        (["--help"], "Usage:"),
    ],
    ids=["ru", "kk", "en"],
)
def test_help_is_in_the_language_asked_for_wherever_it_is_asked(adisteme, arguments, said):
    done = adisteme(*arguments)
    assert done.code == 0
    assert said in done.out
    assert "adisteme generate --agency examples/shu-maslikhat.yaml -o out" in done.out


@pytest.mark.parametrize(
    ("ui", "said"), [("ru", "Нет файла"), ("kk", "файлы жоқ"), ("en", "There is no file")]
)
def test_messages_are_in_the_language_asked_for(adisteme, ui, said):
    assert said in adisteme("parse", "nowhere.txt", "--ui", ui).err


@pytest.mark.parametrize("ui", ["kk", "ru"])
@pytest.mark.parametrize("arguments", [c for c, _ in WRONG.values()], ids=WRONG)
def test_no_english_is_left_in_a_translated_message(adisteme, arguments, ui):
    said = adisteme(*arguments, *([] if "--ui" in arguments else ["--ui", ui])).err
    if "--ui" not in arguments:
        assert not re.search(r"\b(is|are|not|the|Expected|There)\b", said), said


def test_the_locale_decides_where_nothing_is_asked(monkeypatch, adisteme):
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    assert "Қолданылуы:" in adisteme("--help").out


def a_program(code, *arguments, **settings):
    """A process of its own that runs ``code``."""
    command = [sys.executable, "-c", code, *arguments]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=False, env=environ, stderr=subprocess.PIPE, **settings)


HELP = "from workbench.cli import main; main()"
MUCH = (
    "from workbench import cli, writing;"
    "cli.adisteme.invoke = lambda ctx: writing.write_output(b'x' * 10**6, '-');"
    "cli.main()"
)
OUTPUTS = [(HELP, ["--help"]), (MUCH, ["forms"])]


@pytest.mark.parametrize(("code", "arguments"), OUTPUTS, ids=["help", "an act"])
def test_a_reader_that_leaves_early_is_no_failure(code, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    done = a_program(code, *arguments, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("code", "arguments"), OUTPUTS, ids=["help", "an act"])
def test_a_full_disk_behind_standard_output_is_said(code, arguments):
    with Path("/dev/full").open("wb") as full:
        done = a_program(code, *arguments, stdout=full)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


HEAVY = {"yaml", "docx", "docxtpl", "jinja2", "lxml", "babel", "pymorphy3", "importlib.metadata"}


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["generate", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    code = (
        "import sys; from workbench.cli import run; run(sys.argv[1:]);"
        f"sys.stderr.write(' '.join({HEAVY!r} & set(sys.modules)))"
    )
    done = a_program(code, *arguments, stdout=subprocess.PIPE)
    assert b"Usage" in done.stdout
    assert done.stderr == b""


def test_importing_the_programmers_door_loads_nothing_heavy():
    code = f"import sys, adisteme; sys.stderr.write(' '.join({HEAVY!r} & set(sys.modules)))"
    assert a_program(code).stderr == b""
