"""The ``check`` command: texts from files or standard input, findings out, no history.

Starts in a fraction of a second: of the project it needs the checks and the readers of text alone.
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO

from checks import Document, Examiner, Finding
from flows.ingest.decoding import Decoder, Undecodable
from flows.ingest.json_record import Faulty, optional, parsed, required
from flows.terminal import Progress

CHUNK = 200  # documents handed to a worker at once: enough to make the hand-over cheap
JSON_LINES = (".jsonl", ".jsonl.gz")

Complain = Callable[[str], None]


def check_files(
    names: Sequence[str],
    *,
    encoding: str = "utf-8",
    workers: int = 1,
    complain: Complain,
    progress: Progress | None = None,
) -> list[Finding]:
    """Return the findings of all documents, sorted by document, class and start.

    What cannot be read is told to ``complain`` with file, line and reason; the rest goes on.
    """
    documents: Iterator[Document] = (
        document for name in names for document in _documents(name, Decoder(encoding), complain)
    )
    if progress:
        documents = _counted(documents, progress)
    return sorted(_findings(documents, workers), key=lambda finding: (finding.doc_id, finding.cls))


def _counted(documents: Iterable[Document], progress: Progress) -> Iterator[Document]:
    for number, document in enumerate(documents, start=1):
        progress("checking", number)
        yield document


def _findings(documents: Iterator[Document], workers: int) -> Iterator[Finding]:
    if workers == 1:
        yield from _examined(documents)
        return
    with ProcessPoolExecutor(workers) as pool:
        for found in pool.map(_examined, _chunks(documents)):
            yield from found


def _examined(documents: Iterable[Document]) -> list[Finding]:
    examiner = _examiner()
    found: list[Finding] = []
    for document in documents:
        measured = examiner.measure(document)
        for name, error in measured.crashed.items():
            raise RuntimeError(f"check {name} crashed on document {document.id!a}: {error}")
        found += examiner.findings(measured)
    return found


@cache
def _examiner() -> Examiner:
    return Examiner()


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while chunk := list(islice(documents, CHUNK)):
        yield chunk


def _documents(name: str, decoder: Decoder, complain: Complain) -> Iterator[Document]:
    try:
        if name == "-":
            yield from _of_standard_input(decoder, complain)
        elif name.endswith(JSON_LINES):
            with _opened(Path(name)) as stream:
                yield from _of_lines(name, stream, decoder, complain)
        else:
            yield Document(id=name, text=decoder.text(Path(name).read_bytes()))
    except OSError as error:
        complain(f"{name}: cannot be read: {error.strerror or error}")
    except (EOFError, zlib.error, Undecodable) as error:
        complain(f"{name}: {error}")


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile:
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")


def _of_standard_input(decoder: Decoder, complain: Complain) -> Iterator[Document]:
    """JSON lines when the first line is an object, else one text."""
    first = sys.stdin.buffer.readline()
    if first.lstrip().startswith(b"{"):
        yield from _of_lines(
            "-", (line for part in ([first], sys.stdin.buffer) for line in part), decoder, complain
        )
    else:
        yield Document(id="-", text=decoder.text(first + sys.stdin.buffer.read()))


def _of_lines(name: str, lines: Iterable[bytes], decoder: Decoder, complain: Complain) -> Iterator[Document]:
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            document = _document(f"{name}:{number}", line, decoder, first=number == 1)
        except Faulty as error:
            complain(f"{name}:{number}: {str(error).partition(';')[0]}")  # what follows is about corpus.toml
            continue
        if document.id in seen:
            complain(f"{name}:{number}: the id {document.id!a} was met before; only the first is checked")
            continue
        seen.add(document.id)
        yield document


def _document(place: str, line: bytes, decoder: Decoder, *, first: bool) -> Document:
    record = parsed(line, decoder, first=first)
    return Document(
        id=optional(record, "id", "id") or place,
        text=required(record, "text", "text", numbers=False),
        source=optional(record, "source", "source"),
        title=optional(record, "title", "title"),
        url=optional(record, "url", "url"),
    )
