"""Judge: the three pandera schemas, built from the limits and tolerances that are in force.

``Documents`` is the ingest contract, ``Signals`` the text-free numbers of each document, ``Health``
one row per source x class. A failure of the first is our bug or a broken source and is raised; a
failure of the second is a finding; a failure of the third is what alerts are made of. No schema ever
sees a text, and no failing value leaves this module: counts come from the frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from checks.model import FaultClass, Limit, Severity

HASH = r"^[0-9a-f]{32}$"
_SHOWN = 1  # failure cases that pandera collects; they are never read, counts come from the frames


class ContractBroken(Exception):
    """A frame does not have the form our own code promised; says which columns, never a value."""


class Broken(NamedTuple):
    """One check of a schema that some rows failed, as a mask over the rows of the frame."""

    name: str
    rows: pd.Series[bool]


def documents_schema() -> pa.DataFrameSchema:
    """Build the ingest contract: one row a document, everything but its text and title."""
    return pa.DataFrameSchema(
        {
            "id": pa.Column(str, pa.Check.str_length(min_value=1, name="id is not empty")),
            "source": pa.Column(str, pa.Check.str_length(min_value=1, name="source is not empty")),
            "url": pa.Column(str),
            "fetched_at": pa.Column(str),
            "content_hash": pa.Column(str, pa.Check.str_matches(HASH, name="hash is 32 hex digits")),
            "characters": pa.Column("int64", pa.Check.ge(0, name="characters is not negative")),
            "bytes": pa.Column("int64", pa.Check.ge(0, name="bytes is not negative")),
        },
        unique=["source", "id"],
        name="Documents",
    )


def assert_documents(frame: pd.DataFrame) -> None:
    """Raise ContractBroken unless the frame fulfils the ingest contract; names columns only."""
    broken = _broken_checks(documents_schema(), frame)
    if broken:
        raise ContractBroken(
            f"Documents: {', '.join(f'{b.name} ({int(b.rows.sum())} rows)' for b in broken)}"
        )


class Signals:
    """The schema over the signals of these classes, and what each of its failures means.

    Frames have one row a document and the columns ``<class>_n`` (Int64), ``<class>_share`` and
    ``<family>_family_share`` (Float64); NA is "not assessed" and breaks no limit.
    """

    def __init__(self, classes: Iterable[FaultClass]) -> None:
        self.classes = tuple(classes)
        self.meaning: dict[str, tuple[str, Severity]] = {}
        columns: dict[str, pa.Column] = {}
        over_columns: list[pa.Check] = []
        for cls in self.classes:
            on_n = [self._on_n(cls, limit) for limit in cls.limits if _only_n(limit)]
            over_columns += [self._over_columns(cls, limit) for limit in cls.limits if not _only_n(limit)]
            columns[f"{cls.name}_n"] = pa.Column("Int64", on_n, nullable=True)
            columns[f"{cls.name}_share"] = pa.Column("Float64", nullable=True)
        for family in sorted({cls.family for cls in self.classes}):
            columns[f"{family}_family_share"] = pa.Column("Float64", nullable=True)
        self.schema = pa.DataFrameSchema(columns, checks=over_columns, name="Signals")

    def levels(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return per document and class the severity of the worst limit broken, 0 for none."""
        levels = pd.DataFrame(0, index=frame.index, columns=[cls.name for cls in self.classes], dtype="int8")
        for broken in _broken_checks(self.schema, frame):
            if broken.name not in self.meaning:
                raise ContractBroken(f"Signals: {broken.name}")
            name, severity = self.meaning[broken.name]
            levels[name] = levels[name].mask(broken.rows & (levels[name] < severity), int(severity))
        return levels

    def _named(self, cls: FaultClass, limit: Limit) -> str:
        name = f"{cls.name} {describe(limit)}"
        self.meaning[name] = (cls.name, limit.severity)
        return name

    def _on_n(self, cls: FaultClass, limit: Limit) -> pa.Check:
        return pa.Check.le(limit.n, name=self._named(cls, limit), n_failure_cases=_SHOWN)

    def _over_columns(self, cls: FaultClass, limit: Limit) -> pa.Check:
        return pa.Check(_within(cls, limit), name=self._named(cls, limit), n_failure_cases=_SHOWN)


def health_verdicts(frame: pd.DataFrame) -> pd.Series[str]:
    """Judge rows of source x class: passed, warned, failed or not_assessed.

    Columns: ``severity`` (int64), ``share`` (Float64, NA where not assessed), ``tolerated``
    (float64). An excess at error or above fails, one at warning warns.
    """
    verdicts = pd.Series("passed", index=frame.index, dtype="str")
    for broken in _broken_checks(health_schema(), frame):
        if broken.name not in ("warned", "failed"):
            raise ContractBroken(f"Health: {broken.name}")
        verdicts = verdicts.mask(broken.rows, broken.name)
    return verdicts.mask(frame["share"].isna(), "not_assessed")


def health_schema() -> pa.DataFrameSchema:
    """Build the schema of source health: the share flagged stays within what is tolerated."""
    return pa.DataFrameSchema(
        {
            "severity": pa.Column("int64", pa.Check.isin([int(severity) for severity in Severity])),
            "share": pa.Column("Float64", pa.Check.in_range(0, 1, name="share is 0-1"), nullable=True),
            "tolerated": pa.Column("float64", pa.Check.in_range(0, 1, name="tolerated is 0-1")),
        },
        checks=[
            pa.Check(_tolerated_at(lambda severity: severity == Severity.WARNING), name="warned"),
            pa.Check(_tolerated_at(lambda severity: severity >= Severity.ERROR), name="failed"),
        ],
        name="Health",
    )


def describe(limit: Limit) -> str:
    """Write a limit as one line: ``error above n 4``, ``warning above n 0, family share 0.1``."""
    parts = [f"n {limit.n}"]
    parts += [f"share {limit.share:g}"] if limit.share is not None else []
    parts += [f"family share {limit.family_share:g}"] if limit.family_share is not None else []
    return f"{limit.severity.word} above {', '.join(parts)}"


def _only_n(limit: Limit) -> bool:
    return limit.share is None and limit.family_share is None


def _within(cls: FaultClass, limit: Limit) -> Callable[[pd.DataFrame], pd.Series[bool]]:
    def within(frame: pd.DataFrame) -> pd.Series[bool]:
        above = frame[f"{cls.name}_n"] > limit.n
        if limit.share is not None:
            above &= frame[f"{cls.name}_share"] > limit.share
        if limit.family_share is not None:
            above &= frame[f"{cls.family}_family_share"] > limit.family_share
        return ~above.fillna(value=False).astype(bool)

    return within


def _tolerated_at(applies: Callable[[pd.Series[int]], pd.Series[bool]]) -> Callable[..., pd.Series[bool]]:
    def within(frame: pd.DataFrame) -> pd.Series[bool]:
        exceeds = (frame["share"] > frame["tolerated"]).fillna(value=False).astype(bool)
        return ~(exceeds & applies(frame["severity"]))

    return within


def _broken_checks(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> list[Broken]:
    """Validate lazily and return the failing rows of each check; pandera's messages stay here."""
    frame = frame.reset_index(drop=True)
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return [_broken(error, frame) for error in errors.schema_errors]
    return []


def _broken(error: SchemaError, frame: pd.DataFrame) -> Broken:
    passed, name = error.check_output, getattr(error.check, "name", None)
    if not isinstance(passed, pd.Series) or not name:
        column = getattr(error.schema, "name", None)
        raise ContractBroken(f"{column or 'frame'}: {getattr(error.reason_code, 'name', 'broken')}") from None
    rows = ~passed.astype("boolean").fillna(value=True).astype(bool)
    return Broken(name, rows.reindex(frame.index, fill_value=False))
