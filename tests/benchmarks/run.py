"""Measures what the program promises about speed, and prints a table. Fails when a target is missed."""

import sys
import tempfile
from pathlib import Path

from saving import saving_a_note

MEASURES = (saving_a_note,)


def main() -> int:
    """Take every measure and print its line."""
    print(f"{'what':40} {'measured':>10} {'floor':>10} {'target':>10}")
    missed = 0
    for measure in MEASURES:
        with tempfile.TemporaryDirectory(prefix="relationdesk-bench-") as folder:
            figure = measure(Path(folder))
        is_met = figure.measured <= figure.target
        missed += not is_met
        times = " ".join(f"{time:7.2f} ms" for time in (figure.measured, figure.floor, figure.target))
        print(f"{figure.what:40} {times} {'' if is_met else ' MISSED'}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
