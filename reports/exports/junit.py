"""Health as JUnit XML: a suite a source, a test a class, so that a build can fail on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from reports import numbers
from reports.escape import plain
from reports.exports.schemas import FORM


def junit_xml(corpus: str, run_id: str, at: str, health: Iterable[Mapping[str, Any]]) -> str:
    """Return the whole document. A class that failed is a failure, one not assessed is skipped.

    ``health``: rows of the exported table, by source. A warning is a line of output: it fails no build.
    """
    suites = ET.Element("testsuites", name=plain(corpus))
    for source, rows in groupby(health, key=lambda row: row["source"]):
        suite = ET.SubElement(suites, "testsuite", name=plain(source or corpus), timestamp=at[:19])
        properties = ET.SubElement(suite, "properties")
        for name, value in (("form", str(FORM)), ("run", run_id)):
            ET.SubElement(properties, "property", name=name, value=plain(value))
        told = [_test(suite, corpus, row) for row in rows]
        for name, verdict in (("failures", "failed"), ("skipped", "not_assessed")):
            suite.set(name, str(told.count(verdict)))
        suite.set("tests", str(len(told)))
        suite.set("errors", "0")
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _test(suite: ET.Element, corpus: str, row: Mapping[str, Any]) -> str:
    place = plain(f"{corpus}.{row['source']}") if row["source"] else plain(corpus)
    test = ET.SubElement(suite, "testcase", classname=place, name=plain(row["class"]))
    verdict: str = row["verdict"]
    if verdict == "failed":
        ET.SubElement(test, "failure", type=row["severity"], message=_said(row))
    elif verdict == "not_assessed":
        ET.SubElement(test, "skipped", message="not assessed")
    elif verdict == "warned":
        ET.SubElement(test, "system-out").text = f"warning: {_said(row)}"
    return verdict


def _said(row: Mapping[str, Any]) -> str:
    owner = f"; owner: {row['owner']}" if row["owner"] else ""
    hits = f"{numbers.of(row['flagged'], row['assessed'])} documents · {numbers.share(row['share'])}"
    return plain(f"{hits}, tolerated {numbers.share(row['tolerated'])}{owner}")
