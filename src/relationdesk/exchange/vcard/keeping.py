"""What is remembered of the person: notes, tags, picture, and everything without a place of its own."""

from collections.abc import Mapping

from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.vcard.labels import fact_label, type_label
from relationdesk.exchange.vcard.pictures import LARGEST_PICTURE, is_elsewhere, picture_from
from relationdesk.exchange.vcard.properties import Handler, Property, components, plain, unescaped

_SYSTEM_TAGS = frozenset(("mycontacts", "my contacts", "* mycontacts", "* my contacts", "starred in android"))
_IGNORED = frozenset(
    [
        "VERSION",
        "PRODID",
        "REV",
        "UID",
        "MAILER",
        "CLIENTPIDMAP",
        "SORT-STRING",
        "SOURCE",
        "NAME",
        "PROFILE",
        "X-ABUID",
        "X-ABLABEL",
        "X-ABSHOWAS",
        "X-EVOLUTION-FILE-AS",
        "X-EVOLUTION-WEBDAV-ETAG",
        "X-EVOLUTION-UI-SLOT",
        "X-MOZILLA-HTML",
        "X-MS-OL-DESIGN",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
        "X-MS-CARDPICTURE",
        "X-COUCHDB-APPLICATION-ANNOTATIONS",
        "X-IMAGETYPE",
        "X-IMAGEHASH",
        "X-SHARED-PHOTO-DISPLAY-PREF",
        "X-RADICALE-NAME",
        "CREATED",
        "KIND",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ADDRESSBOOKSERVER-MEMBER",
        "MEMBER",
    ]
)
_RELATIONS = frozenset(("RELATED", "X-ABRELATEDNAMES"))


def _note(draft: Draft, prop: Property) -> None:
    if text := unescaped(prop.value).strip():
        draft.notes.append(text)


def _tags(draft: Draft, prop: Property) -> None:
    for word in components(prop.value, ","):
        if word and (draft.own or word.lower() not in _SYSTEM_TAGS):
            draft.tags.append(one_line(word))


def _picture(draft: Draft, prop: Property) -> None:
    if not prop.value.strip():
        return
    if is_elsewhere(prop.value):
        draft.fact(fact_label("PHOTO"), one_line(unescaped(plain(prop.head, prop.value)))[:2048])
        draft.doubt(ReportKind.PICTURE_ELSEWHERE, "", prop.line)
        return
    picture = picture_from(prop.value)
    if picture is None:
        draft.doubt(ReportKind.PICTURE_UNREADABLE, "", prop.line)
    elif len(picture.content) > LARGEST_PICTURE:
        draft.doubt(ReportKind.PICTURE_TOO_BIG, "", prop.line)
    elif draft.picture is not None:
        draft.doubt(ReportKind.PICTURE_EXTRA, "", prop.line)
    else:
        draft.picture = picture


def _custom(draft: Draft, prop: Property) -> None:
    """X-ANDROID-CUSTOM: `vnd.android.cursor.item/nickname;Léo;1;;...`."""
    kind, *values = components(prop.value)
    text = one_line(values[0]) if values else ""
    name = kind.rpartition("/")[2]
    draft.fact(fact_label(f"X-{name.replace('_', '-').upper()}"), text)


def keep_unknown(draft: Draft, prop: Property) -> None:
    """A property without a place becomes a fact; sounds, keys and other blobs are reported."""
    head = prop.head
    if head.name in _IGNORED:
        return
    if head.encoding == "b" or prop.value[:5].lower() == "data:":
        draft.doubt(ReportKind.BLOB_DROPPED, head.name, prop.line)
        return
    relation = type_label(head.types) if head.name in _RELATIONS else ""
    draft.fact(prop.label or relation or fact_label(head.name), unescaped(prop.value).strip(" ;\n\t"))


HANDLERS: Mapping[str, Handler] = {
    "NOTE": _note,
    "CATEGORIES": _tags,
    "PHOTO": _picture,
    "X-ANDROID-CUSTOM": _custom,
}
