"""corpus.toml: defaults worth keeping, and errors that name file, line, key and the nearest valid key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from checks.model import Limit, Severity
from flows.settings import SMALLEST, Route, Settings, SettingsError, find_config, load_settings
from flows.settings.toml_lines import line_of
from tests.folders import ROOT

EXAMPLE = ROOT / "seeds" / "corpus.toml"


@pytest.fixture
def settings(tmp_path):
    """Loads a text as the settings of a folder named after a corpus."""

    def load(text: str, *, smallest: bool = True) -> Settings:
        path = tmp_path / "paper" / "corpus.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + ("\n" + SMALLEST if smallest else ""), encoding="utf-8")
        return load_settings(path)

    return load


@pytest.fixture
def error(settings, tmp_path):
    """The error that a text gives, without the folder it was in."""

    def refuse(text: str, *, smallest: bool = True) -> str:
        with pytest.raises(SettingsError) as caught:
            settings(text, smallest=smallest)
        return str(caught.value).replace(f"{tmp_path}/paper/corpus.toml", "corpus.toml")

    return refuse


def test_smallest_file_has_a_default_for_everything_else(settings, tmp_path):
    found = settings("")
    assert (found.corpus, found.language, found.max_document_bytes) == ("paper", "en", 20_000_000)
    assert found.out == tmp_path / "paper" / "out"
    assert found.history_url() == f"sqlite:///{tmp_path}/paper/out/history.db"
    assert (found.schedule.cron, found.schedule.timezone) == ("0 2 * * *", "Asia/Shanghai")
    assert found.tolerated == {"critical": 0.0, "error": 0.01, "warning": 0.05}
    assert (found.limits, found.routes, found.checks) == ({}, (), None)
    (source,) = found.sources
    assert (source.id, source.kind, source.encoding, source.language) == ("my-site", "folder", "utf-8", "zh")


def test_example_declares_one_source_for_each_of_the_five_pages():
    found = load_settings(EXAMPLE)
    assert found.out == ROOT / "out"
    assert len(found.sources) == 5
    assert {source.script for source in found.sources} == {"hans", "hant"}
    assert all(source.owner for source in found.sources)
    assert found.routes == ()


def test_locations_are_relative_to_the_file_and_addresses_stay(settings, tmp_path):
    more = '[[sources]]\nid = "web"\nkind = "folder"\nlocation = "https://example.com/a"\n'
    own, web = settings('[corpus]\nout = "../results"\n' + SMALLEST + more, smallest=False).sources
    assert own.location == str(tmp_path / "paper" / "documents")
    assert web.location == "https://example.com/a"


def test_a_missing_file_is_told_with_the_smallest_that_works(tmp_path):
    with pytest.raises(SettingsError, match="no such file") as caught:
        load_settings(tmp_path / "corpus.toml")
    assert SMALLEST in str(caught.value)


def test_the_file_named_comes_before_the_folder_before_its_seeds(tmp_path):
    with pytest.raises(SettingsError, match="the smallest that works") as caught:
        find_config(None, tmp_path)
    assert SMALLEST in str(caught.value)
    (tmp_path / "seeds").mkdir()
    for place in (tmp_path / "seeds" / "corpus.toml", tmp_path / "corpus.toml"):
        place.write_text(SMALLEST)
        assert find_config(None, tmp_path) == place
    assert find_config(Path("other.toml"), tmp_path) == tmp_path / "other.toml"


def test_a_syntax_error_names_line_and_column(error):
    assert error('[corpus]\nname = "x\n').startswith("corpus.toml:2:10: not valid TOML")


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path):
    path = tmp_path / "corpus.toml"
    path.write_bytes('[corpus]\nname = "日报"\n'.encode("gb18030"))
    with pytest.raises(SettingsError, match=r"corpus\.toml:2: not UTF-8"):
        load_settings(path)


def test_a_byte_order_mark_before_the_settings_is_no_error(tmp_path):
    path = tmp_path / "corpus.toml"
    path.write_text(SMALLEST, encoding="utf-8-sig")
    assert load_settings(path).sources


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read: Is a directory"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[corpus]\nlangauge = "en"', "corpus.toml:2: corpus.langauge: unknown key; did you mean language?"),
        ('name = "paper"', "corpus.toml:1: name: unknown key; it belongs under [corpus]"),
        ('[corpus]\nmax_document_bytes = "big"', "corpus.toml:2: corpus.max_document_bytes: expected a whole number, got 'big'"),
        ('[corpus]\nlanguage = "de"', "corpus.toml:2: corpus.language: expected 'en' or 'zh', got 'de'"),
        ("corpus = 3", "corpus.toml:1: corpus: expected a table, got 3"),
        ("[tolerated]\nerror = 5", "corpus.toml:2: tolerated.error: expected less than or equal to 1, got 5"),
        ("[tolerated]\neror = 0.1", "corpus.toml:2: tolerated.eror: no such class; did you mean error?"),
        ("[tolerated]\npinyin_braket = 0.1", "corpus.toml:2: tolerated.pinyin_braket: no such class; did you mean pinyin_bracket?"),
        ('[limits]\npinyin_braket = [{severity="error"}]', "corpus.toml:2: limits.pinyin_braket: no such class; did you mean pinyin_bracket?"),
        ('[limits]\npinyin_bracket = [{severity="eror"}]', "corpus.toml:2: limits.pinyin_bracket.severity: expected 'critical', 'error', 'warning' or 'info', got 'eror'; did you mean error?"),
        ("[limits]\npinyin_bracket = []", "corpus.toml:2: limits.pinyin_bracket: expected at least 1 item in the list"),
        ('[run]\nengine = "proceses"', "corpus.toml:2: run.engine: expected 'in-process', 'processes' or 'dask', got 'proceses'; did you mean processes?"),
        ("[run]\nworkers = 0", "corpus.toml:2: run.workers: expected greater than or equal to 1, got 0"),
        ('[run]\naddress = "10.0.0.5"', "corpus.toml:2: run.address: expected the address of a Dask scheduler such as tcp://10.0.0.5:8786, got '10.0.0.5'"),
        ('[schedule]\ncron = "0 25 * * *"', "corpus.toml:2: schedule.cron: expected a cron expression such as \"0 2 * * *\" (bad hour), got '0 25 * * *'"),
        ('[schedule]\ntimezone = "Asia/Shangai"', "corpus.toml:2: schedule.timezone: expected the name of a time zone, got 'Asia/Shangai'; did you mean Asia/Shanghai?"),
    ],
)  # fmt: skip
def test_an_error_names_line_key_expectation_and_the_nearest(error, text, message):
    assert error(text) == message


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ('id = "a"\nkind = "folder"\nlocaton = "x"', ["1: sources.location: missing; every table of this name needs it", "4: sources.locaton: unknown key; did you mean location?"]),
        ('id = "a"\nkind = "foldr"\nlocation = "x"', ["3: sources.kind: expected a kind of source, got 'foldr'; did you mean folder?"]),
        ('id = "../a"\nkind = "folder"\nlocation = "x"', ["2: sources.id: expected up to 100 letters, digits, - _ and . beginning with a letter or digit, got '../a'"]),
        ('id = "a"\nkind = "folder"\nlocation = "x"\nencoding = "rot13"', ["5: sources.encoding: expected an encoding of text that Python knows, such as utf-8, gb18030 or big5, got 'rot13'"]),
        ('id = "a"\nkind = "folder"\nlocation = "x"\nhosts = ["https://example.com/"]', ["5: sources.hosts: expected a host such as example.com, without https:// and without a path, got 'https://example.com/'"]),
        ('id = "a"\nkind = "folder"\nlocation = "x"\nfields = {}', ["5: sources.fields: unknown key; expected one of encoding, expects_new, glob, hosts, id, kind, language, location, owner, script, tolerated"]),
        ('id = "a"\nkind = "jsonl"\nlocation = "x"\nfields = {txt = "t"}', ["5: sources.fields.txt: expected 'id', 'text', 'title', 'url' or 'fetched_at', got 'txt'; did you mean text?"]),
    ],
)  # fmt: skip
def test_an_error_in_a_source_names_its_line(error, keys, message):
    assert error(f"[[sources]]\n{keys}\n", smallest=False).splitlines() == [
        f"corpus.toml:{line}" for line in message
    ]


def test_several_errors_are_all_listed_in_the_order_of_the_lines(error):
    text = '[corpus]\nlangauge = "en"\n[tolerated]\neror = 1\n[[routes]]\nurl_env = "A"\nname = "b b"\n'
    lines = [message.split(":")[1] for message in error(text).splitlines()]
    assert lines == ["2", "4", "7"]


def test_a_file_without_sources_is_told_what_is_missing(error):
    assert (
        error("", smallest=False)
        == "corpus.toml:1: sources: expected at least one [[sources]] with id, kind and location"
    )


def test_two_sources_of_one_id_are_an_error_on_the_second(error):
    assert (
        error(SMALLEST.replace("my-site", "My-Site"))
        == "corpus.toml:7: sources.id: my-site is used twice; give every one its own"
    )


def test_a_route_that_nothing_can_reach_is_an_error(error):
    text = '[[routes]]\nname = "a"\nurl_env = "A"\nsources = ["my-sit"]\nowners = ["news desk"]\n'
    messages = error(text)
    assert "routes.sources: my-sit matches no source; did you mean my-site?" in messages
    assert "routes.owners: news desk owns no source" in messages


def test_routes_without_one_for_everything_are_an_error(error):
    first = '[[routes]]\nname = "a"\nurl_env = "A"\nowners = [""]\n'
    assert "no route takes every source; add a last one" in error(first)


def test_an_address_put_where_a_variable_is_named_does_not_appear_in_the_error(error):
    message = error(
        '[corpus]\nhistory = "pg:secret"\n[[routes]]\nname = "a"\nurl_env = "https://example.com/secret"\n'
    )
    assert message.count("expected") == 2
    assert "secret" not in message


def test_a_route_has_defaults_for_all_but_its_name_and_variable(settings):
    first, second = settings(
        '[[routes]]\nname = "a"\nurl_env = "A"\n'
        '[[routes]]\nname = "b"\nurl_env = "B"\nat_least = "warning"\nsources = ["my-*"]\ncontinue = true\n'
    ).routes
    assert first == Route("a", "A", Severity.ERROR, ("*",), (), False, 3)
    assert second == Route("b", "B", Severity.WARNING, ("my-*",), (), True, 3)


def test_limits_take_the_place_of_those_of_the_class(settings):
    found = settings(
        '[limits]\npinyin_bracket = [{severity="error", n=9}, {severity="error", n=0, share=0.05}]'
    )
    assert found.limits == {"pinyin_bracket": (Limit(Severity.ERROR, 9), Limit(Severity.ERROR, 0, 0.05))}


def test_a_source_overrides_the_corpus_and_a_class_its_severity(settings):
    text = "[tolerated]\nerror = 0.02\npinyin_bracket = 0.03\ncheck_crashed = 0.5\n"
    found = settings(text + SMALLEST + "tolerated = { error = 0.1 }\n", smallest=False)
    (source,) = found.sources
    assert found.tolerated_for(source, "pinyin_bracket", Severity.ERROR) == 0.1
    assert found.tolerated_for(source, "pinyin_bracket", Severity.CRITICAL) == 0.03
    assert found.tolerated_for(source, "any", Severity.WARNING) == 0.05
    assert found.tolerated_for(source, "any", Severity.INFO) == 1.0
    assert found.tolerated_for(source, "source_not_assessed", Severity.ERROR, default=0.0) == 0.0
    assert found.tolerated_for(source, "check_crashed", Severity.ERROR, default=0.0) == 0.5


def test_checks_of_a_folder_are_known_to_the_settings(settings, tmp_path):
    folder = tmp_path / "paper" / "mine"
    folder.mkdir(parents=True)
    (folder / "stray_x.py").write_text(
        "from checks.model import *\n"
        'CLS = FaultClass("stray_x", "garbled", Severity.ERROR, Words("x", "x"), Words("x", "x"))\n'
        'CHECK = Check("stray_x", "doc", (CLS,), lambda text, candidates: ())\n'
    )
    found = settings('[corpus]\nchecks = "mine"\n[tolerated]\nstray_x = 0.5\n')
    assert found.checks == folder
    assert found.tolerated["stray_x"] == 0.5


@pytest.mark.parametrize(
    ("file", "why"), [(None, "is no folder"), ("1/0", "ZeroDivisionError"), ("", "defines no CHECK")]
)
def test_a_folder_of_checks_that_cannot_be_loaded_is_an_error_at_its_key(error, tmp_path, file, why):
    folder = tmp_path / "paper" / "mine"
    if file is not None:
        folder.mkdir(parents=True)
        (folder / "broken_check.py").write_text(file)
    message = error('[corpus]\nchecks = "mine"\n')
    assert message.startswith("corpus.toml:2: corpus.checks: cannot be loaded: ")
    assert why in message


def test_the_address_of_the_history_comes_from_the_environment_and_is_never_shown(settings, monkeypatch):
    found = settings('[corpus]\nhistory = "env:CH_HISTORY"')
    with pytest.raises(SettingsError, match="variable CH_HISTORY: expected an SQLAlchemy URL"):
        found.history_url()
    monkeypatch.setenv(
        "CH_HISTORY", "postgresql+psycopg://monitor:se@cret@db.example.com/health?sslpassword=secret"
    )
    assert "se@cret" in found.history_url()
    assert found.history_name() == "postgresql+psycopg://monitor:***@db.example.com/health"


def test_a_password_in_the_file_is_not_in_the_repr(settings):
    found = settings('[corpus]\nhistory = "postgresql://monitor:secret@db.example.com/health"')
    assert found.history_url().endswith(":secret@db.example.com/health")
    assert "secret" not in repr(found) + found.history_name()


def test_a_relative_history_file_is_relative_to_the_settings(settings, tmp_path):
    assert (
        settings('[corpus]\nhistory = "sqlite:///past.db"').history_url()
        == f"sqlite:///{tmp_path}/paper/past.db"
    )
    assert settings('[corpus]\nhistory = "sqlite:////var/past.db"').history_url() == "sqlite:////var/past.db"
    assert settings('[corpus]\nhistory = "sqlite:///:memory:"').history_url() == "sqlite:///:memory:"


def test_the_hash_moves_with_what_can_change_a_result_and_with_nothing_else(settings):
    plain = settings("").hash
    assert len(plain) == 12
    assert (
        settings('[corpus]\nname = "x"\nout = "y"\nlanguage = "zh"\n[schedule]\ncron = "0 3 * * *"\n').hash
        == plain
    )
    assert settings("[corpus]\nmax_document_bytes = 20_000_000\n").hash == plain
    changes = (
        "[corpus]\nmax_document_bytes = 5\n",
        "[tolerated]\nerror = 0.5\n",
        '[limits]\npinyin_bracket = [{severity="info"}]\n',
    )
    assert (
        len(
            {
                plain,
                *(settings(text).hash for text in changes),
                settings('[[sources]]\nid="b"\nkind="jsonl"\nlocation="b"').hash,
            }
        )
        == 5
    )


def test_settings_travel_to_other_processes(settings):
    found = settings("")
    assert pickle.loads(pickle.dumps(found)) == found


def test_lines_are_found_below_long_lists_and_inside_lists_of_tables():
    text = 'a = """\n[b]\n"""\r\n[[s]]\nlist = [\n  "x", # ],\n  "y",\n]\n"q.r" = 1\n[s.t]\nu.v = { w = 1 }\n[[s]]\nid = 2\n'
    paths = [
        ("a",),
        ("s", 0),
        ("s", 0, "list", 1),
        ("s", 0, "q.r"),
        ("s", 0, "t"),
        ("s", 0, "t", "u", "v", "w"),
        ("s", 1, "id"),
        ("s", 1, "no"),
        ("no",),
    ]
    assert [line_of(text, path) for path in paths] == [1, 4, 5, 9, 10, 11, 13, 12, 1]
