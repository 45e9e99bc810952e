"""What goes with somebody who is erased, in words."""

from collections.abc import Callable, Mapping

from relationdesk.language.lists import listed
from relationdesk.language.words import _, plural
from relationdesk.work.bundles.labels import label
from relationdesk.work.erasing.queries import Belongings

UNTOLD = frozenset({"field_audience", "participant", "notified", "merged_row", "not_same"})
"""Tables that say nothing of their own: they go with what is told, or are the program's own memory."""


def what_goes(own: Belongings) -> list[str]:
    """The fields of the record that are filled in, and how much there is of all else; empty for nothing."""
    fields = listed([label("person", (column,)) for column in own.fields])
    counts = listed([say(count) for table, say in TOLD.items() if (count := own.counts.get(table, 0))])
    told = [_("Of the record: {fields}.").format(fields=fields)] if fields else []
    return [*told, _("Besides: {things}.").format(things=counts)] if counts else told


TOLD: Mapping[str, Callable[[int], str]] = {
    "interaction": lambda n: plural("{n} history entry", "{n} history entries", n),
    "contact_point": lambda n: plural("{n} way to reach them", "{n} ways to reach them", n),
    "postal_address": lambda n: plural("{n} postal address", "{n} postal addresses", n),
    "handle": lambda n: plural("{n} account", "{n} accounts", n),
    "reading": lambda n: plural("{n} number of followers", "{n} numbers of followers", n),
    "person_kind": lambda n: plural("{n} kind", "{n} kinds", n),
    "person_language": lambda n: plural("{n} language", "{n} languages", n),
    "person_topic": lambda n: plural("{n} topic", "{n} topics", n),
    "person_tag": lambda n: plural("{n} tag", "{n} tags", n),
    "role": lambda n: plural("{n} role in an organisation", "{n} roles in organisations", n),
    "own_value": lambda n: plural("{n} own field", "{n} own fields", n),
    "preference": lambda n: plural("{n} preference", "{n} preferences", n),
    "refusal": lambda n: plural("{n} refusal", "{n} refusals", n),
    "fact": lambda n: plural("{n} fact", "{n} facts", n),
    "relation": lambda n: plural("{n} relation", "{n} relations", n),
    "mention": lambda n: plural("their name in {n} text", "their name in {n} texts", n),
    "follow_up": lambda n: plural("{n} follow-up", "{n} follow-ups", n),
    "promise": lambda n: plural("{n} promise", "{n} promises", n),
    "partnership": lambda n: plural("{n} partnership", "{n} partnerships", n),
    "attachment": lambda n: plural("{n} file", "{n} files", n),
    "consent": lambda n: plural("{n} consent", "{n} consents", n),
    "merger": lambda n: plural("{n} record merged into theirs", "{n} records merged into theirs", n),
    "draft": lambda n: plural("{n} unfinished text", "{n} unfinished texts", n),
}
"""How much of each table is said, in the order in which it is told."""
