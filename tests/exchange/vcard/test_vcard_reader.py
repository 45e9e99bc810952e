import io
from datetime import date
from pathlib import Path

import pytest

from relationdesk.domain.card import AddressEntry, Birthday, ContactEntry, FactEntry, HandleEntry, RoleEntry
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.exchange.reports import IncomingCard, ReportKind, RowReport
from relationdesk.exchange.vcard.reader import MOST_PROPERTIES, read_vcards

IMPORTS = Path(__file__).parents[2] / "fixtures" / "imports"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="


def incoming(content: bytes | str):
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    return [item for item in read_vcards(file) if isinstance(item, IncomingCard)]


def reports(content: str):
    return [item for item in read_vcards(io.BytesIO(content.encode())) if isinstance(item, RowReport)]


def one(body: str, version: str = "3.0"):
    (found,) = incoming(f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}\r\nEND:VCARD\r\n")
    return found


def card_in(name: str):
    return incoming((IMPORTS / name).read_bytes())[0].card


def doubts(found: IncomingCard):
    return [doubt.kind for doubt in found.doubts]


def test_an_iphone_card_keeps_its_labels_profiles_and_facts():
    card = card_in("iphone.vcf")
    assert (card.display_name, card.given_name, card.family_name) == ("Léa Marchetti", "Léa", "Marchetti")
    assert card.contacts[:2] == (
        ContactEntry(ContactKind.EMAIL, "lea@trails.example", "Presse", preferred=True),
        ContactEntry(ContactKind.EMAIL, "lea.perso@trails.example", "home"),
    )
    assert ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12", "mobile", preferred=True) in card.contacts
    assert ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 13", "work fax") in card.contacts
    assert (
        ContactEntry(ContactKind.LINK, "https://trails.example", "HomePage", preferred=True) in card.contacts
    )
    assert ContactEntry(ContactKind.MESSENGER, "lea.skype", "skype", preferred=True) in card.contacts
    assert card.handles == (
        HandleEntry("instagram", "lea.trails", "http://www.instagram.com/lea.trails"),
        HandleEntry("x", "lea_trails", "https://twitter.com/lea_trails"),
    )
    assert card.addresses == (
        AddressEntry("work", "3 rue des Crêtes\nBâtiment B", "Annecy", "", "74000", "France", preferred=True),
    )
    assert (card.city, card.country) == ("Annecy", "France")
    assert card.birthday == Birthday(2, 29)
    assert card.phonetic_name == "Lé-a Mar-quet-ti"
    assert card.roles == (RoleEntry("Trails & Co", "Créatrice"),)
    assert card.notes == ("Ne court jamais sous la pluie, sauf en montagne;\nà rappeler.",)
    assert card.picture is not None
    assert card.picture.media_type == "image/jpeg"
    assert set(card.facts) == {
        FactEntry("Nickname", "Lélé"),
        FactEntry("Department", "Rédaction"),
        FactEntry("Brother", "Noé"),
        FactEntry("Anniversary", "2015-06-20"),
    }


def test_an_android_card_reads_quoted_printable_with_soft_breaks_and_its_own_fields():
    first, second = incoming((IMPORTS / "android.vcf").read_bytes())
    assert first.card.display_name == "Noël Bénali"
    assert first.card.notes == ("photographe de nuit, préfère écrire le soir\net jamais le lundi",)
    assert first.card.facts == (FactEntry("Nickname", "Nono"),)
    assert first.card.contacts[0] == ContactEntry(ContactKind.PHONE, "0639980045", "mobile", preferred=True)
    assert first.card.contacts[1] == ContactEntry(ContactKind.PHONE, "0639980046", "x-studio")
    assert first.card.tags == ()
    assert first.card.picture is not None
    assert first.card.picture.media_type == "image/png"
    assert second.card.display_name == "0639980047"
    assert doubts(second) == [ReportKind.NAME_BORROWED]


def test_a_google_card_turns_a_profile_link_into_a_handle():
    card = card_in("google.vcf")
    assert card.handles == (HandleEntry("instagram", "bruit.de.fond", "http://instagram.com/bruit.de.fond"),)
    assert card.tags == ("Podcast",)
    assert card.facts == (FactEntry("Agente", "Aïcha Nouri"), FactEntry("Middle name", "Marie"))
    assert card.addresses == (AddressEntry("home", "12 rue Basse\nLyon, 69001"),)


def test_an_outlook_card_in_windows_1252_reads_right():
    card = card_in("outlook.vcf")
    assert card.display_name == "Aïcha Nouri"
    assert card.roles == (RoleEntry("Santé claire", "Animatrice"),)
    assert card.birthday == Birthday(2, 29, 1988)
    assert card.addresses[0].street == "1 quai de l'Île"
    assert FactEntry("Manager", "Hélène Dufour") in card.facts
    assert FactEntry("Title before the name", "Mme") in card.facts
    assert not any(fact.label == "Address as printed" for fact in card.facts)


def test_a_lotus_notes_card_keeps_a_line_that_was_not_folded_and_reports_the_key():
    (found,) = incoming((IMPORTS / "lotus_notes.vcf").read_bytes())
    assert found.card.notes == ("first line\nsecond line without a fold",)
    assert found.card.addresses[0].label == "work"
    assert doubts(found) == [ReportKind.BLOB_DROPPED]


def test_a_blackberry_card_has_a_name_without_fn_and_a_picture_without_folds():
    card = card_in("blackberry.vcf")
    assert card.display_name == "Remi Kowalski"
    assert card.picture is not None
    assert card.picture.content.endswith(b"\xff\xd9")
    assert ContactEntry(ContactKind.MESSENGER, "+1 555-0142", "whatsapp") in card.contacts


def test_an_evolution_card_has_quoted_parameters_and_vendor_facts():
    card = card_in("evolution.vcf")
    assert card.contacts == (
        ContactEntry(ContactKind.MESSENGER, "jeanne@chat.example", "jabber"),
        ContactEntry(ContactKind.EMAIL, "jeanne@studio-oury.example"),
    )
    assert card.facts == (FactEntry("Spouse", "Paul"),)
    assert card.roles == (RoleEntry("", "Réalisatrice"),)


def test_a_thunderbird_card_of_version_4_orders_by_preference_and_opens_no_picture():
    (found,) = incoming((IMPORTS / "thunderbird.vcf").read_bytes())
    card = found.card
    assert [entry.value for entry in card.contacts if entry.preferred] == ["zoe@lit.example"]
    assert ContactEntry(ContactKind.PHONE, "+33-6-39-98-00-21 ext. 102", "work") in card.contacts
    assert card.languages == ("fr", "en")
    assert card.time_zone == "Europe/Paris"
    assert card.birthday == Birthday(4, 12)
    assert card.picture is None
    assert FactEntry("Picture", "https://zoelit.example/moi.jpg") in card.facts
    assert FactEntry("Custom1", "pointure 38") in card.facts
    assert doubts(found) == [ReportKind.PICTURE_ELSEWHERE]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("N:Oury;Jeanne;;;", "Jeanne Oury"),
        ("ORG:Studio\r\nNICKNAME:Jo\r\nEMAIL:j@o.example", "Studio"),
        ("NICKNAME:Jo\r\nEMAIL:j@o.example", "Jo"),
        ("EMAIL:j@o.example\r\nTEL:555-0100", "j@o.example"),
        ("TEL:555-0100", "555-0100"),
    ],
)
def test_a_card_without_fn_borrows_a_name(body: str, name: str):
    assert one(body).card.display_name == name


def test_a_fold_inside_a_character_is_mended():
    content = b"BEGIN:VCARD\r\nFN:Zo\xc3\r\n \xa9 Arnaud\r\nEND:VCARD\r\n"
    assert incoming(content)[0].card.display_name == "Zoé Arnaud"


def test_quoted_printable_latin_1_with_soft_breaks_reads_right():
    body = "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=E9 =\r\nArn=E0ud"
    assert one(body, "2.1").card.display_name == "Zoé Arnàud"


def test_a_soft_break_at_the_end_of_a_card_does_not_swallow_the_next():
    first, second = incoming(
        "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:cut=\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"
    )
    assert first.card.notes == ("cut",)
    assert second.card.display_name == "B"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_other_unicode_encodings_are_recognised(codec: str):
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Arnaud\r\nEND:VCARD\r\n"
    assert incoming(text.encode(codec))[0].card.display_name == "Zoé Arnaud"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str):
    text = end.join(("BEGIN:VCARD", "FN:Zoé", "NOTE:one", " two", "END:VCARD", ""))
    assert incoming(text)[0].card.notes == ("onetwo",)


def test_impossible_birthdays_are_kept_as_facts():
    found = one("FN:A\r\nBDAY:9999-99-99")
    assert found.card.birthday is None
    assert found.card.facts == (FactEntry("Birthday", "9999-99-99"),)
    assert doubts(found) == [ReportKind.IMPOSSIBLE_DATE]
    assert one("FN:A\r\nBDAY:--0229").card.birthday == Birthday(2, 29)
    assert one("FN:A\r\nBDAY:--0230").card.birthday is None


def test_a_card_without_end_is_kept_and_said():
    first, second = incoming("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\n")
    assert (first.card.display_name, second.card.display_name) == ("A", "B")
    assert doubts(first) == doubts(second) == [ReportKind.MISSING_END]


def test_an_agent_inside_a_card_becomes_a_fact():
    body = "FN:A\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Her agent\r\nTEL:1\r\nEND:VCARD\r\nNOTE:after"
    card = one(body, "2.1").card
    assert card.facts == (FactEntry("Agent", "Her agent"),)
    assert card.notes == ("after",)
    assert card.contacts == ()


def test_five_thousand_nested_beginnings_end_in_reports():
    told = reports("BEGIN:VCARD\n" * 5000)
    assert {report.kind for report in told} == {ReportKind.EMPTY_CARD, ReportKind.MISSING_END}
    deep = "BEGIN:VCARD\nFN:A\nAGENT:\n" + "BEGIN:VCARD\n" * 5000
    assert incoming(deep)[0].card.display_name == "A"


def test_thirty_thousand_parameters_are_capped():
    found = one("FN:A\r\nTEL" + ";X-A=b" * 30_000 + ":555-0100")
    assert found.card.contacts == (ContactEntry(ContactKind.PHONE, "555-0100"),)


def test_a_photo_beyond_the_cap_is_dropped_and_the_person_kept():
    photo = "/9j/" + "A" * 7_500_000
    found = one(f"FN:A\r\nPHOTO;ENCODING=b;TYPE=JPEG:{photo}\r\nTEL:555-0100")
    assert found.card.picture is None
    assert doubts(found) == [ReportKind.PICTURE_TOO_BIG]
    assert len(found.card.contacts) == 1
    folded = "\r\n ".join([photo[i : i + 70_000] for i in range(0, len(photo), 70_000)])
    assert doubts(one(f"FN:A\r\nPHOTO;ENCODING=b:{folded}\r\nTEL:1")) == [ReportKind.PICTURE_TOO_BIG]


@pytest.mark.parametrize(
    "place", ["http://a.example/x.png", "file:///etc/passwd", "\\\\host\\share\\x.png", "cid:1"]
)
def test_a_photo_elsewhere_is_never_opened(place: str):
    found = one(f"FN:A\r\nPHOTO;VALUE=uri:{place}")
    assert found.card.picture is None
    assert doubts(found) == [ReportKind.PICTURE_ELSEWHERE]


def test_a_picture_is_what_its_first_bytes_say():
    card = one(f"FN:A\r\nPHOTO;ENCODING=b;TYPE=JPEG:{PIXEL}").card
    assert card.picture is not None
    assert card.picture.media_type == "image/png"
    svg = one("FN:A\r\nPHOTO:data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=")
    assert doubts(svg) == [ReportKind.PICTURE_UNREADABLE]


def test_one_uid_twice_keeps_both_people():
    first, second = incoming("BEGIN:VCARD\nUID:1\nFN:A\nEND:VCARD\nBEGIN:VCARD\nUID:1\nFN:B\nEND:VCARD\n")
    assert doubts(first) == []
    assert second.doubts == (RowReport(6, ReportKind.REPEATED_IDENTITY, "1"),)


def test_a_note_with_markup_stays_text():
    card = one("FN:A\r\nNOTE:<img src=file:///etc/passwd>\\n=1+1").card
    assert card.notes == ("<img src=file:///etc/passwd>\n=1+1",)


def test_control_and_direction_characters_are_taken_out_and_emoji_kept():
    card = one("FN:A\u202ebc\x07\x00 👩‍👧 🇫🇷").card
    assert card.display_name == "Abc 👩‍👧 🇫🇷"


def test_a_group_of_people_is_reported_and_not_taken_for_a_person():
    told = reports("BEGIN:VCARD\nX-ADDRESSBOOKSERVER-KIND:group\nFN:Team\nEND:VCARD\n")
    assert told == [RowReport(1, ReportKind.NOT_A_PERSON)]


def test_what_stands_outside_cards_is_said_once():
    told = reports("hello\nworld\nBEGIN:VCARD\nFN:A\nEND:VCARD\n")
    assert told == [RowReport(1, ReportKind.OUTSIDE_CARD, "hello world")]


def test_too_many_properties_end_in_a_report_and_the_next_card_is_read():
    many = "BEGIN:VCARD\nFN:A\n" + "TEL:555-0100\n" * (MOST_PROPERTIES + 10) + "END:VCARD\n"
    first, second = incoming(many + "BEGIN:VCARD\nFN:B\nEND:VCARD\n")
    assert doubts(first) == [ReportKind.CARD_TOO_LONG]
    assert second.card.display_name == "B"


def test_doubtful_mail_and_links_are_kept_with_a_mark():
    found = one("FN:A\r\nEMAIL:not an address\r\nURL:javascript:alert(1)\r\nURL:file:///etc/passwd")
    assert [entry.value for entry in found.card.contacts] == [
        "not an address",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ]
    assert doubts(found) == [ReportKind.DOUBTFUL_EMAIL, ReportKind.DOUBTFUL_LINK, ReportKind.DOUBTFUL_LINK]


def test_a_foreign_card_cannot_set_a_wrong_own_date():
    card = one("FN:A\r\nX-RELATIONDESK-LAST-CONTACT:2026-13-40").card
    assert card.last_contact is None
    assert one("FN:A\r\nX-RELATIONDESK-LAST-CONTACT:2026-09-21").card.last_contact == date(2026, 9, 21)


@pytest.mark.parametrize("filling", [" ", "@", ";", ",", "\\", '"', ":", "=", "a.", "\n ", '";"', "\u0301"])
@pytest.mark.parametrize(
    "head", ["FN:", "N:", "EMAIL:", "TEL:tel:", "URL:", "ADR:", "IMPP:", "BDAY:", "TEL;TYPE="]
)
def test_no_giant_value_keeps_the_reader_busy(head: str, filling: str):
    giant = filling * (300_000 // len(filling))
    reports(f"BEGIN:VCARD\n{head}1{giant}x\nEND:VCARD\n")
