"""The program until Today is painted, and what then had been done for it, as JSON on the standard error."""

import gc
import json
import linecache
import os
import sys

from relationdesk.__main__ import start


class Witness:
    """Stands in for the standard error until something is said there."""

    def write(self, text: str) -> int:
        """Tell what there is instead of `text`, and end."""
        if text != "painted\n":
            os.write(2, text.encode())
            return len(text)
        classes = {name for part in ("QtGui", "QtWidgets") for name in vars(sys.modules[f"PySide6.{part}"])}
        seen = {
            "sources": [path for path in linecache.cache if "relationdesk" in path],
            "classes": sorted(name for name in classes if name.startswith("Q")),
            "collections": sum(generation["collections"] for generation in gc.get_stats()) - before,
        }
        os.write(2, json.dumps(seen).encode() + b"\n")
        os._exit(0)

    def flush(self) -> None:
        """Nothing is held back."""


sys.stderr = Witness()  # type: ignore[assignment]
before = sum(generation["collections"] for generation in gc.get_stats())
sys.exit(start())
