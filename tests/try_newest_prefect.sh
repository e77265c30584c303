#!/usr/bin/env bash
# Tries the newest Prefect that pyproject.toml admits, in an empty environment that is thrown away.
#
# pip alone takes 3.8.8, which the tests use otherwise: 3.9 asks for a certifi newer than any there is,
# and only uv can be told to overlook that. Run it by hand before the bounds of Prefect are moved:
#   tests/try_newest_prefect.sh
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet uv
echo "certifi>=2026.10.18" >"$place/overrides.txt"
"$place/env/bin/uv" pip install --quiet --python "$place/env/bin/python" \
    --override "$place/overrides.txt" --editable ".[tests]"
"$place/env/bin/python" -c "import prefect, sqlalchemy; print('prefect', prefect.__version__, 'sqlalchemy', sqlalchemy.__version__)"
"$place/env/bin/pytest" -n 0 -p no:cacheprovider tests/test_monitor.py
