"""`pytest tests/golden --update-golden` writes the expected tables anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected tables of the samples anew"
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether to write the expected tables instead of comparing with them."""
    return bool(request.config.getoption("--update-golden", default=False))
