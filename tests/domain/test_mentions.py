import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.ids import PersonId
from relationdesk.domain.mentions import Mention, name_begun, name_for, named_in, parts_of, without

LEA, NOOR = Mention(PersonId(1), "Léa Marchetti"), Mention(PersonId(2), "Noor Benali")
LEA_ALONE = Mention(PersonId(3), "Léa")

NAMES = st.text("aéÉ -'ß家", min_size=1, max_size=6).filter(lambda name: name.strip() == name)
MENTIONS = st.lists(
    st.builds(Mention, st.integers(1, 9).map(PersonId), NAMES),
    max_size=4,
    unique_by=lambda mention: mention.name,
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Met @Léa Marchetti and @Noor Benali.", [LEA, NOOR]),
        ("@Léa Marchetti, then @Léa Marchetti again", [LEA]),
        ("@Léa came, not Noor Benali", [LEA_ALONE]),
        ("@Léa Marchettini is somebody else", [LEA_ALONE]),
        ("@Léaud is somebody else", []),
        ("Léa Marchetti without the sign", []),
    ],
)
def test_those_are_named_whose_names_stand_after_the_sign(text: str, named: list[Mention]):
    assert list(named_in(text, [LEA_ALONE, LEA, NOOR])) == named


def test_a_text_comes_in_parts_with_the_names_apart():
    parts = parts_of("Ask @Noor Benali!", [NOOR])

    assert [(part.text, part.mention) for part in parts] == [
        ("Ask ", None),
        ("Noor Benali", NOOR),
        ("!", None),
    ]


@given(st.text(), MENTIONS)
def test_the_parts_of_any_text_are_the_text(text: str, mentions: list[Mention]):
    parts = parts_of(text, mentions)

    assert "".join(("@" if part.mention else "") + part.text for part in parts) == text
    assert {part.mention for part in parts} <= {None, *mentions}


@given(st.lists(st.text(max_size=8), min_size=4), MENTIONS)
def test_whoever_is_taken_out_is_named_no_more(between: list[str], mentions: list[Mention]):
    text = "".join(f"{said} @{mention.name} " for said, mention in zip(between, mentions, strict=False))

    for person in {mention.person for mention in mentions}:
        left = without(text, mentions, person)
        assert person not in {mention.person for mention in named_in(left, mentions)}


def test_two_people_of_one_name_stay_two():
    again = PersonId(9)

    assert name_for("Léa Marchetti", LEA.person, [LEA]) == "Léa Marchetti"
    assert name_for("Léa Marchetti", again, [LEA]) == "Léa Marchetti (2)"
    second = Mention(again, "Léa Marchetti (2)")
    assert named_in("@Léa Marchetti (2) then @Léa Marchetti", [LEA, second]) == (second, LEA)


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("Coffee with @Lé", "Lé"),
        ("@Léa Mar", "Léa Mar"),
        ("(@no", "no"),
        ("write to lea@trails", None),
        ("@", None),
        ("@42", None),
        ("@Léa Marchetti came along to", None),
        ("@Léa\nand", None),
        ("nothing", None),
    ],
)
def test_a_name_is_begun_after_a_sign(before: str, begun: str | None):
    assert name_begun(before) == begun
