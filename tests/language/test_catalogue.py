"""The French says all that the English says, and says it in French."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[2]
MARKS = {"_": 1, "plural": 2, "in_context": 2}  # how many of the first values are sentences
PLACEHOLDER = re.compile(r"\{+\w*\}+")
NARROW = "\u202f"
UNBREAKABLE = NARROW + "\u00a0"

SAME_IN_BOTH = {
    "Pages",
    *("Agent", "Audience", "Client", "Contact", "Date", "DATE", "Dossier", "E-mail", "Import", "Note"),
    *("Organisation", "Relations", "vCard", "agent", "client", "e-mail", "format", "invitation", "note"),
    *("organisation", "Organisations", "{total} organisation", "{total} organisations"),
    *("{n} relation", "{n} relations"),
    *("blog", "fax"),
    *(
        "publication",
        "?",
        "D",
        "E",
        "Six",
        "Ctrl+,",
        "F5",
        "S",
        "X",
        "Ctrl+D",
        "Ctrl+I",
        "Ctrl+K",
        "Ctrl+L",
        "Ctrl+N",
        "Ctrl+Q",
        "Ctrl+T",
        "Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4",
        "Agenda",
        "Protection",
    ),
}
GLOSSARY = [
    (r"follow-ups?\b", "relance"),
    (r"promises?\b", "prom"),
    (r"dossiers?\b", "dossier"),
    (r"passphrase(?!-file)", "secrète"),
    (r"recovery code", "code de secours"),
    (r"keychain", "trousseau"),
    (r"vault", "coffre"),
    (r"(?<!-)\bdesk\b", "bureau"),
    (r"snooze", "report"),
    (r"partnerships?\b", "partenariat"),
]

Pair = tuple[str, str]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()


@pytest.fixture(scope="module")
def said() -> Catalog:
    return tool.sentences()


@pytest.fixture(scope="module")
def kept() -> Catalog:
    return tool.french()


@pytest.fixture(scope="module")
def pairs(kept: Catalog) -> list[Pair]:
    """Every English form beside its French one, where there is French."""
    there = [message for message in kept if message.id and not tool.lacks_french(message)]
    return [pair for message in there for pair in _forms(message.id, message.string)]


def _forms(english: str | tuple[str, ...], french: str | tuple[str, ...]) -> Iterator[Pair]:
    if isinstance(english, str):
        assert isinstance(french, str)
        yield english, french
    else:
        yield from zip(english, french, strict=True)


def _keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in catalogue if message.id}


def test_every_sentence_is_in_the_catalogue(said: Catalog, kept: Catalog):
    assert _keys(said) - _keys(kept) == set(), "run: python3 dev.py words"


def test_every_sentence_has_its_french(kept: Catalog):
    assert [message.id for message in kept if tool.lacks_french(message)] == []


def test_the_catalogue_keeps_nothing_that_nobody_says(said: Catalog, kept: Catalog):
    assert _keys(kept) - _keys(said) == set(), "run: python3 dev.py words"
    assert not kept.obsolete


def test_no_french_is_left_in_doubt(kept: Catalog):
    assert [message.id for message in kept if message.fuzzy] == []


def test_the_compiled_catalogue_is_the_one_that_people_wrote(kept: Catalog):
    assert (tool.TRANSLATIONS / "fr.mo").read_bytes() == tool.compiled(tool.in_french(kept))


def test_the_same_sentences_always_give_the_same_bytes(kept: Catalog):
    once, again = (tool.written(tool.in_french(kept)) for _ in range(2))

    assert once == again
    assert b"Date:" not in once
    assert b"EMAIL@ADDRESS" not in once


def test_both_languages_fill_in_the_same_values(pairs: list[Pair]):
    differing = [
        (english, french)
        for english, french in pairs
        if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(french))
    ]

    assert differing == []


def test_no_sentence_is_left_in_english(pairs: list[Pair]):
    same = {
        english
        for english, french in pairs
        if english == french and re.search(r"\w", PLACEHOLDER.sub("", english))
    }

    assert same - SAME_IN_BOTH == set()


def test_a_sentence_begins_and_ends_alike_in_both_languages(pairs: list[Pair]):
    assert [pair for pair in pairs if _begin_or_end_apart(*pair)] == []


def _begin_or_end_apart(english: str, french: str) -> bool:
    heads = _first_letter(english), _first_letter(french)
    return _last_mark(english) != _last_mark(french) or (
        all(heads) and heads[0].isupper() != heads[1].isupper()
    )


def _first_letter(sentence: str) -> str:
    """The letter at its head; nothing where a value or the word "I" stands there."""
    text = sentence.lstrip("“«" + NARROW)
    return text[:1] if text[:1].isalpha() and not text.startswith("I ") else ""


def _last_mark(sentence: str) -> str:
    return sentence[-1:] if sentence[-1:] in ".…?!:" else ""


def test_no_sentence_is_a_piece_with_spaces_at_its_ends(pairs: list[Pair]):
    assert [pair for pair in pairs if any(text != text.strip(" \n") for text in pair)] == []


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (re.compile("'"), "straight apostrophe"),
        (re.compile('["“”]'), "quotation marks that are not « »"),
        (re.compile(r"\.\.\."), "three dots for an ellipsis"),
        (re.compile(f"[^{UNBREAKABLE}](?<!^)[;:!?»]"), "no unbreakable space before a mark"),
        (re.compile(f"«[^{UNBREAKABLE}]"), "no unbreakable space after «"),
        (re.compile(r"  "), "two spaces"),
        (re.compile(r"\b1 er\b|\bn°(?! )"), "abbreviation"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_french_is_set_as_french_is(pairs: list[Pair], fault: re.Pattern[str], name: str):
    assert [french for _, french in pairs if fault.search(french)] == [], name


@pytest.mark.parametrize(("english", "french"), GLOSSARY)
def test_the_french_uses_the_words_of_the_guide(pairs: list[Pair], english: str, french: str):
    other = [
        pair
        for pair in pairs
        if re.search(english, PLACEHOLDER.sub("", pair[0]), re.IGNORECASE)
        and french not in pair[1].casefold()
    ]

    assert other == []


def _marked(tree: ast.AST) -> Iterator[tuple[ast.Call, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node, MARKS[node.func.id]


def test_every_marked_sentence_is_a_whole_literal():
    pieces = [
        f"{module.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)}"
        for module in (ROOT / "src").rglob("*.py")
        for call, sentences in _marked(ast.parse(module.read_text("utf-8")))
        if len(call.args) < sentences or not all(map(_is_literal, call.args[:sentences]))
    ]

    assert pieces == []


def _is_literal(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def test_no_sentence_is_said_before_the_language_is_known():
    early = [
        f"{module.relative_to(ROOT)}:{call.lineno}"
        for module in (ROOT / "src").rglob("*.py")
        for part in _run_at_import(ast.parse(module.read_text("utf-8")))
        for call, _sentences in _marked(part)
    ]

    assert early == []


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a module that run when it is imported: all but the bodies of its functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (child.args, *child.decorator_list)
        elif isinstance(child, ast.ClassDef | ast.If | ast.Try | ast.With):
            yield from _run_at_import(child)
        elif not any(isinstance(inner, ast.Lambda) for inner in ast.walk(child)):
            yield child
