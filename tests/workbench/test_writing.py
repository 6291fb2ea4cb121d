from __future__ import annotations

import os
from pathlib import Path

import pytest

from model import AdistemeError
from workbench import writing
from workbench.errors import CannotWriteError, NotAFolderError, OutputIsFolderError
from workbench.writing import write_file, write_package

FILES = {"a.txt": b"new a", "forms/b.txt": b"new b", "forms/c.txt": b"new c"}


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_package_is_written_whole_into_a_new_folder(tmp_path):
    paths = write_package(FILES, tmp_path / "deep" / "out")
    assert everything_in(tmp_path / "deep" / "out") == FILES
    assert paths == tuple(tmp_path / "deep" / "out" / name for name in FILES)


def test_a_package_replaces_its_own_files_and_leaves_others_alone(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old a")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_package(FILES, tmp_path)
    assert everything_in(tmp_path) == {**FILES, "mine.txt": b"mine"}


def test_nothing_is_left_behind_when_a_package_has_been_written(tmp_path):
    write_package(FILES, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "forms"]


@pytest.mark.parametrize("fails_at", range(1, 6))
def test_a_package_that_fails_half_way_is_taken_back(tmp_path, monkeypatch, fails_at):
    before = {"a.txt": b"old a", "forms/c.txt": b"old c"}
    write_package(before, tmp_path)
    renames = 0
    replace = Path.replace

    def failing(path, target):
        nonlocal renames
        renames += 1
        if renames == fails_at:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(CannotWriteError, match="No space left on device"):
        write_package(FILES, tmp_path)
    assert everything_in(tmp_path) == before


def test_a_folder_made_for_a_package_that_failed_is_removed_again(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_fill", full)
    with pytest.raises(CannotWriteError, match="Nothing was changed"):
        write_package(FILES, tmp_path / "deep" / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(
        NotAFolderError, match=r'out" is not a folder\. Expected after -o: a folder'
    ):
        write_package(FILES, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_folder_in_place_of_a_file_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "forms" / "c.txt").mkdir(parents=True)
    with pytest.raises(OutputIsFolderError, match=r'c\.txt" is a folder'):
        write_package(FILES, tmp_path)
    assert everything_in(tmp_path) == {}


def test_a_folder_under_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(AdistemeError):
        write_package(FILES, tmp_path / "file" / "out")
    assert everything_in(tmp_path) == {"file": b"mine"}


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path):
    target = tmp_path / "target.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write_file(b"new", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced():
    write_file(b"gone", Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    def half(path, content):
        path.write_bytes(content[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_fill", half)
    (tmp_path / "act.json").write_bytes(b"old")
    with pytest.raises(CannotWriteError, match="No space left on device"):
        write_file(b"new content", tmp_path / "act.json")
    assert everything_in(tmp_path) == {"act.json": b"old"}


def test_a_write_protected_file_is_not_replaced(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(b"signed")
    monkeypatch.setattr(writing.os, "access", lambda *_: False)
    with pytest.raises(CannotWriteError, match="write-protected"):
        write_file(b"new", tmp_path / "a.txt")
    with pytest.raises(CannotWriteError, match="write-protected"):
        write_package(FILES, tmp_path)
    assert everything_in(tmp_path) == {"a.txt": b"signed"}
