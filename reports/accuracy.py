"""How measured accuracy is written: in a sentence, and in a cell of a table."""

from __future__ import annotations

from markupsafe import Markup

from checks.measured import Accuracy, Share
from reports import numbers
from reports.words import Language


def accuracy_text(accuracy: Accuracy | None, say: Language) -> str:
    """Write precision and recall by document, each with its number and interval.

    >>> from checks.measured import Share
    >>> some = Accuracy(Share(0.95, 0.835, 0.986, 40), Share(None, None, None, 0), ("pages.jsonl",))
    >>> accuracy_text(some, Language("en"))
    'precision 95.0 % of 40 (83.5 % to 98.6 %); nothing labelled'
    >>> accuracy_text(None, Language("en"))
    'not measured yet'
    """
    return "; ".join(accuracy_parts(accuracy, say))


def accuracy_cell(accuracy: Accuracy | None, say: Language) -> Markup:
    """The same in lines, quieter."""
    lines = Markup("<br>").join(accuracy_parts(accuracy, say))
    return Markup('<span class="sub">{}</span>').format(lines)


def accuracy_parts(accuracy: Accuracy | None, say: Language) -> tuple[str, ...]:
    """Precision and recall as two phrases; one that says so where nothing was measured."""
    if accuracy is None:
        return (say("not_measured"),)
    return (
        _part("a_precision", accuracy.precision, say("a_no_precision"), say),
        _part("a_recall", accuracy.recall, say("a_no_recall"), say),
    )


def decimal(share: Share) -> str:
    """Write a figure with its interval.

    >>> decimal(Share(0.8, 0.49, 0.943, 10)), decimal(Share(None, None, None, 0))
    ('0.800 (0.490–0.943)', '–')
    """
    if share.value is None:
        return numbers.NOTHING
    return f"{share.value:.3f} ({share.low:.3f}–{share.high:.3f})"


def _part(key: str, share: Share, nothing: str, say: Language) -> str:
    if share.value is None:
        return nothing
    low, high = numbers.share(share.low), numbers.share(share.high)
    return say(key, share=numbers.share(share.value), n=numbers.count(share.of), low=low, high=high)
