"""Measures what the program promises about speed, and prints one table.

    python run.py [--full] [--only LETTERS] [--markdown FILE]

The big desk has 20,000 people, with `--full` 100,000 and a million entries. Every measure runs in a
process of its own, with its floor in the same run, so that another load on the machine meets both.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from figures import Figure
from setting import Setting

BIG, FULL = 20_000, 100_000
HEADS = ("what", "figure", "floor", "ratio", "target", "verdict")
MEASURES = {
    "a": ("starting", "starting"),
    "bc": ("list_of_people", "typing_and_scrolling"),
    "de": ("opening_people", "opening_people"),
    "f": ("saving", "saving_a_note"),
    "g": ("importing", "importing"),
    "h": ("dossiers", "dossiers"),
    "j": ("memory", "memory"),
    "k": ("session", "longest_turns"),
    "l": ("backing_up", "backing_up"),
    "m": ("comparing", "comparing"),
}


def main() -> int:
    """Take the measures that are wanted, and print a line for each figure; 1 when a target does not hold."""
    asked = _asked()
    setting = Setting(asked.folder or Path(), FULL if asked.full else BIG)
    if asked.measure:
        for figure in _measure(asked.measure)(setting):
            print(json.dumps(asdict(figure)), flush=True)
        return 0
    figures: list[Figure] = []
    print(_line(HEADS))
    for letters in MEASURES:
        if set(letters) & set(asked.only):
            for figure in _in_a_process(letters, asked):
                print(_line(_cells(figure)), flush=True)
                figures.append(figure)
    if asked.markdown:
        asked.markdown.write_text(_markdown(figures), encoding="utf-8")
    return 0 if all(figure.is_met for figure in figures) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="a big desk of 100,000 people")
    parser.add_argument("--only", default="abcdefghjklm", metavar="LETTERS", help="take these measures alone")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as Markdown as well")
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="keep the desks here for the next run")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.folder is None:
        asked.passing = tempfile.TemporaryDirectory(prefix="relationdesk-bench-")
        asked.folder = Path(asked.passing.name)
    asked.folder.mkdir(exist_ok=True)
    return asked


def _measure(letters: str) -> Callable[[Setting], Iterator[Figure]]:
    module, name = MEASURES[letters]
    measure: Callable[[Setting], Iterator[Figure]] = getattr(__import__(module), name)
    return measure


def _in_a_process(letters: str, asked: argparse.Namespace) -> Iterator[Figure]:
    command = [sys.executable, __file__, "--measure", letters, "--folder", str(asked.folder)]
    surroundings = Setting(asked.folder, BIG).surroundings()
    done = subprocess.run(
        [*command, *(["--full"] if asked.full else [])],
        stdout=subprocess.PIPE,
        env=surroundings,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        yield Figure(**json.loads(line))


def _cells(figure: Figure) -> tuple[str, ...]:
    def told(value: float | None, unit: str) -> str:
        if value is None:
            return ""
        return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"

    bound = "" if figure.target is None else ("at least " if figure.at_least else "at most ")
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    measured, floor, target = (told(v, figure.unit) for v in (figure.measured, figure.floor, figure.target))
    return (figure.what, measured, floor, ratio, bound + target, figure.verdict)


def _line(cells: tuple[str, ...]) -> str:
    what, measured, floor, ratio, target, verdict = cells
    return f"{what:48} {measured:>15} {floor:>15} {ratio:>6} {target:>24}  {verdict}"


def _markdown(figures: list[Figure]) -> str:
    rows = [HEADS, ("---",) * len(HEADS), *map(_cells, figures)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


if __name__ == "__main__":
    sys.exit(main())
