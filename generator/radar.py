"""The chart of a result form ("Паутинка"): the means of the competences on as many rays.

Black with a grey field, so that a copy in grey says the same, and without a ground, so that it
covers no ruling; the rays carry the numbers of the table beside it, so that it reads alike in both
languages.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import pi
from typing import Any

_SIZE = 2.3  # inches: what the cell beside twelve rows holds
_DPI = 150
_FONT = "DejaVu Sans"  # comes with the library and has the Kazakh letters
_INK, _FIELD = "black", "0.85"
_CAPTION_SIZE, _SCALE_SIZE = 7, 5


@lru_cache(maxsize=64)
def radar(means: tuple[Decimal | None, ...], highest: int) -> bytes:
    """The chart as PNG; equal means give equal bytes. A competence without a mean stands at 0.

    Both languages of a person's form ask for the same chart, hence the cache.
    """
    values = [float(mean or 0) for mean in means]
    return _web(len(values), highest).draw(values)


@lru_cache(maxsize=4)
def _web(rays: int, highest: int) -> _Web:
    return _Web(rays, highest)


class _Web:
    """The rays and rings; laying them out takes most of the time, so they are laid out once."""

    def __init__(self, rays: int, highest: int) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - slow to load
        from matplotlib.figure import Figure  # noqa: PLC0415 - see above

        figure = Figure(figsize=(_SIZE, _SIZE), dpi=_DPI, facecolor="none")
        self._canvas = FigureCanvasAgg(figure)
        self._axes: Any = figure.add_subplot(projection="polar")
        self._angles = [2 * pi * turn / rays for turn in range(rays)]
        figure.subplots_adjust(left=0.08, right=0.92, top=0.92, bottom=0.08)
        self._lay_out(rays, highest)

    def _lay_out(self, rays: int, highest: int) -> None:
        axes = self._axes
        axes.set_facecolor("none")
        axes.set_theta_zero_location("N")
        axes.set_theta_direction(-1)
        axes.set_ylim(0, highest)
        axes.set_yticks(range(1, highest + 1))
        axes.tick_params(axis="y", labelsize=_SCALE_SIZE, labelcolor=_INK, pad=0)
        axes.set_rlabel_position(180 / rays)
        captions = [str(turn) for turn in range(1, rays + 1)]
        axes.set_xticks(self._angles, captions, fontsize=_CAPTION_SIZE, fontfamily=_FONT)
        axes.tick_params(axis="x", pad=-1)
        axes.grid(color="0.6", linewidth=0.4)

    def draw(self, values: Sequence[float]) -> bytes:
        """The chart of these values as PNG; the web is left empty again."""
        angles, closed = [*self._angles, self._angles[0]], [*values, values[0]]
        field = self._axes.fill(angles, closed, color=_FIELD)
        style = {"color": _INK, "linewidth": 1.1, "marker": "o", "markersize": 2.5}
        drawn = [*field, *self._axes.plot(angles, closed, **style)]
        out = io.BytesIO()
        self._canvas.print_png(out, metadata={"Software": None})  # type: ignore[no-untyped-call] # the library types it not
        for artist in drawn:
            artist.remove()
        return out.getvalue()
