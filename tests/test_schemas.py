"""Judging: the schemas are built from the limits, and both ways of applying them agree."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.model import FaultClass, Limit, Severity, Words
from checks.schemas import (
    ContractBroken,
    Signals,
    assert_documents,
    health_schema,
    health_verdicts,
)

NAMES = Words("a fault", "缺陷")


def fault(*limits: Limit, name: str = "site_nav") -> FaultClass:
    return FaultClass(name, "site_text", Severity.ERROR, NAMES, NAMES, limits)


def signals(rows, name="site_nav"):
    return pd.DataFrame(
        {
            f"{name}_n": pd.array([row[0] for row in rows], dtype="Int64"),
            f"{name}_share": pd.array([row[1] for row in rows], dtype="Float64"),
            "site_text_family_share": pd.array([row[2] for row in rows], dtype="Float64"),
        }
    )


share = st.floats(0, 1)
limits = st.builds(
    Limit,
    severity=st.sampled_from(Severity),
    n=st.integers(0, 6),
    share=st.none() | share,
    family_share=st.none() | share,
)
rows = st.lists(st.tuples(st.integers(0, 8), share, share), min_size=1, max_size=6)


@settings(max_examples=40)
@given(st.lists(limits, min_size=1, max_size=4, unique=True), rows)
def test_pandera_and_the_plain_limits_reach_the_same_severity(levels, documents):
    by_schema = Signals([fault(*levels)]).levels(signals(documents))["site_nav"]
    by_hand = [max((x.severity for x in levels if x.exceeded(*row)), default=0) for row in documents]
    assert list(by_schema) == by_hand


def test_a_class_without_its_limit_is_never_found():
    document = signals([(5, 0.5, 0.5)])
    assert Signals([fault(Limit(Severity.ERROR))]).levels(document).at[0, "site_nav"] == Severity.ERROR
    no_limit = replace(fault(), limits=())
    object.__setattr__(no_limit, "limits", ())
    assert Signals([no_limit]).levels(document).at[0, "site_nav"] == 0


def test_what_was_not_assessed_breaks_no_limit():
    document = signals([(None, None, None)])
    assert Signals([fault(Limit(Severity.ERROR))]).levels(document).at[0, "site_nav"] == 0


def test_a_missing_column_is_our_bug_and_is_raised_without_a_value():
    with pytest.raises(ContractBroken, match="COLUMN_NOT_IN_DATAFRAME"):
        Signals([fault()]).levels(pd.DataFrame({"x": ["某文"]}))


def documents(**columns):
    row = {
        "id": "a",
        "source": "s",
        "url": "",
        "fetched_at": "",
        "content_hash": "0" * 32,
        "characters": 1,
        "bytes": 3,
    }
    return pd.DataFrame([row | {key: values[k] for key, values in columns.items()} for k in range(2)])


def test_a_document_met_twice_breaks_the_contract():
    with pytest.raises(ContractBroken, match="DUPLICATES"):
        assert_documents(documents(id=["a", "a"]))


def test_a_broken_contract_names_the_check_and_never_the_value():
    with pytest.raises(ContractBroken) as raised:
        assert_documents(documents(id=["a", "b"], content_hash=["0" * 32, "机密全文"]))
    assert str(raised.value) == "Documents: hash is 32 hex digits (1 rows)"


def health(*rows):
    return pd.DataFrame(
        {
            "severity": pd.array([int(row[0]) for row in rows], dtype="int64"),
            "share": pd.array([row[1] for row in rows], dtype="Float64"),
            "tolerated": pd.array([row[2] for row in rows], dtype="float64"),
        }
    )


@pytest.mark.parametrize(
    ("severity", "flagged", "tolerated", "verdict"),
    [
        (Severity.CRITICAL, 0.001, 0.0, "failed"),
        (Severity.ERROR, 0.01, 0.01, "passed"),
        (Severity.ERROR, 0.011, 0.01, "failed"),
        (Severity.WARNING, 0.06, 0.05, "warned"),
        (Severity.WARNING, 0.05, 0.05, "passed"),
        (Severity.INFO, 1.0, 0.0, "passed"),
        (Severity.ERROR, None, 0.0, "not_assessed"),
    ],
)
def test_a_source_is_judged_by_the_share_it_tolerates(severity, flagged, tolerated, verdict):
    assert list(health_verdicts(health((severity, flagged, tolerated)))) == [verdict]


def test_the_health_schema_is_what_fails_a_source():
    assert {check.name for check in health_schema().checks} == {"warned", "failed"}
