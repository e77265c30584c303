"""Data-Juicer: eight filters that need no model."""

from __future__ import annotations

from collections.abc import Sequence

from data_juicer.ops.filter.alphanumeric_filter import AlphanumericFilter
from data_juicer.ops.filter.average_line_length_filter import AverageLineLengthFilter
from data_juicer.ops.filter.character_repetition_filter import CharacterRepetitionFilter
from data_juicer.ops.filter.maximum_line_length_filter import MaximumLineLengthFilter
from data_juicer.ops.filter.special_characters_filter import SpecialCharactersFilter
from data_juicer.ops.filter.text_length_filter import TextLengthFilter
from data_juicer.ops.filter.word_repetition_filter import WordRepetitionFilter
from data_juicer.ops.filter.words_num_filter import WordsNumFilter
from timing import main

PLAIN = (
    AlphanumericFilter,
    AverageLineLengthFilter,
    CharacterRepetitionFilter,
    MaximumLineLengthFilter,
    SpecialCharactersFilter,
    TextLengthFilter,
)
FILTERS = [*(kind() for kind in PLAIN), *(kind(lang="zh") for kind in (WordRepetitionFilter, WordsNumFilter))]
BATCH = 1_000


def work(texts: Sequence[str]) -> None:
    """Ask every filter about every text, in batches as its executor does."""
    for first in range(0, len(texts), BATCH):
        part = list(texts[first : first + BATCH])
        samples = {"text": part, "__dj__stats__": [{} for _ in part]}
        for each in FILTERS:
            each.compute_stats_batched(samples)
            list(each.process_batched(samples))


main(work)
