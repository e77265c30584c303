"""The library: findings of one text or of a frame, without the scheduler or the tables loaded."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

from checks import check_frame, check_text
from checks.model import Check, Document, FaultClass, Proof, Severity, Span, Words
from checks.registry import all_checks, version_of
from checks.run import Examiner, verdict_of
from tests.folders import ROOT

CLEAN = "会议今天结束，明天起各组分头去村里看水渠和苗圃，月底再碰头商量下一步怎么做。"
GLOSSED = "会议强(qiáng)调(diào)，要进(jìn)一步(bù)推(tuī)动工作。"


def test_a_finding_shows_its_place_and_what_stands_around_it():
    (finding,) = check_text(GLOSSED)
    first = finding.spans[0]
    assert GLOSSED[first.start : first.end] == first.quote == "(qiáng)"
    assert (first.before, first.after[:2]) == ("会议强", "调(")


def test_a_frame_gives_a_frame_with_one_row_a_document_and_class():
    frame = pd.DataFrame({"id": ["a", "b"], "text": [GLOSSED, CLEAN]})
    found = check_frame(frame)
    assert list(found["doc_id"]) == ["a"]
    assert list(found["class"]) == ["pinyin_bracket"]


def test_a_frame_without_findings_has_its_columns_all_the_same():
    found = check_frame(pd.DataFrame({"id": ["b"], "text": [CLEAN]}))
    assert found.empty
    assert "spans" in found.columns


def test_a_frame_without_texts_is_refused_by_name():
    with pytest.raises(ValueError, match="missing: text"):
        check_frame(pd.DataFrame({"id": ["a"]}))


def test_checking_a_text_loads_nothing_it_does_not_need():
    code = "import sys; from checks import check_text; check_text('会(huì)议'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "checks.run" in loaded
    assert loaded & {"prefect", "great_tables", "pandas", "pandera", "sqlalchemy", "apprise"} == set()


BROKEN = FaultClass("broken_check", "shape", Severity.ERROR, Words("", ""), Words("", ""))


def _crash(text, candidates):
    raise ZeroDivisionError(text.raw)


def test_loading_all_checks_compiles_hardly_a_pattern():
    program = (
        "import re, sys\n"
        "real, made = re._compiler.compile, []\n"
        "def counted(pattern, flags=0):\n"
        "    caller = sys._getframe(3).f_globals.get('__name__', '')\n"
        "    made.append(caller) if caller.startswith('checks') else None\n"
        "    return real(pattern, flags)\n"
        "re._compiler.compile = counted\n"
        "from checks.registry import all_checks\n"
        "print(len(all_checks()), len(made))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    checks, compiled = map(int, done.stdout.split())
    assert checks > 30
    assert compiled <= checks, "patterns of a module are made with checks.text.later"


def test_a_check_that_crashes_leaves_its_document_not_assessed():
    crashing = Check("crashing", "", (BROKEN,), _crash)
    examiner = Examiner([*all_checks(), crashing])
    measured = examiner.measure(Document(id="a", text=GLOSSED))
    assert measured.crashed == {
        "crashing": f"ZeroDivisionError in test_library.py, line {_crash.__code__.co_firstlineno + 1}"
    }
    assert measured.signals["broken_check"].n is None
    assert measured.signals["pinyin_bracket"].n == 5
    assert verdict_of(examiner.findings(measured), assessed=not measured.crashed) == "not_assessed"


def _stray(text, candidates):
    yield Span("another_class", 0, 1, Proof.STRONG)


def test_a_check_that_tells_a_class_of_another_is_a_crash_and_not_a_finding():
    measured = Examiner([Check("straying", "", (BROKEN,), _stray)]).measure(Document(id="a", text="文"))
    assert (set(measured.crashed), dict(measured.spans)) == ({"straying"}, {})


def _hint(text, candidates):
    yield Span("broken_check", 0, 1, Proof.HINT)


def test_a_hint_is_told_but_never_counts():
    examiner = Examiner([Check("hinting", "", (BROKEN,), _hint)])
    measured = examiner.measure(Document(id="a", text="文"))
    (finding,) = examiner.findings(measured)
    assert (finding.proof, measured.signals["broken_check"].n) == (Proof.HINT, 0)
    assert verdict_of([finding]) == "passed"


def test_the_same_check_has_the_same_version_and_another_another():
    versions = {check.name: version_of(check) for check in all_checks()}
    assert versions == {check.name: version_of(check) for check in all_checks()}
    assert len(set(versions.values())) == len(versions)


def test_two_checks_cannot_own_one_class(tmp_path):
    plug_in = tmp_path / "again.py"
    plug_in.write_text(
        "from dataclasses import replace\n"
        "from checks.rules.pinyin_bracket import CHECK as FIRST\n"
        "CHECK = replace(FIRST, name='again')\n"
    )
    with pytest.raises(ValueError, match="class pinyin_bracket is defined twice"):
        all_checks(tmp_path)


def test_a_team_adds_a_check_as_one_file_in_a_folder(tmp_path):
    (tmp_path / "stamp.py").write_text(
        "from checks.model import Check, FaultClass, Proof, Severity, Words\n"
        "CLS = FaultClass('stamp', 'site_text', Severity.WARNING, Words('stamp', '印章'), Words('{n}', '{n}'))\n"
        "def find(text, candidates):\n"
        "    yield from (text.span('stamp', c.start, c.end, Proof.STRONG) for c in candidates)\n"
        "CHECK = Check('stamp', __doc__ or '', (CLS,), find, phrases=frozenset({'样稿'}))\n"
    )
    examiner = Examiner(all_checks(tmp_path))
    assert examiner.measure(Document(id="a", text="樣稿，请勿外传")).signals["stamp"].n == 1


def test_text_after_text_is_checked_with_patterns_compiled_once(monkeypatch):
    check_text("一段话。")
    monkeypatch.setattr("checks.run.Scanner", None)  # a second one cannot be made
    assert check_text("会议强(qiáng)调(diào)，要进(jìn)一步(bù)推(tuī)动工作。")
