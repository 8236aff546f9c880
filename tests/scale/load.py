#!/usr/bin/env python3
"""Loads reports of `mingzhang check --format ndjson` into a SQLite database.

usage: load.py DATABASE [REPORTS ...]        without REPORTS: standard input

Tables: report (a line for each input), finding, fact. A report of an input that is there already takes its place, so
loading twice does no harm. Figures stay text, exact as in the report. Questions to ask are in README.md beside this file.
"""
import json
import sqlite3
import sys

SCHEMA = """
create table if not exists report (
  name text primary key, sha256 text, entity text, year integer, kind text,
  errors integer, warnings integer, notices integer, holds integer, unknown integer, error text);
create table if not exists finding (
  name text, rule text, status text, severity text, formula text, stated text, expected text, difference text,
  tolerance text, unit text, zh text, en text, at integer);
create table if not exists fact (
  name text, id text, concept text, subject text, scope text, part text, stage text, period integer, measure text,
  value text, unit text, yuan text, at integer);
create index if not exists finding_name on finding (name);
create index if not exists finding_rule on finding (rule, status);
create index if not exists fact_name on fact (name);
create index if not exists fact_concept on fact (concept, period);
"""


def load(database, report):
    name, disclosure, verdict = report["input"]["name"], report.get("disclosure") or {}, report.get("verdict") or {}
    for table in ("report", "finding", "fact"):
        database.execute(f"delete from {table} where name = ?", [name])
    database.execute("insert into report values (?,?,?,?,?,?,?,?,?,?,?)", [
        name, report["input"]["sha256"], *map(disclosure.get, ("entity", "year", "kind")),
        *map(verdict.get, ("error", "warning", "notice", "holds", "unknown")), report.get("error", {}).get("code")])
    database.executemany("insert into finding values (?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        [name, *map(f.get, ("rule", "status", "severity", "formula", "stated", "expected", "difference", "tolerance", "unit")),
         f["message"]["zh"], f["message"]["en"], f["sources"][0]["start"] if f["sources"] else None]
        for f in report.get("findings", [])))
    database.executemany("insert into fact values (?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        [name, *map(f.get, ("id", "concept", "subject", "scope", "part", "stage", "period", "measure", "value", "unit", "yuan")),
         f["source"]["start"]] for f in report.get("facts", [])))


def main(path, *reports):
    database = sqlite3.connect(path)
    database.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
    count = 0
    for file in map(open, reports) if reports else [sys.stdin]:
        with file:
            for line in file:
                load(database, json.loads(line))
                count += 1
    database.commit()
    print(f"{count} reports loaded")


if __name__ == "__main__":
    main(*sys.argv[1:])
