"""Settings of the whole test run."""

from __future__ import annotations

from hypothesis import settings

# Machines that run the tests are shared and slow at times: how long one example took is not a
# property of the program. Speed is measured in benchmarks/.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
