"""What note lines tell of a person, worked on together with the grammar, and lines that tell nothing."""

from time import perf_counter

import pytest
from phrases_told import MONDAY

from relationdesk.domain.phrases import offers_in

ENGLISH = [
    ("Shoe size: 39", "fact: Shoe size: 39"),
    ("her shoe size is: 39", "fact: her shoe size is: 39"),
    ("dress size: M", "fact: dress size: M"),
    ("Shoe size: to be asked", ""),
    ("brother runs the Annecy club", "fact: brother runs the Annecy club"),
    ("two kids, Zoé and Max", "fact: two kids, Zoé and Max"),
    ("two kids, shoe size 39", "fact: two kids | fact: shoe size 39"),
    ("instagram.com/lea.trails", "instagram lea.trails"),
    ("she is now on https://www.tiktok.com/@lea.moves?lang=en", "tiktok lea.moves"),
    ("insta: instagram.com/lea.trails", "instagram lea.trails"),
    ("instagram.com/reel/C8x", ""),
    ("no nicotine brands", "refuses product: nicotine brands"),
    ("no fast fashion", "refuses topic: fast fashion"),
    ("she prefers e-mail to phone", "likes channel: e-mail"),
    ("prefers tea to coffee", "likes topic: tea"),
    ("prefers reels over stories", "likes format: reels"),
    ("prefers trips to Italy", ""),
    ("loves tea but hates coffee and scripts", "loves topic: tea | avoids format: coffee and scripts"),
    ("Loves long formats", "loves format: long formats"),
    ("she loves mountain running", "loves topic: mountain running"),
    ("likes handwritten letters", "likes channel: handwritten letters"),
    ("doesn't like scripts", "avoids format: scripts"),
    ("refuses nicotine", "refuses product: nicotine"),
    ("refuses all alcohol", "refuses product: alcohol"),
    ("prefers voice messages", "likes channel: voice messages"),
    ("prefers mornings", "likes time: mornings"),
    ("never on mondays", "refuses time: mondays"),
    ("never before 10am", "refuses time: before 10am"),
    ("no calls please", "refuses channel: calls please"),
    ("no unboxings", "refuses format: unboxings"),
    ("rather by email", "likes channel: email"),
    ("won't do giveaways or hauls", "refuses format: giveaways or hauls"),
    ("He avoids promo codes", "avoids reward: promo codes"),
    ("is crazy about sourdough", "loves topic: sourdough"),
    ("Noor Benali hates exclamation marks", "avoids tone: exclamation marks"),
    ("loves ceramics but hates unboxings", "loves topic: ceramics | avoids format: unboxings"),
    ("shoe size: 41", "fact: shoe size: 41"),
    ("Shoe size 40 EU", "fact: Shoe size 40 EU"),
    ("wears size S", "fact: wears size S"),
    ("allergic to shellfish", "fact: allergic to shellfish"),
    ("she is vegan", "fact: vegan"),
    ("based in Marseille", "fact: based in Marseille"),
    ("her sister works at a bakery", "fact: her sister works at a bakery"),
    ("his dog is called Moka", "fact: his dog is called Moka"),
    ("has a twin sister", "fact: has a twin sister"),
    ("she speaks German", "fact: speaks German"),
    ("birthday: 2 May", "birthday 02/05"),
    ("her birthday is May 9th", "birthday 09/05"),
    ("born on 30/01/1988", "birthday 30/01/1988"),
    ("now on YouTube as @lea.films", "youtube lea.films"),
    ("her new tiktok is @noor.bakes", "tiktok noor.bakes"),
    ("insta: jonas.rides", "instagram jonas.rides"),
    ("@mika_v on Twitch", "twitch mika_v"),
    ("birthday 31 february", ""),
    ("she only accepts paid work", "likes reward: paid work"),
    ("isn't keen on product placements", "avoids format: product placements"),
    ("promised her the green boots", "i_owe the green boots"),
    ("write on thursday, she prefers emails", "write 2026-11-26 Write | likes channel: emails"),
    ("enjoys long reads", "likes format: long reads"),
    ("no gifts", "refuses reward: gifts"),
    ("never before noon", ""),
    ("can't bear flattery", "avoids tone: flattery"),
    ("reach her on Signal", "likes channel: Signal"),
    ("his mother runs a bookshop in Nice", "fact: his mother runs a bookshop in Nice"),
    ("gluten free", "fact: gluten free"),
    ("now on Twitch: @mika.live", "twitch mika.live"),
    ("yt: tom.outdoors", "youtube tom.outdoors"),
    ("her birthday is on the 3rd of June", "birthday 03/06"),
]
FRENCH = [
    ("pointure : 39", "fact: pointure : 39"),
    ("frère dirige le club d'Annecy", "fact: frère dirige le club d'Annecy"),
    ("deux filles, Ada et Lou", "fact: deux filles, Ada et Lou"),
    ("elle aime le thé mais déteste le café", "likes topic: thé | avoids topic: café"),
    ("adore le thé", "loves topic: thé"),
    ("pas de fast fashion", "refuses topic: fast fashion"),
    ("pas de marques de tabac", "refuses product: marques de tabac"),
    ("préfère les mails aux appels", "likes channel: mails"),
    ("préfère les vacances à la mer", ""),
    ("youtube.com/@lea.filme", "youtube lea.filme"),
    ("adore la randonnée", "loves topic: randonnée"),
    ("elle adore les formats courts", "loves format: formats courts"),
    ("Il n’aime pas les lives", "avoids format: lives"),
    ("n'aime plus les cadeaux", "avoids reward: cadeaux"),
    ("refuse l'alcool", "refuses product: alcool"),
    ("refuse les exclusivités", "refuses reward: exclusivités"),
    ("préfère les messages vocaux", "likes channel: messages vocaux"),
    ("jamais le lundi", "refuses time: lundi"),
    ("jamais avant 10h", "refuses time: avant 10h"),
    ("pas d'appels le soir", "refuses channel: appels le soir"),
    ("pas de codes promo", "refuses reward: codes promo"),
    ("plutôt par mail", "likes channel: mail"),
    ("joignable sur Signal", "likes channel: Signal"),
    ("ne fait jamais de placements de produit", "refuses format: placements de produit"),
    ("ne veut plus d'affiliation", "refuses reward: affiliation"),
    ("est fan de photo argentique", "loves topic: photo argentique"),
    ("déteste les superlatifs", "avoids tone: superlatifs"),
    ("adore le café mais pas le thé", "loves topic: café"),
    ("en a marre des unboxings", "avoids format: unboxings"),
    ("pointure 41,5", "fact: pointure 41,5"),
    ("chausse du 37", "fact: chausse du 37"),
    ("taille L pour les hauts", "fact: taille L pour les hauts"),
    ("elle est allergique au gluten", "fact: allergique au gluten"),
    ("ne mange pas de viande", "fact: ne mange pas de viande"),
    ("basée à Nantes", "fact: basée à Nantes"),
    ("son mari est photographe", "fact: son mari est photographe"),
    ("sa fille joue au handball", "fact: sa fille joue au handball"),
    ("elle a un chien", "fact: a un chien"),
    ("parle couramment portugais", "fact: parle couramment portugais"),
    ("anniversaire : 2 mai", "birthday 02/05"),
    ("son anniversaire est le 9 mai", "birthday 09/05"),
    ("né le 30/01/1988", "birthday 30/01/1988"),
    ("désormais sur YouTube : @lea.filme", "youtube lea.filme"),
    ("sa chaîne YouTube est @noor.cuit", "youtube noor.cuit"),
    ("tiktok : jonas.roule", "tiktok jonas.roule"),
    ("née le 31/02/1990", ""),
    ("promis : les bottes vertes", "i_owe les bottes vertes"),
    ("lui écrire jeudi, elle préfère les mails", "write 2026-11-26 Lui écrire | likes channel: mails"),
    ("n'accepte que les prêts", "likes reward: prêts"),
    ("pas intéressée par les cryptos", "avoids topic: cryptos"),
    ("kiffe les podcasts", "likes format: podcasts"),
    ("pas de cadeaux", "refuses reward: cadeaux"),
    ("évite les appels", "avoids channel: appels"),
    ("ne porte jamais de fourrure", "refuses product: fourrure"),
    ("répond mieux sur WhatsApp", "likes channel: WhatsApp"),
    ("sa mère tient une librairie à Nice", "fact: sa mère tient une librairie à Nice"),
    ("intolérante au lactose", "fact: intolérante au lactose"),
    ("il est sur Twitch : @mika.live", "twitch mika.live"),
    ("yt : tom.dehors", "youtube tom.dehors"),
    ("date de naissance : 03/06/1990", "birthday 03/06/1990"),
]

PLAIN = [
    "She likes the dress we sent.",
    "He loves her work.",
    "She likes to take her time.",
    "Loved the talk.",
    "No call since tuesday.",
    "No reply to my message.",
    "Never answered my email.",
    "Her brother was at the dinner.",
    "Her partner is coming too.",
    "His dog is very old.",
    "Saw @cafe.quai on Instagram and thought of her.",
    "My insta: @relations.desk",
    "The agency is on TikTok: @agence.example",
    "Her agent's Instagram is @agent.example",
    "It is her birthday party on 12 March.",
    "The size of the parcel was wrong.",
    "Her size is a question for the shop.",
    "Everybody loves stories.",
    "What does she love?",
    "Does he have two daughters?",
    "Wears the jacket often.",
    "Elle aime la robe que nous avons envoyée ?",
    "Il adore son travail.",
    "Elle aime prendre son temps.",
    "Pas d'appel depuis mardi.",
    "Pas de retour.",
    "Jamais répondu au mail.",
    "Son frère était au dîner.",
    "Sa fille est malade.",
    "Son compagnon est venu aussi.",
    "Vu @cafe.quai sur Instagram.",
    "Mon insta : @relations.desk",
    "L'agence est sur TikTok : @agence.example",
    "Le tournage a duré deux jours.",
    "Il fait du bruit dans ce hall.",
    "Elle fait de belles photos.",
    "Ne fait pas de bruit.",
    "Le public préfère les formats courts.",
    "Nous préférons attendre.",
    "Une taille de pierre.",
    "Elle refuse de répondre.",
    "Il a deux rendez-vous avant midi.",
]


@pytest.mark.parametrize(("line", "told"), ENGLISH + FRENCH)
def test_what_a_note_tells_of_a_person_is_offered(said, line, told):
    assert said(line) == told


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_sentence_tells_nothing_that_would_be_offered(said, line):
    assert said(line) == ""


def test_offers_stand_where_they_were_read(said):
    line = "Dinner at the fair. She loves ceramics. Insta: @noor.bakes"
    preference, handle = offers_in(line, today=MONDAY)
    assert line[preference.start : preference.end] == "She loves ceramics"
    assert line[handle.start : handle.end].strip() == "Insta: @noor.bakes"


def test_an_account_inside_something_to_do_is_offered_once(said):
    assert said("born 3 May 1991, tiktok @tom.outdoors") == "birthday 03/05/1991 | tiktok tom.outdoors"


@pytest.mark.parametrize(
    "line", ["@" * 4_000, "on " * 1_300, "insta " * 700, "never on " * 400, "a" * 4_000 + "@"]
)
def test_a_line_made_to_be_slow_is_read_at_once(line):
    began = perf_counter()
    offers_in(line, today=MONDAY)
    assert perf_counter() - began < 1
