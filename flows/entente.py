"""The main flow: documents of a folder in, tables out, reading only what changed.

Annotations here are real types, not texts: a scheduled run gets a copy of the flow's function, and
Prefect then finds no `Settings` to go with the word.
"""

from collections.abc import Sequence
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.inputs import InputFile, find_inputs, make_batches, unread
from flows.manifest import Stopwatch, new_run_id, write_manifest
from flows.progress import watcher
from flows.store import ResultStore
from pipeline.results import DocumentResult
from pipeline.run import load_resources, process_file
from pipeline.settings import Settings
from pipeline.summary import Summary, summarize
from pipeline.tables.write import write_output


@flow(name="entente")
def entente(settings: Settings, run_id: str = "") -> Summary:
    """Reads what is new in the input folder and writes the tables of all that is in it."""
    stopwatch = Stopwatch()
    inputs = find_inputs(settings.input, output=settings.output)
    resources = load_resources(settings)
    store = ResultStore(settings.output, resources.key(settings))
    new = unread(inputs, store)
    stopwatch.lap("prepare")
    watcher().planned(to_read=len(new), unchanged=len(inputs) - len(new))
    for batch in make_batches(new, documents=settings.batch_documents, words=settings.batch_words):
        read_batch(batch, settings)
    stopwatch.lap("read")
    summary = write_tables(inputs, settings, n_parsed=len(new))
    stopwatch.lap("write")
    write_manifest(
        run_id or new_run_id(),
        settings=settings,
        inputs=inputs,
        versions=resources.versions,
        summary=summary,
        seconds=stopwatch.seconds,
    )
    store.remove_unused()
    return summary


def _may_pass(_task: Any, _run: Any, state: Any) -> bool:
    """Says whether to try again: a folder on the network may come back, a bug stays."""
    return isinstance(state.result(raise_on_failure=False), OSError)


# Both tasks look the models up in their own process: Prefect would pickle an argument for seconds.
# No cache of Prefect's: `flows.store` keeps each document, and a batch changes with any of them.


@task(retries=2, retry_delay_seconds=[2, 10], retry_condition_fn=_may_pass, cache_policy=NO_CACHE)
def read_batch(batch: Sequence[InputFile], settings: Settings) -> None:
    """Reads the files and keeps each result at once, so that what is read stays read."""
    for file in batch:
        _read(file, settings)
        watcher().done(file.name)


@task(retries=2, retry_delay_seconds=[2, 10], retry_condition_fn=_may_pass, cache_policy=NO_CACHE)
def write_tables(inputs: Sequence[InputFile], settings: Settings, *, n_parsed: int) -> Summary:
    """Writes the tables of all documents, read now or earlier."""
    store = ResultStore(settings.output, load_resources(settings).key(settings))
    results = [
        # A file changed since it was listed, or a damaged result, is read once more.
        (store.get(file.store_name) or _read(file, settings)).at_path(file.name)
        for file in inputs
    ]
    tables = write_output(results, settings.output, parquet=settings.parquet)
    return summarize(results, tables, n_parsed=n_parsed)


def _read(file: InputFile, settings: Settings) -> DocumentResult:
    resources = load_resources(settings)
    result = process_file(file.path, resources, name=file.name, encoding=settings.encoding)
    ResultStore(settings.output, resources.key(settings)).put(result)
    return result
