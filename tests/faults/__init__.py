"""The fault generator: clean texts of our own, the same texts with labelled faults, and look-alikes.

One module per family of faults; ``generate.py`` joins them, ``python -m tests.faults OUT.jsonl``
writes a set. Everything follows from one seed. No wording here is taken from a check: the checks
are tested with words they have not seen.
"""
