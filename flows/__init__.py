"""The steps in order: what reads, remembers, reports and tells. Only monitor and serve know Prefect."""
