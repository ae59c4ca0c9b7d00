"""The registry -> datapackage.json: path, schema and description of every table and column.

Follows the Data Package and Table Schema standards v1 (specs.frictionlessdata.io), which
`frictionless validate datapackage.json` checks.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.tables.atomic import open_replacing
from pipeline.tables.columns import TABLES
from pipeline.tables.schema import Column, Table

FILE_NAME = "datapackage.json"


def datapackage() -> dict[str, Any]:
    """Returns the descriptor of the output folder."""
    return {
        "profile": "data-package",
        "name": "entente-output",
        "title": "Claims of cooperation and tension between actors",
        "description": "Tables read out of foreign-policy documents by entente. Empty cells are "
        "missing values. A text cell that a spreadsheet would run as a formula has an apostrophe "
        "before it.",
        "resources": [_resource(table) for table in TABLES.values()],
    }


def write_datapackage(folder: Path) -> Path:
    """Writes datapackage.json into the output folder and returns its path."""
    path = folder / FILE_NAME
    with open_replacing(path) as file:
        file.write(json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n")
    return path


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": _with_warning(f"One row is {table.row}.", table.warning),
        "path": table.file_name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"'},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": [key.column],
                "reference": {"resource": key.table, "fields": [key.reference]},
            }
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "description": _with_warning(column.description, column.warning),
    }
    return field | ({"constraints": constraints} if constraints else {})


def _with_warning(description: str, warning: str) -> str:
    return f"{description} Note: {warning}" if warning else description
