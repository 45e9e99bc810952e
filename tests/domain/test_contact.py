import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.contact import contact_key, is_doubtful
from relationdesk.domain.vocabulary import ContactKind


def doubtful(kind: ContactKind, value: str) -> bool:
    return is_doubtful(kind, value, contact_key(kind, value, "FR"))


@pytest.mark.parametrize(
    "typed", ["06 39 98 00 12", "+33 6 39 98 00 12", "0033 6.39.98.00.12", "(06) 39-98-00-12"]
)
def test_one_phone_typed_in_different_ways_is_one_phone(typed):
    assert contact_key(ContactKind.PHONE, typed, "FR") == "+33639980012"


def test_a_number_without_country_is_dialled_from_home():
    assert contact_key(ContactKind.PHONE, "07700 900123", "GB") == "+447700900123"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.trails.example/", "http://trails.example"),
        ("HTTPS://Trails.example/Blog", "trails.example/blog"),
    ],
)
def test_one_page_linked_in_different_ways_is_one_page(one, other):
    assert contact_key(ContactKind.LINK, one, "FR") == contact_key(ContactKind.LINK, other, "FR")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ContactKind.EMAIL, "lea@trails"),
        (ContactKind.EMAIL, "lea.trails.example"),
        (ContactKind.EMAIL, "a" * 5000 + "@x.example"),
        (ContactKind.PHONE, "ask her sister"),
        (ContactKind.PHONE, "12"),
        (ContactKind.LINK, "javascript:alert(1)"),
        (ContactKind.LINK, "file:///etc/passwd"),
        (ContactKind.LINK, "\\\\host\\share"),
        (ContactKind.LINK, "smb://host/share"),
        (ContactKind.MESSENGER, " "),
    ],
)
def test_what_can_hardly_be_right_is_doubtful(kind, value):
    assert doubtful(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ContactKind.EMAIL, "Lea.Trails+press@mail.trails.example"),
        (ContactKind.PHONE, "+33 6 39 98 00 12"),
        (ContactKind.LINK, "trails.example/blog?page=2"),
        (ContactKind.LINK, "https://trails.example:8080/"),
        (ContactKind.MESSENGER, "lea_trails"),
    ],
)
def test_what_is_right_is_not_doubtful(kind, value):
    assert not doubtful(kind, value)


@given(st.sampled_from(list(ContactKind)), st.text())
def test_any_text_can_be_kept(kind, value):
    contact_key(kind, value, "FR")
    doubtful(kind, value)
