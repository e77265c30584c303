"""Findings and health for other programs: tables with a documented schema, JUnit XML, Prometheus text."""
