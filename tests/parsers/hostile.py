"""What hostile sources are measured with: how long, how much memory, what is said."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from parsers import parse
from parsers.errors import SourceError

try:
    import resource
except ImportError:  # not on Windows: time is measured alone
    resource = None


def peak() -> int:
    """The most memory the process has had so far, in megabytes."""
    if resource is None:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def within(seconds: float, megabytes: int = 700) -> Iterator[None]:
    """Fails where what is done takes longer, or makes the process larger by more."""
    started, before = time.process_time(), peak()
    yield
    assert time.process_time() - started < seconds
    assert peak() - before < megabytes


def refusal(data: bytes | str, name: str = "act.file") -> str:
    """Why a source is refused."""
    try:
        parse(data, name=name)
    except SourceError as error:
        return str(error)
    return "it was read"


def archive(parts: dict[str, bytes | str], *, packed: bool = True) -> bytes:
    """A ZIP file with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def bomb(unit: bytes, size: int) -> bytes:
    """``unit`` again and again, up to ``size`` bytes, packed without ever being held."""
    packer = zlib.compressobj(9)
    chunk = unit * (1_000_000 // len(unit))
    pieces = [packer.compress(chunk) for _ in range(size // len(chunk))]
    return b"".join([*pieces, packer.flush()])
