"""Notes that try to reach out: FOLDER has pictures that shout, and something listens at PORT."""

HOSTILE = (
    "![a](http://127.0.0.1:PORT/a.png)",
    "![b](https://127.0.0.1:PORT/b.png)",
    "![c](file://FOLDER/shout.png)",
    "![d](FOLDER/shout.png)",
    "![e](shout.png) ![e](../shout.png) ![e](./FOLDER/shout.png)",
    r"![f](\\\\127.0.0.1\\share\\shout.png) ![f](//127.0.0.1:PORT/shout.png)",
    "![g](data:image/png;base64,PIXELS)",
    "![h](qrc:/shout.png) ![h](:/shout.png)",
    "![i](attachment:../../FOLDER/shout.png) ![i](attachment:file://FOLDER/shout.png)",
    "[j](javascript:alert(1)) [j](vbscript:x) [j](file://FOLDER/shout.png)",
    "[k][1]\n\n[1]: file://FOLDER/shout.png\n\n![k][1]",
    "<img src='file://FOLDER/shout.png'><img src='http://127.0.0.1:PORT/l.png'>",
    "<img src=FOLDER/shout.png width=400 height=400>",
    "<table background='FOLDER/shout.png'><tr><td>m</td></tr></table>",
    "<body background='file://FOLDER/shout.png' text='#00ff00'>n</body>",
    "<style>body { background-image: url('FOLDER/shout.png'); } @import url('http://127.0.0.1:PORT/o.css');</style>o",
    "<link rel='stylesheet' href='FOLDER/shout.css'><p>p</p>",
    "<iframe src='file://FOLDER/shout.html'></iframe><object data='FOLDER/shout.svg'></object>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='file://FOLDER/shout.png'/></svg>",
    "![q](FOLDER/shout.svg) ![q](data:image/svg+xml,<svg><image href='file://FOLDER/shout.png'/></svg>)",
    "> " * 2_000 + "![r](FOLDER/shout.png)",
    "<table><tr><td>" * 2_000 + "<img src='FOLDER/shout.png'>",
    "[https://bank.example](http://127.0.0.1:PORT/s) \u202egnp.tuohs\u202c ![s](file://FOLDER/\u202egnp.tuohs)",
    "<p style=\"list-style-image: url('FOLDER/shout.png')\">t</p>",
    '<ul style="list-style-image: url(FOLDER/shout.png)"><li>t</ul>',
    '#image("FOLDER/shout.png") #read("/etc/passwd") $x$ ```typ\n#include "FOLDER/shout.typ"\n```',
    '![u](<FOLDER/shout.png> "title") [![u](file://FOLDER/shout.png)](file://FOLDER/shout.html)',
)


def hostile_notes(folder: str, port: int, pixels: str) -> list[str]:
    """The notes, aimed at a folder and a port; `pixels` is a picture as base64."""
    names = {"FOLDER": folder, "PORT": str(port), "PIXELS": pixels}
    aimed = []
    for note in HOSTILE:
        for name, value in names.items():
            note = note.replace(name, value)  # noqa: PLW2901 - one name after the other
        aimed.append(note)
    return aimed
