"""What a note tells of somebody else is not offered for the person whose note it is."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.phrases import offers_in

ERIC = "Éric Dupré"
OF_ANOTHER = [
    "Met @Léa Marchetti and talked, she loves tea",
    "Saw her with Paul: he hates phone calls",
    "Met Sarah, she loves tea",
    "met sarah, she loves tea",
    "Coffee with Paul and Nora. She is vegan",
    "Talked to Paul, loves vinyl",
    "Spoke to Paul: allergic to nuts",
    "Paul says hello, he lives in Lyon",
    "Paul hates phone calls",
    "Paul's wife called. She speaks Italian",
    "At Paul's, he loves vinyl",
    "Éric came with Paul, he speaks Italian",
    "Paul promised the maps",
    "Saw Paul, he promised the maps",
    "Met Paul, I promised the maps",
    "I promised Paul the maps",
    "I owe Paul the maps",
    "Paul will send me the maps by Friday",
    "Éric promised Paul the maps",
    "Lunch with Paul, call him monday",
    "Posted reels with @cafe.quai, she loves ceramics",
    "Met Nora, her brother runs the Annecy club",
    "Met Nora, born 3 May 1991",
    "Vue avec Karim, il déteste les vocaux",
    "Croisé Manon : elle est végétarienne",
    "croisé manon, elle est végétarienne",
    "Déjeuner avec Nora. Elle adore le thé",
    "Parlé à Nora, elle adore le thé",
    "La copine de Paul, elle adore le thé",
    "Nora adore le thé",
    "Nora m'a promis ses photos",
    "Vu Paul, le rappeler lundi",
    "Paul a dit bonjour, il adore le thé",
    "Paul a deux enfants, il adore le thé",
]
OF_ERIC = [
    ("Met Éric, he loves tea", "loves topic: tea"),
    ("Met @Éric Dupré at the fair, he loves tea", "loves topic: tea"),
    ("met eric, he loves tea", "loves topic: tea"),
    ("Éric loves tea", "loves topic: tea"),
    ("éric loves tea", "loves topic: tea"),
    ("Éric Dupré promised the maps", "they_owe the maps"),
    ("He loves tea. Saw him with Paul", "loves topic: tea"),
    ("Coffee with Paul. Shoe size 39", "fact: Shoe size 39"),
    ("Coffee with Paul. Then Éric came, he loves tea", "loves topic: tea"),
    ("He loves Olivade, hates scripts", "loves topic: Olivade | avoids format: scripts"),
    ("has a cat called Miso, allergic to nuts", "fact: has a cat called Miso | fact: allergic to nuts"),
    ("Met at Salon du Running, he loves trail shoes", "loves product: trail shoes"),
    ("Dinner in Lyon, he loves tea", "loves topic: tea"),
    ("Back from Lyon on Monday, he loves tea", "loves topic: tea"),
    ("Insta: @eric.trails, he loves tea", "instagram eric.trails | loves topic: tea"),
    ("Coffee was nice, he loves tea", "loves topic: tea"),
    ("Held a plank for two hours. He loves tea", "loves topic: tea"),
    ("Coffee and cake, he loves tea", "loves topic: tea"),
    ("Parcel sent, he loves tea", "loves topic: tea"),
    ("Let's see: he loves tea", "loves topic: tea"),
    ("RDV sur Zoom, il adore le thé", "loves topic: thé"),
    ("Vu au Salon de Lyon, il adore le thé", "loves topic: thé"),
    ("Call Paul on Monday", "call 2026-11-30 Call Paul"),
    ("Lunch with Paul. Call him on Monday", "call 2026-11-30 Call him"),
    ("Saw Paul, send the shoes on Monday", "send 2026-11-30 Send the shoes"),
    ("I promised Éric the maps", "i_owe the maps"),
    ("Promised: Trail shoes", "i_owe Trail shoes"),
]


@pytest.mark.parametrize("line", OF_ANOTHER)
def test_what_may_be_told_of_somebody_else_is_not_offered(said, line):
    assert said(line, about=ERIC) == ""


@pytest.mark.parametrize(("line", "told"), OF_ERIC)
def test_what_is_told_of_the_person_is_offered_whoever_else_is_named(said, line, told):
    assert said(line, about=ERIC) == told


def test_a_short_word_of_a_name_names_nobody(said):
    assert said("The talk was long, de la Tour loves tea", about="Jean-Pierre de la Tour") == ""
    assert said("Tour loves tea", about="Jean-Pierre de la Tour") == "loves topic: tea"


def test_without_a_person_whoever_is_named_is_taken_for_them(said):
    assert said("Met Sarah, she loves tea") == "loves topic: tea"


@given(st.text(), st.text(max_size=40))
def test_any_text_about_anybody_can_be_read(text, about):
    offers_in(text, today=date(2026, 11, 23), about=about)


@pytest.mark.parametrize("unit", ["Met Paul, she loves tea. ", "loves Paul, ", "Éric, he loves tea. ", "@a "])
def test_a_line_full_of_names_is_read_at_once(unit):
    began = perf_counter()
    offers_in(unit * 2_000, today=date(2026, 11, 23), about=ERIC)
    assert perf_counter() - began < 1
