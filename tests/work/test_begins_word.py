"""The test for the beginning of a word, beside what the full-text index says of the same texts."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relationdesk.desk.desk import Desk
from relationdesk.desk.rows import insert_rows
from relationdesk.desk.tables import ContactPointRow, PersonRow
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, ContactKind
from relationdesk.work.people.matching import as_typed, prefix_match, written

LETTERS = string.ascii_letters + string.digits + " .-_@/+:éèÉçñÅøœŒßłàü" + "e\u0301"
texts = st.lists(st.text(st.sampled_from(LETTERS), max_size=12), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=texts, typed=st.text(st.sampled_from(LETTERS), min_size=1, max_size=3))
def test_it_says_what_the_index_says(desk: Desk, texts: list[str], typed: str):
    rows = [
        {"id": n, "person_id": 1, "kind": ContactKind.LINK, "value": text, "audience": Audience.ONLY_ME}
        for n, text in enumerate(texts, 2)
    ]
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, [{"id": 1, "display_name": "", "created_at": desk.clock.now()}])
        insert_rows(session, ContactPointRow, rows)
    try:
        for spellings in as_typed(typed):
            indexed = desk.reader.ids(
                "SELECT rowid FROM contact_point_fts WHERE contact_point_fts MATCH :match ORDER BY rowid",
                match=prefix_match(spellings),
            )
            begun = desk.reader.ids(
                "SELECT id FROM contact_point WHERE begins_word(value, :words) ORDER BY id",
                words=" ".join(written(spellings)),
            )
            assert begun == indexed
    finally:
        desk.undo()
