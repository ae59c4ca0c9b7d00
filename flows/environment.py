"""How Prefect runs here: quiet, private, in a folder of its own. Set before Prefect is imported.

Prefect reads its settings while it is imported, so the package calls `prepare` when it is itself
imported. What the user has set stays as it is.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

#: Prefect's settings for one run on one machine, with why.
DEFAULTS: dict[str, str] = {
    # Nothing is told to anyone: the first switch stops the library's events, the second the
    # heartbeat of the server, which does not look at the first.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The temporary server of a run took 4 to 14 s to start; its own limit of 20 s is too near.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    # Our own log records go to the run's page, where a server is kept.
    "PREFECT_LOGGING_EXTRA_LOGGERS": "pipeline,flows",
    # Records from outside a run have no page to go to.
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    # Reading takes one core; more threads of a linear algebra library only get in its way.
    "OMP_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}

#: Calls to our own machine must not be sent through a proxy.
LOOPBACK = ("127.0.0.1", "localhost")


def prepare() -> None:
    """Sets what Prefect needs in the environment, for this process and those it starts."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    os.environ["PREFECT_HOME"] = str(prefect_home())
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [host for host in os.environ.get(name, "").split(",") if host]
        os.environ[name] = ",".join(dict.fromkeys([*hosts, *LOOPBACK]))


def prefect_home() -> Path:
    """Returns the folder where Prefect keeps the history of runs: no text of any document.

    Not Prefect's own default: a database there may belong to another version of it.
    """
    if chosen := os.environ.get("PREFECT_HOME"):
        return Path(chosen)
    try:
        home = user_cache_path("entente") / "prefect"
        home.mkdir(parents=True, exist_ok=True)
    except OSError:  # a service's account may have no home to write to
        home = Path(tempfile.gettempdir()) / "entente-prefect"
        home.mkdir(mode=0o700, exist_ok=True)
    return home
