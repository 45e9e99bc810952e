"""A process that finds a desk and opens it by its recovery code, as the program does, and tells what it saw.

Its arguments are the desk, the recovery code, and the seconds that a keychain may take.
"""

import json
import sys
from pathlib import Path

from relationdesk.desk.files import DeskFiles
from relationdesk.system.clock import SystemClock
from relationdesk.system.keychain import SystemKeychain
from relationdesk.work.desks.opening import Need, find, unlock
from relationdesk.work.desks.protection import settle
from relationdesk.work.people.queries import people_count


def state_of(folder: Path) -> dict[str, str]:
    """What lies in a folder, to the last byte."""
    return {path.name: path.read_bytes().hex() for path in sorted(folder.iterdir()) if path.is_file()}


def main(desk: str, code: str, seconds: str) -> dict[str, object]:
    """Find, recover, and find again."""
    files = DeskFiles(Path(desk))
    keychain = SystemKeychain(float(seconds), float(seconds))
    before = state_of(files.desk.parent)
    situation = find(files, keychain)
    told: dict[str, object] = {
        "need": situation.need.name,
        "untouched": state_of(files.desk.parent) == before,
    }
    if situation.need is Need.SECRET:
        opened = unlock(situation, SystemClock(), recovery_code=code)
        told["people"] = people_count(opened.reader)
        kept = settle(opened, keychain, is_to_keep=False, by_recovery_code=True)
        told["kept"] = kept is not None and kept.result(20)
        opened.close()
        told["next time"] = find(files, keychain).need.name
    return told


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))  # noqa: T201 - it speaks to the test that started it
