import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.profiles import is_safe_link, profile


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://www.instagram.com/lea.trails/?hl=fr", ("instagram", "lea.trails")),
        ("instagram.com/lea", ("instagram", "lea")),
        ("https://youtube.com/@lea/videos", ("youtube", "lea")),
        ("https://www.youtube.com/channel/UC123", ("youtube", "UC123")),
        ("https://m.facebook.com/lea", ("facebook", "lea")),
        ("https://twitter.com/lea", ("x", "lea")),
        ("https://lea.substack.com", ("substack", "lea")),
        ("https://www.linkedin.com/in/lea-m", ("linkedin", "lea-m")),
        ("https://instagram.com/p/Cxyz", None),
        ("https://instagram.com/", None),
        ("https://linkedin.com/company/acme", None),
        ("https://lea.example/instagram.com/lea", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_a_link_leads_to_an_account_or_to_none(link: str, found: tuple[str, str] | None):
    assert profile(link) == found


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        ("https://trails.example/a?b=c", True),
        ("trails.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("smb://host/share", False),
        ("\\\\host\\share", False),
        ("https://trails.example/" + "a" * 8000, False),
    ],
)
def test_only_ordinary_web_addresses_are_safe(link: str, *, safe: bool):
    assert is_safe_link(link) is safe


@given(st.text(max_size=100))
def test_no_text_breaks_the_search_for_a_profile(text: str):
    profile(text)
    profile(f"https://instagram.com/{text}")
