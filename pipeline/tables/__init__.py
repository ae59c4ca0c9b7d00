"""Results of documents -> the tables an analyst opens: CSV, Parquet, datapackage.json."""
