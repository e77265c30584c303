"""How fast the monitor is, as ratios measured in one run: ``python -m tests.benchmarks``.

No test asserts a time. What is compared is measured on the same texts, one after the other, in CPU seconds of one process.
"""
