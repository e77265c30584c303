"""Sources become documents in a stable order; whatever cannot become one is rejected with its reason."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from checks.model import Document
from flows.ingest import Ingested, Reject, Source, SourceUnreadable, kinds, read_source
from flows.settings import load_settings
from tests.folders import ROOT, SEEDS

MAX = 1_000


def source(location: Path, kind: str = "folder", **keys) -> Source:
    options = {name: keys.pop(name) for name in ("glob", "fields") if name in keys}
    return Source("paper", kind, str(location), options=options, **keys)


def items(
    location: Path, kind: str = "folder", *, max_document_bytes: int = MAX, **keys
) -> list[Ingested | Reject]:
    return list(read_source(source(location, kind, **keys), max_document_bytes=max_document_bytes))


def documents(*args, **keys) -> list[Document]:
    found = items(*args, **keys)
    assert not [item for item in found if isinstance(item, Reject)]
    return [item.document for item in found if isinstance(item, Ingested)]


def rejects(*args, **keys) -> dict[str, str]:
    return {item.location: item.reason for item in items(*args, **keys) if isinstance(item, Reject)}


@pytest.fixture
def folder(tmp_path):
    """Writes files below a folder, bytes as they are and texts as UTF-8; returns the folder."""

    def write(**files: str | bytes) -> Path:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_txt", ".txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def jsonl(tmp_path):
    """Writes records, or lines as they are, to one file; returns its path."""

    def write(*lines: object, name: str = "a.jsonl", zipped: bool = False) -> Path:
        raw = b"".join(
            (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
        )
        (tmp_path / name).write_bytes(gzip.compress(raw) if zipped else raw)
        return tmp_path / name

    return write


# ---------------------------------------------------------------- kinds


def test_every_kind_explains_itself_and_adds_no_key_that_all_kinds_have():
    common = set(Source.__dataclass_fields__)
    for name, kind in kinds().items():
        assert kind.name == name
        assert "location" in kind.doc
        assert not common & set(kind.options.__dataclass_fields__)
    assert {"folder", "jsonl"} <= set(kinds())


# ---------------------------------------------------------------- folders


def test_the_five_pages_are_read_byte_for_byte():
    settings = load_settings(ROOT / "seeds" / "corpus.toml")
    found = [item for s in settings.sources for item in read_source(s, max_document_bytes=20_000_000)]
    assert [item.document.id for item in found] == [path.name for path in sorted(SEEDS.iterdir())]
    for item in found:
        raw = (SEEDS / item.location).read_bytes()
        assert item.document.text.encode() == raw
        assert item.size == len(raw)
        assert item.document.content_hash == hashlib.sha256(raw).hexdigest()[:32]


def test_ingesting_twice_gives_the_same_in_the_same_order(folder):
    place = folder(b_txt="乙", a_txt="甲", z__c_txt="丙", m__n__d_txt="丁", c_txt=b"\xff")
    assert items(place) == items(place)
    assert [item.location for item in items(place)] == ["a.txt", "b.txt", "c.txt", "m/n/d.txt", "z/c.txt"]


def test_an_id_does_not_change_when_the_folder_moves(folder, tmp_path):
    before = [document.id for document in documents(folder(old__x__a_txt="甲") / "old")]
    (tmp_path / "old").rename(tmp_path / "new")
    assert [document.id for document in documents(tmp_path / "new")] == before == ["x/a.txt"]


def test_line_ends_blanks_nul_and_byte_order_mark_stay_in_the_text(folder):
    text = "\ufeff 第一行\r\n第二行\r\x00\u3000\n "
    assert documents(folder(a_txt=text))[0].text == text


def test_an_empty_file_is_a_document_with_an_empty_text(folder):
    (document,) = documents(folder(a_txt=""))
    assert (document.id, document.text) == ("a.txt", "")


@pytest.mark.parametrize(
    ("location", "glob", "names"),
    [
        ("", "**/*.txt", ["a.txt", "p1/b.txt", "p1/q/c.txt", "p2/d.txt"]),
        ("", "*.txt", ["a.txt"]),
        ("", "p*/*.txt", ["p1/b.txt", "p2/d.txt"]),
        ("", "p1/**/*.txt", ["p1/b.txt", "p1/q/c.txt"]),
        ("p*/*.txt", "unused", ["p1/b.txt", "p2/d.txt"]),
        ("p1/**/c.*", "unused", ["q/c.txt"]),
        ("a.txt", "unused", ["a.txt"]),
        ("p1/../a.txt", "unused", ["a.txt"]),
    ],
)
def test_location_and_glob_pick_the_files(folder, location, glob, names):
    place = folder(a_txt="甲", p1__b_txt="乙", p1__q__c_txt="丙", p2__d_txt="丁", e_md="戊")
    assert [document.id for document in documents(place / location, glob=glob)] == names


def test_a_folder_whose_name_looks_like_a_pattern_is_a_folder(folder, tmp_path):
    folder(a_txt="甲")
    (tmp_path / "run[1]").mkdir()
    (tmp_path / "run[1]" / "b.txt").write_text("乙")
    assert [document.id for document in documents(tmp_path / "run[1]")] == ["b.txt"]
    assert [document.id for document in documents(tmp_path / "run[1]" / "*.txt")] == ["b.txt"]


def test_a_folder_that_is_gone_makes_the_source_unreadable(tmp_path):
    for place in (tmp_path / "gone", tmp_path / "gone" / "*.txt", tmp_path / "gone" / "deeper"):
        with pytest.raises(SourceUnreadable, match="gone does not exist; restore it or correct location"):
            items(place)


def test_an_empty_folder_makes_the_source_unreadable(tmp_path):
    with pytest.raises(SourceUnreadable, match=r"no file matches \*\*/\*\.txt; fill the folder or correct"):
        items(tmp_path)


def test_a_file_too_large_is_rejected_without_being_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    found = rejects(tmp_path, max_document_bytes=20_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    reason = "50,000,000 bytes, above max_document_bytes = 20,000,000: split it, or raise max_document_bytes under [corpus]"
    assert found == {"big.txt": reason}
    assert peak < 2_000_000


def test_a_document_of_just_the_largest_size_is_read(folder):
    assert len(documents(folder(a_txt="a" * MAX))) == 1
    assert len(rejects(folder(a_txt="a" * (MAX + 1)))) == 1


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16"])
@pytest.mark.parametrize("page", ["001_68747901599756d3.txt", "002_50515ac5e261a18b.txt"])
def test_a_text_that_is_not_utf8_is_rejected_with_its_encoding(folder, encoding, page):
    text = "".join(
        sign
        for sign in (SEEDS / page).read_text()
        if sign.encode(encoding, "ignore").decode(encoding) == sign
    )
    (reason,) = rejects(folder(a_txt=text.encode(encoding)), max_document_bytes=50_000).values()
    assert reason.startswith("not utf-8 at byte ")
    name = {"big5hkscs": "big5"}.get(encoding, encoding)
    assert f"it looks like {name}" in reason
    assert 'set encoding = "' in reason


def test_the_encoding_that_a_reject_names_reads_the_document(folder):
    place = folder(a_txt="公安机关社会管理创新工作座谈会在广州举行，与会者听取了汇报。".encode("gb18030"))
    assert 'encoding = "gb18030"' in rejects(place)["a.txt"]
    assert documents(place, encoding="gb18030")[0].text.startswith("公安机关")


def test_a_cut_character_in_utf8_is_not_taken_for_another_encoding(folder):
    (reason,) = rejects(folder(a_txt="社会管理创新工作座谈会".encode()[:-1])).values()
    assert (
        reason
        == "not utf-8 at byte 30: the text before it is valid, so a character is cut or damaged there; fetch it again"
    )


def test_utf8_in_a_source_declared_otherwise_is_named(folder):
    (reason,) = rejects(folder(a_txt="社会管理创新工作座谈会"), encoding="ascii").values()
    assert 'set encoding = "utf-8"' in reason


def test_bytes_that_are_no_text_are_rejected_as_such(folder):
    (reason,) = rejects(folder(a_txt=bytes(range(256)) * 3)).values()
    assert (
        reason
        == "not utf-8 at byte 128: no known encoding fits, so it may be no text at all; look at what was fetched"
    )


def test_a_reason_holds_nothing_of_the_document(folder):
    (reason,) = rejects(folder(a_txt="<script>alert(1)</script>会议".encode("gb18030"))).values()
    assert "script" not in reason


def test_links_to_folders_are_rejected_and_links_to_files_followed(folder, tmp_path):
    place = folder(in__a_txt="甲", out_txt="外") / "in"
    (place / "loop").symlink_to(place, target_is_directory=True)
    (place / "b.txt").symlink_to(tmp_path / "out.txt")
    (place / "c.txt").symlink_to(tmp_path / "nothing")
    assert [item.location for item in items(place)] == ["a.txt", "b.txt", "c.txt", "loop"]
    assert rejects(place) == {
        "c.txt": "was removed meanwhile, or is a link to nothing",
        "loop": "a link to a folder is not followed; declare its target as a source",
    }


def test_a_pipe_among_the_files_does_not_stop_the_run(folder):
    place = folder(a_txt="甲")
    os.mkfifo(place / "b.txt")
    assert list(rejects(place)) == ["b.txt"]


def test_a_file_name_that_is_not_utf8_is_rejected_in_a_form_that_can_be_stored(folder):
    place = folder(a_txt="甲")
    Path(os.fsdecode(os.fsencode(place) + b"/\xb9\xab.txt")).write_text("乙")
    assert rejects(place) == {"\\udcb9\\udcab.txt": "its name is not UTF-8; rename it"}


@pytest.fixture
def barred():
    """A folder that others may enter, and an account that is not ours while the test runs."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        for below in ("open", "shut"):
            (root / below).mkdir()
            (root / below / "a.txt").write_text("甲")
        (root / "open" / "b.txt").write_text("乙")
        (root / "open" / "b.txt").chmod(0)
        (root / "shut").chmod(0)
        ours = os.geteuid()
        os.seteuid(65534 if ours == 0 else ours)
        try:
            yield root
        finally:
            os.seteuid(ours)
            (root / "shut").chmod(0o755)


def test_a_barred_folder_makes_the_source_unreadable(barred):
    with pytest.raises(SourceUnreadable, match="permission denied; let the account that runs"):
        items(barred / "shut")


def test_a_barred_file_or_subfolder_is_a_reject_and_the_rest_is_read(barred):
    found = items(barred)
    assert [item.location for item in found] == ["open/a.txt", "open/b.txt", "shut"]
    assert set(rejects(barred).values()) == {
        "permission denied; let the account that runs corpus-health read it"
    }


# ---------------------------------------------------------------- JSON lines

FULL = {
    "id": "1",
    "text": "甲",
    "title": "题",
    "url": "https://example.com/1",
    "fetched_at": "2026-11-01T00:00:00Z",
}


def test_a_line_is_a_document_with_its_fields(jsonl):
    (found,) = items(jsonl(FULL), "jsonl")
    document = found.document
    assert {name: getattr(document, name) for name in FULL} == FULL
    assert (document.source, found.location, found.size) == ("paper", "a.jsonl:1", 3)


@pytest.mark.parametrize("zipped", [False, True])
def test_plain_and_zipped_files_give_the_same(jsonl, zipped):
    name = "a.jsonl.gz" if zipped else "a.jsonl"
    place = jsonl(FULL, {"id": 2, "text": "乙"}, name=name, zipped=zipped)
    assert [document.id for document in documents(place, "jsonl")] == ["1", "2"]
    assert items(place, "jsonl") == items(place, "jsonl") == items(place.parent, "jsonl")


def test_fields_are_found_under_their_keys_and_inside_objects(jsonl):
    place = jsonl({"a.b": "1", "content": "甲", "meta": {"url": "https://example.com/"}, "title": None})
    (document,) = documents(place, "jsonl", fields={"id": "a.b", "text": "content", "url": "meta.url"})
    assert (document.id, document.text, document.url, document.title) == (
        "1",
        "甲",
        "https://example.com/",
        "",
    )


def test_a_hash_follows_text_title_and_address_and_nothing_else(jsonl):
    variants = [{"fetched_at": "later"}, {"id": "2"}, {"title": "新题"}, {"url": ""}, {"text": "乙"}]
    same, renamed, *others = [
        documents(jsonl({**FULL, **more}), "jsonl")[0].content_hash for more in variants
    ]
    assert same == renamed
    assert len({same, *others}) == 4


def test_a_text_has_the_same_hash_in_a_folder_and_in_json_lines(folder, jsonl):
    (in_folder,) = documents(folder(a_txt="甲"))
    (in_jsonl,) = documents(jsonl({"id": 1, "text": "甲"}), "jsonl")
    assert in_folder.content_hash == in_jsonl.content_hash


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "2", "text": }', "not JSON at column 21: Expecting value"),
        (b"[" * 100_000, "nested too deeply to be read"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "holds a number of more digits than Python reads"),
        (b"[1]", "expected an object with a text, got a list"),
        (b"\xff", "not utf-8 at byte 0: "),
        ({"id": "2", "content": "乙"}, "no text under 'text'; name the key of 'id', 'content' with fields = { text = \"…\" } in its [[sources]]"),
        ({"text": "乙"}, "no id under 'id'; name the key of 'text' with fields = { id = \"…\" } in its [[sources]]"),
        ({"id": "2", "text": 5}, "text, read from 'text', must be text, not a number"),
        ({"id": "2", "text": ["乙"]}, "text, read from 'text', must be text, not a list"),
        ({"id": True, "text": "乙"}, "id, read from 'id', must be text, not true or false"),
        ({"id": "2", "text": "乙", "title": {}}, "title, read from 'title', must be text, not an object"),
        ({"id": " ", "text": "乙"}, "its id is empty"),
        ({"id": "\0", "text": "乙"}, "its id holds a NUL character"),
        ({"id": "x" * 1_001, "text": "乙"}, "its id has 1,001 characters, more than 1,000: is it the text?"),
        ({"id": "1", "text": "乙"}, "the id '1' was met before in this source; only the first is kept"),
        ({"id": "2", "text": "乙\ud800"}, "holds half of a character pair (U+D800 at character 1)"),
        ({"id": "2\ud800", "text": "乙"}, "holds half of a character pair (U+D800 at character 1)"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "line",
)  # fmt: skip
def test_a_line_that_is_no_document_is_rejected_and_the_rest_is_read(jsonl, line, reason):
    found = items(jsonl(FULL, line, {"id": "3", "text": "丙"}), "jsonl", max_document_bytes=200_000)
    assert [item.location for item in found] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    assert isinstance(found[1], Reject)
    assert found[1].reason.startswith(reason)
    assert isinstance(found[2], Ingested)


def test_blank_lines_are_passed_over_and_counted(jsonl):
    found = items(jsonl(FULL, b"", b"  \r", {"id": 2, "text": "乙"}), "jsonl")
    assert [item.location for item in found] == ["a.jsonl:1", "a.jsonl:4"]


def test_the_mark_at_the_beginning_of_a_file_is_no_part_of_a_text(jsonl):
    assert documents(jsonl(b"\xef\xbb\xbf" + json.dumps(FULL).encode()), "jsonl")[0].text == "甲"


def test_a_corpus_without_ids_may_take_the_place_of_the_line(jsonl):
    place = jsonl({"text": "甲"}, {"text": "甲"})
    assert [document.id for document in documents(place, "jsonl", fields={"id": ""})] == [
        "a.jsonl:1",
        "a.jsonl:2",
    ]


def test_an_id_that_looks_like_a_path_is_data(jsonl):
    (found,) = items(jsonl({"id": "../../x", "text": "甲"}), "jsonl")
    assert (found.document.id, found.location) == ("../../x", "a.jsonl:1")


def test_an_id_met_in_an_earlier_file_is_rejected(jsonl, tmp_path):
    jsonl(FULL, name="b.jsonl")
    jsonl(FULL, name="a.jsonl.gz", zipped=True)
    assert list(rejects(tmp_path, "jsonl")) == ["b.jsonl:1"]


@pytest.mark.parametrize("zipped", [False, True])
def test_a_line_too_long_is_rejected_without_being_held(jsonl, zipped):
    place = jsonl(FULL, b'{"text": "' + b"a" * 50_000_000 + b'"}', {"id": 2, "text": "乙"}, zipped=zipped)
    tracemalloc.start()
    found = items(place, "jsonl", max_document_bytes=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.location for item in found if isinstance(item, Ingested)] == ["a.jsonl:1", "a.jsonl:3"]
    assert "a line of over 1,000,000 bytes, above max_document_bytes" in found[1].reason
    assert peak < 6_000_000


def test_a_line_of_just_the_largest_size_is_read(jsonl):
    line = json.dumps(FULL).encode()
    assert len(documents(jsonl(line), "jsonl", max_document_bytes=len(line))) == 1
    assert len(rejects(jsonl(line, line), "jsonl", max_document_bytes=len(line) - 1)) == 2


def test_what_was_read_of_a_broken_gzip_stays(jsonl):
    records = [{"id": i, "text": hashlib.sha256(str(i).encode()).hexdigest() * 20} for i in range(500)]
    place = jsonl(*records, name="a.jsonl.gz", zipped=True)
    raw = place.read_bytes()
    for broken in (
        raw[: len(raw) // 2],
        raw[:-3],
        raw[:-8] + b"\0" * 8,
        raw[:9_000] + b"\xff" * 99 + raw[9_099:],
    ):
        place.write_bytes(broken)
        *first, last = items(place, "jsonl", max_document_bytes=5_000)
        assert isinstance(last, Reject)
        assert last.location == "a.jsonl.gz"
        assert last.reason.startswith("broken gzip: ")
        assert f"the {len(first):,} lines before stay" in last.reason
        assert len(first) > 50


@pytest.mark.parametrize("content", [b"", b'{"id": 1, "text": "a"}\n'])
def test_a_file_named_gz_that_is_none_is_rejected(folder, content):
    place = folder(x_txt="") / "a.jsonl.gz"
    place.write_bytes(content)
    assert rejects(place, "jsonl") == {
        "a.jsonl.gz": "broken gzip: it does not begin as gzip does; nothing of it could be read; fetch the file again"
    }


def test_gzip_is_told_by_its_bytes_whatever_the_name(jsonl):
    assert len(documents(jsonl(FULL, name="a.jsonl", zipped=True), "jsonl")) == 1


def test_json_lines_in_another_encoding_are_read_when_it_is_declared(jsonl):
    place = jsonl(json.dumps({"id": 1, "text": "会议在广州举行"}, ensure_ascii=False).encode("gb18030"))
    assert documents(place, "jsonl", encoding="gb18030")[0].text == "会议在广州举行"


def test_json_lines_in_an_encoding_of_wide_units_are_refused_with_a_remedy(jsonl):
    with pytest.raises(SourceUnreadable, match="write the file as UTF-8"):
        items(jsonl(FULL), "jsonl", encoding="utf-16")
    assert documents(jsonl(FULL), "jsonl", encoding="utf-8-sig")


def test_one_document_at_a_time_is_held(jsonl, tmp_path):
    jsonl(*({"id": i, "text": "x" * 100_000} for i in range(100)))
    found = read_source(source(tmp_path, "jsonl"), max_document_bytes=200_000)
    tracemalloc.start()
    assert sum(1 for _ in found) == 100
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
