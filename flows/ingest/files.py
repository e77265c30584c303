"""Which files a source on disk consists of, in an order that does not change.

A location is a folder, one file, or a pattern such as ``pages/2024-*/*.txt``; ``**`` stands for any
number of folders. What exists under the very name wins over a pattern. Files of a folder come
before those of its subfolders, each sorted by name; letters count as written (``*.txt`` is not
``a.TXT``). Links to files are followed, links to folders are rejected, so that no loop and nothing
outside the source is read by accident.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from glob import escape, has_magic
from pathlib import Path

from flows.ingest.kind import Piece, Source, SourceUnreadable
from flows.records import Reject

Pattern = tuple[str, ...]
BLOCK = 1 << 20  # bytes read at a time


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One regular file. ``name`` is its path below the source's folder, with forward slashes.

    ``changed``: nanoseconds since 1970.
    """

    path: Path
    name: str
    size: int
    changed: int

    def piece(self, weight: int) -> Piece:
        """The whole file as a piece."""
        return Piece(str(self.path), self.name, self.size, self.changed, weight)


def files_of(source: Source, *globs: str) -> Iterator[FoundFile | Reject]:
    """Yield the files of a source that any of ``globs`` matches, and rejects for barred ones.

    A pattern in the location takes the place of ``globs``. Raises ``SourceUnreadable`` when the
    folder is gone or barred, or when nothing matches.
    """
    try:
        root, patterns = _root(source.location, tuple(tuple(glob.split("/")) for glob in globs))
    except OSError as error:
        raise SourceUnreadable(f"{source.location}: {_why(error)}") from None
    nothing = True
    for item in _walk(source, root, patterns):
        nothing = False
        yield item
    if nothing:
        shown = " or ".join("/".join(pattern) for pattern in patterns)
        raise SourceUnreadable(
            f"{root}: no file matches {shown}; fill the folder or correct location and glob"
        )


def unreadable(source: Source, location: str, error: OSError) -> Reject:
    """Reject a file or folder that the system did not let us read."""
    gone = isinstance(error, FileNotFoundError)
    reason = "was removed meanwhile, or is a link to nothing" if gone else _why(error)
    return Reject(source.id, storable(location), reason)


def storable(name: str) -> str:
    """Return a file name that can be stored and shown, bytes outside its encoding written as ``\\udc80``."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _root(location: str, patterns: tuple[Pattern, ...]) -> tuple[Path, tuple[Pattern, ...]]:
    """Split a location into the folder to walk and what to look for in it. Raises OSError."""
    path = Path(location)
    if _exists(path):
        if path.is_dir():
            os.scandir(path).close()
            return path, patterns
        return path.parent, ((escape(path.name),),)
    folder = next(parent for parent in path.parents if _exists(parent))
    rest = path.relative_to(folder).parts
    if not has_magic(rest[0]):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / rest[0]))
    os.scandir(folder).close()
    return folder, (rest,)


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _walk(source: Source, root: Path, patterns: tuple[Pattern, ...]) -> Iterator[FoundFile | Reject]:
    barred: list[OSError] = []
    for folder, below, names in os.walk(root, onerror=barred.append):
        here = Path(folder)
        parts = here.relative_to(root).parts
        below[:] = [name for name in sorted(below) if any(_may_lead((*parts, name), p) for p in patterns)]
        linked = [name for name in below if (here / name).is_symlink()]  # os.walk does not enter them
        for name in sorted(names):
            if any(_matches((*parts, name), pattern) for pattern in patterns):
                yield _found(source, here / name, "/".join((*parts, name)))
        yield from (_linked_folder(source, "/".join((*parts, name))) for name in linked)
    for error in barred:
        yield unreadable(source, Path(error.filename).relative_to(root).as_posix(), error)


def _found(source: Source, path: Path, name: str) -> FoundFile | Reject:
    if storable(name) != name:
        return Reject(source.id, storable(name), "its name is not UTF-8; rename it")
    try:
        status = path.stat()
    except OSError as error:
        return unreadable(source, name, error)
    if not stat.S_ISREG(status.st_mode):
        return Reject(source.id, name, "not a regular file (a pipe, socket or device); move it away")
    return FoundFile(path, name, status.st_size, status.st_mtime_ns)


def _linked_folder(source: Source, name: str) -> Reject:
    return Reject(
        source.id, storable(name), "a link to a folder is not followed; declare its target as a source"
    )


def _matches(parts: tuple[str, ...], pattern: Pattern) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_matches(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])


def _may_lead(folders: tuple[str, ...], pattern: Pattern) -> bool:
    """Say whether a file below these folders can match, so that no other folder is opened."""
    if not folders or not pattern or pattern[0] == "**":
        return bool(pattern)
    return fnmatchcase(folders[0], pattern[0]) and _may_lead(folders[1:], pattern[1:])


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{storable(str(error.filename))} does not exist; restore it or correct location"
    if isinstance(error, PermissionError):
        return "permission denied; let the account that runs corpus-health read it"
    return f"cannot be read: {error.strerror or type(error).__name__}"


def blocks_of(piece: Piece) -> Iterator[bytes]:
    """Yield the bytes of a piece as they lie, a block at a time. Raises OSError."""
    with Path(piece.path).open("rb") as file:
        file.seek(piece.start)
        left = piece.end - piece.start if piece.end >= 0 else sys.maxsize
        while block := file.read(min(BLOCK, left)):
            left -= len(block)
            yield block
