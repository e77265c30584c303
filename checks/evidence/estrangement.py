"""How little a line shares with the text below it: a headline comes back in its article, a query that was set above it does not."""

from __future__ import annotations

from checks.text import Text, later, visible

READ = 5_000  # letters of the text below in which the words of a headline come back
LEAST = 200  # visible letters of it below which nothing can be said
# Of the pairs of letters of a line. Titles of ours above texts picked at random share 0.1 and less with them; nineteen of
# twenty first lines of statutes share more, but lines of an agenda do not: this alone proves nothing.
STRANGE = 0.15

_HAN = later(r"[\u3400-\u9fff]{2,}")
_WORD = later(r"[a-z]{3,}")


def shared(line: str, below: str) -> float:
    """The share of the pairs of letters of a folded line that stand in the folded text below it, 0 to 1.

    >>> shared("水渠通水", "三处水渠下月通水。"), shared("水渠通水", "雨停了。")
    (0.6666666666666666, 0.0)
    """
    pairs = pairs_of(line)
    return sum(pair in below for pair in pairs) / len(pairs) if pairs else 1.0


def pairs_of(line: str) -> set[str]:
    """The pairs of letters of a folded line, and its Latin words."""
    return {run[i : i + 2] for run in _HAN.findall(line) for i in range(len(run) - 1)} | set(
        _WORD.findall(line)
    )


def is_strange(line: str, text: Text, after: int) -> bool:
    """There is a text below, and hardly a pair of letters of the line comes back in it."""
    return is_strange_to(line, text.folded(after, after + READ))


def is_strange_to(line: str, other: str, *, most: float = STRANGE) -> bool:
    """The other passage is long enough, and hardly a pair of letters of the line stands in it; both folded."""
    return len(visible(other)) >= LEAST and shared(line, other) <= most
