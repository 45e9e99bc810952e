"""The pages hold to the project: links lead somewhere, lists are whole, both guides say the same."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md"), *CHECKOUT.glob("packaging/**/*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_every_link_of_a_page_leads_to_something(page: Path):
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_dependency_has_its_line_among_the_decisions():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    named = {re.split(r"[<>=~ ]", line)[0] for line in declared}

    rows = re.findall(
        r"^\| ([^|]+) \|", (CHECKOUT / "docs/decisions/0011-dependencies.md").read_text("utf-8"), re.MULTILINE
    )
    explained = {name.strip() for row in rows for name in row.split(",")} - {"package", "---"}

    assert explained == named


def test_the_guides_in_both_languages_have_the_same_parts():
    guides = [(CHECKOUT / "docs" / name).read_text("utf-8") for name in ("guide.md", "guide.fr.md")]
    starts = [re.findall(r"^(#+|\||\*|\d\.|    relationdesk)", guide, re.MULTILINE) for guide in guides]

    assert starts[0] == starts[1]
