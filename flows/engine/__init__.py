"""Carries documents through the checks: shards in, Parquet out, never a whole corpus in memory."""
