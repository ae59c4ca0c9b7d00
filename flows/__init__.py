"""Prefect flows: which part of the work runs when, is retried, and is kept from the last run.

Here belong flows, tasks and what their running needs (the engine's environment, progress, logs).
No language processing and no column names: those are `pipeline`'s, which works without Prefect.
"""

from flows.environment import prepare

# Prefect reads its settings while it is imported, and no module here can import it before this.
prepare()
