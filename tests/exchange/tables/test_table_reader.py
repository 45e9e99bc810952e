import io
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    ContactEntry,
    FactEntry,
    HandleEntry,
    PreferenceEntry,
    RoleEntry,
)
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import ContactKind, FormOfAddress, Polarity, PreferenceCategory
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import IncomingCard, ReportKind, RowReport
from relationdesk.exchange.tables.columns import Column, ColumnUse, DateOrder, Mapping
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import MOST_COLUMNS, MOST_ROWS, open_table

IMPORTS = Path(__file__).parents[2] / "fixtures" / "imports"


def read(content: bytes | str, mapping: Mapping | None = None):
    table = open_table(io.BytesIO(content if isinstance(content, bytes) else content.encode()))
    found = list(cards(table, mapping or guess(table)))
    people = [item for item in found if isinstance(item, IncomingCard)]
    return people, [item for item in found if isinstance(item, RowReport)], table


def people_in(name: str):
    return read((IMPORTS / name).read_bytes())[0]


def names(content: bytes | str):
    return [person.card.display_name for person in read(content)[0]]


def kinds(person: IncomingCard):
    return [doubt.kind for doubt in person.doubts]


def test_a_consultants_sheet_reads_without_a_setting():
    people, reports, table = read((IMPORTS / "consultant.csv").read_bytes())
    first, second, third = people
    assert first.card.display_name == "Maya Lindqvist"
    assert first.card.handles == (
        HandleEntry("instagram", "maya.cuit", audience=8700),
        HandleEntry("youtube", "mayacuit", "https://www.youtube.com/@mayacuit"),
    )
    assert first.card.topics == ("pain", "levain")
    assert first.card.last_contact == date(2026, 6, 17)
    assert first.card.come_back_on == date(2026, 12, 3)
    assert first.card.city == "Nantes"
    assert first.card.form_of_address is FormOfAddress.TU
    assert first.card.notes == ('"Adorable. Promis : le levain"',)
    assert first.card.preferences == (
        PreferenceEntry(Polarity.LIKES, PreferenceCategory.REWARD, "paid", Money(Decimal("450.00"), "EUR")),
        PreferenceEntry(Polarity.LIKES, PreferenceCategory.REWARD, "gift"),
        PreferenceEntry(Polarity.AVOIDS, PreferenceCategory.TOPIC, "alcool"),
        PreferenceEntry(Polarity.AVOIDS, PreferenceCategory.TOPIC, "viande"),
    )
    assert FactEntry("Pointure", "38") in first.card.facts
    assert kinds(first) == [ReportKind.AMBIGUOUS_DATE]
    assert second.card.handles[0].audience == 52_000
    assert FactEntry("Tarif reel (€ HT)", "sur devis") in second.card.facts
    assert FactEntry("Cadeaux OK", "prêt seulement") in second.card.facts
    assert kinds(second) == [ReportKind.UNREADABLE_NUMBER, ReportKind.UNREADABLE_ANSWER]
    assert third.card.display_name == "@sans_nom"
    assert reports == [RowReport(6, ReportKind.NAMELESS, "seulement une remarque")]
    assert table.encoding() == "cp1252"


def test_googles_export_joins_labels_and_values():
    (person,) = people_in("google_new.csv")
    card = person.card
    assert card.display_name == "Maya Rose Lindqvist"
    assert card.contacts == (
        ContactEntry(ContactKind.EMAIL, "maya@paindore.example", "work", preferred=True),
        ContactEntry(ContactKind.EMAIL, "presse@paindore.example", "work"),
        ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 51", "mobile"),
    )
    assert card.birthday == Birthday(2, 29)
    assert card.addresses == (AddressEntry("home", "2 rue du Four", "Nantes", "", "44000", "FR"),)
    assert card.tags == ("Pain",)
    assert card.roles == (RoleEntry("Pain doré", "Autrice"),)
    assert card.phonetic_name == "Ma-ya"
    assert card.notes == ("Deux lignes\nune fois pliées",)
    assert {FactEntry("Pointure", "38"), FactEntry("Anniversary", "2019-05-11")} <= set(card.facts)


def test_googles_former_export_in_utf_16_reads_too():
    (person,) = people_in("google_former.csv")
    assert person.card.display_name == "Ilan Roche"
    assert [entry.value for entry in person.card.contacts] == [
        "ilan@grimpe.example",
        "+33 6 39 98 00 52",
        "+33 6 39 98 00 53",
        "https://grimpe.example",
    ]
    assert person.card.roles == (RoleEntry("Grimpe", "Rédacteur"),)


def test_outlook_in_english_tells_a_courtesy_title_from_a_job():
    (person,) = people_in("outlook_english.csv")
    card = person.card
    assert card.roles == (RoleEntry("Salud", "Host"),)
    assert FactEntry("Title", "Dr.") in card.facts
    assert card.handles == (HandleEntry("tiktok", "sofia.salud", "tiktok.com/@sofia.salud"),)
    assert card.birthday == Birthday(2, 29, 1988)
    assert [entry.label for entry in card.contacts] == ["", "", "home", "mobile", "work fax"]
    assert card.addresses == (AddressEntry("work", "1 Main St", "Austin", "", "78701", "USA"),)


def test_outlook_in_french_reads_days_first_and_marks_a_date_that_could_be_another():
    (person,) = people_in("outlook_french.csv")
    assert person.card.display_name == "Élodie Garnier"
    assert person.card.birthday == Birthday(3, 4, 1985)
    assert kinds(person) == [ReportKind.AMBIGUOUS_DATE]


def test_linkedins_preamble_is_passed_over():
    (person,) = people_in("linkedin.csv")
    assert person.line == 5
    assert person.card.handles[0].platform == "linkedin"
    assert person.card.facts == (FactEntry("Connected On", "03 Jan 2025"),)


def test_a_changed_mapping_changes_what_is_read():
    content = "Name,Extra\nLéa,Annecy\n"
    mapping = Mapping((ColumnUse(Column.NAME, "Name"), ColumnUse(Column.CITY, "Extra")))
    assert read(content)[0][0].card.facts == (FactEntry("Extra", "Annecy"),)
    assert read(content, mapping)[0][0].card.city == "Annecy"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_met_in_practice_is_found(codec: str):
    assert names("Nom;Ville\r\nZoé d’Île;Évian\r\n".encode(codec)) == ["Zoé d’Île"]


def test_encodings_mixed_by_row_are_read_row_by_row():
    content = "Nom;Ville\nZoé;Évian\n".encode() + "Noël;Nîmes\n".encode("cp1252")
    people, _, table = read(content)
    assert [person.card.display_name for person in people] == ["Zoé", "Noël"]
    assert table.encoding() == "mixed"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(separator: str):
    content = "\n".join(
        separator.join(row) for row in (("Name", "City", "Fee (€)"), ("Léa", "Annecy", "12.50"))
    )
    person = read(content)[0][0]
    assert (person.card.display_name, person.card.city) == ("Léa", "Annecy")
    assert person.card.preferences[0].money == Money(Decimal("12.50"), "EUR")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_is_found(end: str):
    assert names(end.join(("Name,City", "Léa,Annecy", "Noé,Lyon"))) == ["Léa", "Noé"]


def test_a_quote_that_never_closes_spoils_one_row_only():
    rows = "".join(f'"Person {number}",Lyon\n' for number in range(3000))
    people, reports, _ = read(f'Name,City\n"Open,Lyon\n{rows}')
    assert len(people) >= 3000
    assert [report.kind for report in reports] == [ReportKind.UNCLOSED_QUOTE]


def test_an_inch_sign_is_no_quote():
    assert names('Name,Notes\nLéa,a 5" screen\nNoé,none\nZoé,6" heel\n') == ["Léa", "Noé", "Zoé"]


def test_a_long_field_is_kept_and_a_giant_line_reported():
    people, _, _ = read(f"Name,Notes\nLéa,{'x' * 200_000}\n")
    assert len(people[0].card.notes[0]) == 200_000
    people, reports, _ = read(f"Name,Notes\nLéa,{'x' * 3_000_000}\nNoé,fine\n")
    assert [person.card.display_name for person in people] == ["Noé"]
    assert [report.kind for report in reports] == [ReportKind.LINE_TOO_LONG]


def test_nul_characters_and_formulas_are_plain_text():
    people, _, _ = read("Name,Notes\nL\x00éa,'=1+1\nNoé,=HYPERLINK(1)\nZoé,'-2\nAda,l'été\n")
    assert [person.card.display_name for person in people] == ["Léa", "Noé", "Zoé", "Ada"]
    assert [person.card.notes[0] for person in people] == ["=1+1", "=HYPERLINK(1)", "-2", "l'été"]


def test_a_phone_with_a_plus_survives_with_and_without_protection():
    people, _, _ = read("Name,Phone\nLéa,+33 6 39 98 00 12\nNoé,'+33 6 39 98 00 13\n")
    assert [person.card.contacts[0].value for person in people] == ["+33 6 39 98 00 12", "+33 6 39 98 00 13"]


def test_ragged_rows_keep_their_extra_cells():
    people, _, _ = read("Name,City\nLéa\nNoé,Lyon,more,\n")
    assert people[0].card.city == ""
    assert people[1].card.facts == (FactEntry("Column 3", "more"),)
    assert kinds(people[1]) == [ReportKind.EXTRA_CELLS]


def test_headers_repeated_or_blank_lose_nothing():
    people, _, _ = read("Name,Size,size,,Name\nLéa,39,40,blue,Marchetti\n")
    assert people[0].card.facts == (
        FactEntry("Size", "39"),
        FactEntry("size", "40"),
        FactEntry("Without a heading", "blue"),
        FactEntry("Name", "Marchetti"),
    )


def test_a_header_alone_gives_nobody():
    assert read("Name,City\n")[0] == []


def test_a_bare_column_of_handles_is_people():
    people, _, _ = read("@lea.trails\n@noe_nuit\n")
    assert [person.card.display_name for person in people] == ["@lea.trails", "@noe_nuit"]
    assert kinds(people[0]) == [ReportKind.UNKNOWN_PLATFORM, ReportKind.NAME_BORROWED]


def test_a_platform_column_tells_what_a_handle_is():
    people, _, _ = read("Name,Platform,Handle,Followers\nLéa,Insta,@lea,12k\n")
    assert people[0].card.handles == (HandleEntry("instagram", "lea", audience=12_000),)


def test_audiences_go_to_the_account_of_their_platform():
    people, _, _ = read("Nom;IG;TikTok;Abonnés TikTok;Abonnés Insta\nLéa;@lea;@lea_tt;5k;1,5k\n")
    assert people[0].card.handles == (
        HandleEntry("instagram", "lea", audience=1_500),
        HandleEntry("tiktok", "lea_tt", audience=5_000),
    )


@pytest.mark.parametrize("followers", ["-1", "1e308", "NaN", "many", "99999999999k"])
def test_senseless_followers_are_kept_with_a_mark(followers: str):
    people, _, _ = read(f"Name,Insta,Followers\nLéa,@lea,{followers}\n")
    assert people[0].card.facts == (FactEntry("Followers", followers),)
    assert kinds(people[0]) == [ReportKind.UNREADABLE_NUMBER]


def test_a_fee_without_a_currency_is_not_given_one():
    people, _, _ = read("Name,Fee\nLéa,350\nNoé,£350\n")
    assert people[0].card.preferences == ()
    assert kinds(people[0]) == [ReportKind.UNKNOWN_CURRENCY]
    assert people[1].card.preferences[0].money == Money(Decimal(350), "GBP")


def test_a_million_columns_are_refused():
    with pytest.raises(UnreadableFileError) as refusal:
        read("a," * (MOST_COLUMNS + 1) + "\n" + "b," * (MOST_COLUMNS + 1))
    assert refusal.value.reason is Unreadable.TOO_MANY_COLUMNS


def test_too_many_rows_are_refused():
    with pytest.raises(UnreadableFileError) as refusal:
        read("Name\n" + "A\n" * (MOST_ROWS + 1))
    assert refusal.value.reason is Unreadable.TOO_MANY_ROWS


def test_the_order_of_dates_is_guessed_per_column():
    content = "Name,Last contact,Follow up\nA,09/21/2026,21/10/2026\nB,09/05/2026,05/10/2026\n"
    table = open_table(io.BytesIO(content.encode()))
    orders = [use.date_order for use in guess(table).columns]
    assert orders == [None, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST]
    people, _, _ = read(content)
    assert people[1].card.last_contact == date(2026, 9, 5)
    assert people[1].card.come_back_on == date(2026, 10, 5)
    assert people[1].doubts == ()


@pytest.mark.parametrize(
    "filling", [" ", "@", "1", "1 ", "a.", ",;", "/ ", "=", "-", "\u0301", "http://", "12/"]
)
def test_no_giant_cell_keeps_the_reader_busy(filling: str):
    giant = filling * (200_000 // len(filling))
    headers = "Name\tInsta\tFollowers\tTopics\tFee (€)\tLast contact\tE-mail\tURL\tBirthday\tGifts OK"
    for column in range(10):
        row = "\t" * column + f"1{giant}x"
        with suppress(UnreadableFileError):
            read(f"{headers}\n{row}\n")
        with suppress(UnreadableFileError):
            read(f"{row}\n{row}\n")
