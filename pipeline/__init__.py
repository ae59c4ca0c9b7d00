"""Entente: documents in, tables of claims out.

The path of one sentence: `read_document -> annotate -> find_triggers -> fill_roles -> qualify ->
attribute -> extract_claims -> score -> build_tables -> write_tables`. Each stage is a folder:

    reading/    file -> DocumentText: one canonical string that every offset indexes
    annotate/   DocumentText -> AnnotatedDocument: parse, sentences, actors, places, dates
    knowledge/  who and what there is: dated, sourced facts as data files
    rules/      how English says it: YAML that analysts own
    claims/     AnnotatedDocument -> claims: who does what to whom, says whom, is it so
    stance/     Claim -> stance and confidence
    tables/     records -> CSV, Parquet, datapackage.json

`run.py` is the whole path of one document, without an orchestrator; `flows/` (outside this package)
adds retries, caching and schedules. Importing `pipeline` loads nothing heavy.
"""
