"""What holds for every test: no deadline on time, no skipping in CI, two sizes of search, and no way out."""

import os
import sys
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

CI = os.environ.get("CI") == "true"
CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

NO_SKIPS = "with CI=true no test may be skipped; this one was: "

# Timings are benches, never asserted: hence no deadline, and no complaint about a slow machine.
settings.register_profile("ci", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("local", settings.get_profile("ci"), derandomize=False)
settings.register_profile("campaign", settings.get_profile("local"), max_examples=10_000)
settings.load_profile("campaign" if CAMPAIGN else "ci" if CI else "local")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return failed_if_skipped((yield))


def failed_if_skipped(report: Report) -> Report:
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = NO_SKIPS + reason(report.longrepr)
    return report


def reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)


HERE = ("127.", "::1", "localhost")


def stay_here(event: str, args: tuple[object, ...]) -> None:
    """Refuse a socket to anywhere but this machine, for as long as the tests run."""
    if event in {"socket.connect", "socket.sendto"}:
        address = args[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(HERE):
            raise PermissionError(event)


sys.addaudithook(stay_here)
