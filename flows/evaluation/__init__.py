"""Labelled texts against what is told of them: read, compared, scored, held to floors."""
