"""The ``evaluate`` command: labelled texts in, accuracy out, held to floors where they are pinned."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.exits import errors_are_told

EXAMPLES = (
    "Examples:\n\n"
    "  corpus-health evaluate labelled.jsonl\n\n"
    "  corpus-health evaluate labels.jsonl --documents pages --classes --page accuracy.html\n\n"
    "  corpus-health evaluate labelled.jsonl --half odd --gate floors.toml"
)


def evaluate(
    labelled: Annotated[
        list[Path] | None,
        typer.Argument(help="JSON lines with texts and their labels", show_default=False),
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(help="folder of the texts, for rows that hold one label each")
    ] = None,
    generated: Annotated[
        list[Path] | None, typer.Option(help="a labelled file of made faults; scored, never written")
    ] = None,
    half: Annotated[
        Literal["even", "odd", "all"], typer.Option(help="half of the documents, by a hash of their id")
    ] = "all",
    classes: Annotated[bool, typer.Option("--classes", help="print classes, not families")] = False,
    format: Annotated[Literal["text", "json"], typer.Option(help="tables, or one object")] = "text",  # noqa: A002
    page: Annotated[
        Path | None, typer.Option(help="HTML page to write: figures, misses and false alarms to read")
    ] = None,
    language: Annotated[Literal["en", "zh"], typer.Option(help="language of the page")] = "en",
    write: Annotated[
        bool, typer.Option("--write", help="keep the figures beside the checks, for catalogue and report")
    ] = False,
    gate: Annotated[Path | None, typer.Option(help="file of floors; exit 1 where one is broken")] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="raise the floors that the figures exceed")
    ] = False,
    lower_floors: Annotated[
        bool, typer.Option("--lower-floors", help="move the floors to the figures, down, too")
    ] = False,
    config: Annotated[
        Path | None, typer.Option("--config", help="corpus.toml whose own checks are wanted, too")
    ] = None,
) -> None:
    """Score the checks against labelled texts: precision, recall and F1 with 95 % intervals.

    Prints figures, never texts. Exit code 0: scored, and every floor holds; 1: a floor is broken;
    2: a row or file could not be read (the others were scored).
    """
    with errors_are_told():
        from flows.evaluation.call import Wanted
        from flows.evaluation.call import evaluate as score
        from flows.settings import load_settings

        code = score(
            Wanted(
                files=tuple(labelled or ()),
                generated=tuple(generated or ()),
                documents=documents,
                half=half,
                classes=classes,
                as_json=format == "json",
                page=page,
                language=language,
                write=write,
                gate=gate,
                raise_floors=raise_floors,
                lower_floors=lower_floors,
                checks=load_settings(config).checks if config else None,
            )
        )
    raise typer.Exit(code)
