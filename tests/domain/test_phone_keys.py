"""Numbers that are read without the library of all numbers, beside what it says of them."""

import phonenumbers
from hypothesis import given
from hypothesis import strategies as some

from relationdesk.domain.contact import contact_key
from relationdesk.domain.vocabulary import ContactKind

DIGIT = "[0-9]"


@given(some.from_regex(rf"\+33 ?[1-9]([ .]?{DIGIT}{DIGIT}){{4}}", fullmatch=True))
def test_a_french_number_is_read_as_the_library_reads_it(written: str):
    number = phonenumbers.parse(written, "GB")

    assert contact_key(ContactKind.PHONE, written, "GB") == phonenumbers.format_number(
        number, phonenumbers.PhoneNumberFormat.E164
    )


@given(some.from_regex(r"\+33[ .0-9()/-]{6,14}", fullmatch=True))
def test_what_looks_nearly_french_is_left_to_the_library(written: str):
    key = contact_key(ContactKind.PHONE, written, "FR")
    try:
        number = phonenumbers.parse(written.strip(), "FR")
    except phonenumbers.NumberParseException:
        return
    if phonenumbers.is_possible_number(number):
        assert key == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
