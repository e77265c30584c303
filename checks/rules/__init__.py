"""One file, one ``CHECK``. Adding a check means adding a file here and nothing else."""
