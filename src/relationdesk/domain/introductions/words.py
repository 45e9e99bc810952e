"""The words by which an introduction is told apart, in English and French; all folded."""

import re
from collections.abc import Iterable

from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import PersonKind


def listed(said: str) -> frozenset[str]:
    """The words of a list with commas, folded."""
    return frozenset(fold(word.strip()) for word in said.split(",") if word.strip())


def pattern(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first; spaces may be of any number."""
    by_length = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in by_length)


PARTICLES = listed(
    "de, du, des, da, do, dos, di, del, della, la, le, van, von, der, den, ter, ten, el, al, ben, y"
)
CIVILITIES = listed("m, mr, mrs, ms, mx, mme, mlle, dr, me, prof, sir, lady, madame, monsieur, maitre, miss")
TITLES = listed(
    """
    directeur, directrice, responsable, charge, chargee, chef, cheffe, redacteur, redactrice, journaliste,
    attache, attachee, assistant, assistante, redaction, fondateur, fondatrice, cofondateur, cofondatrice,
    gerant, gerante, president, presidente, consultant, consultante, photographe, auteur, autrice,
    producteur, productrice, animateur, animatrice, chroniqueur, chroniqueuse, podcasteur, podcasteuse,
    blogueur, blogueuse, influenceur, influenceuse, createur, creatrice, agent, agente, conseiller,
    conseillere, coordinateur, coordinatrice, reporter, pigiste, realisateur, realisatrice, stagiaire,
    videaste, styliste, associe, associee, independant, independante, adjoint, adjointe, manager, editor,
    journalist, head, director, founder, co-founder, cofounder, ceo, cmo, coo, cfo, cto, officer,
    specialist, executive, coordinator, correspondent, photographer, producer, presenter, host, writer,
    author, blogger, podcaster, influencer, creator, freelance, freelancer, columnist, contributor,
    publicist, partner, owner, president, chairman, chairwoman, secretary, intern, lead, strategist,
    consultant, planner, buyer, stylist, filmmaker, videographer, youtuber, instagrammer, tiktoker,
    streamer, athlete, traileur, traileuse, commercial, commerciale, community, secretaire, publisher
    """
)
ORGANISATION_WORDS = listed(
    """
    sarl, sas, sasu, eurl, sa, ltd, limited, llc, inc, gmbh, plc, llp, agency, agence, studio, studios,
    magazine, mag, media, medias, radio, tv, television, group, groupe, maison, company, compagnie,
    editions, publishing, press, presse, communication, communications, productions, production, films,
    records, association, festival, office, hotel, club, journal, gazette, revue, review, times, post,
    herald, tribune, news, podcast, network, relations, partners, associates, consulting, conseil,
    marketing, events, evenements, collective, collectif, fondation, foundation, institut, institute
    """
)
STREETS = listed(
    """
    rue, avenue, av, ave, bd, bld, boulevard, place, pl, chemin, route, allee, allees, quai, impasse,
    cours, passage, square, sentier, montee, faubourg, villa, street, st, road, rd, lane, drive, way,
    court, close, terrace, gardens, crescent, mews, floor, suite, row, parade, hill, strasse, zone, za,
    zi, parc, residence, batiment, bat, bp, cs, broadway
    """
)
COUNTRIES = listed(
    """
    france, belgique, belgium, suisse, switzerland, luxembourg, united kingdom, royaume-uni, uk, england,
    angleterre, scotland, ecosse, wales, ireland, irlande, canada, quebec, usa, united states, etats-unis,
    germany, allemagne, espagne, spain, italie, italy, portugal, pays-bas, netherlands, monaco, maroc,
    morocco
    """
)
KIND_WORDS: dict[str, PersonKind] = {
    **dict.fromkeys(listed("journaliste, journalist, reporter, correspondent, pigiste, editor, redacteur, "
                           "redactrice, columnist, chroniqueur, chroniqueuse"), PersonKind.JOURNALIST),
    **dict.fromkeys(listed("podcast, podcaster, podcasteur, podcasteuse"), PersonKind.PODCASTER),
    **dict.fromkeys(listed("blog, blogger, blogueur, blogueuse"), PersonKind.BLOGGER),
    **dict.fromkeys(listed("influencer, influenceur, influenceuse, content creator, createur de contenu, "
                           "creatrice de contenu, createur de contenus, creatrice de contenus, youtuber, "
                           "youtubeur, youtubeuse, instagrammer, instagrammeur, instagrammeuse, tiktoker, "
                           "tiktokeur, tiktokeuse"), PersonKind.INFLUENCER),
    **dict.fromkeys(listed("agent, agente, talent manager"), PersonKind.AGENT),
}  # fmt: skip
MEDIUM_WORDS = {"podcast": PersonKind.PODCASTER, "blog": PersonKind.BLOGGER}
PHONE_LABELS = {
    **dict.fromkeys(listed("tel, telephone, t, ph, phone, p, call, appel, numero, n°"), ""),
    **dict.fromkeys(listed("mob, mobile, m, cell, cellphone, port, portable, gsm, cel"), "mobile"),
    **dict.fromkeys(listed("direct, ligne directe, direct line, d, dir, tel direct, tel. direct"), "direct"),
    **dict.fromkeys(listed("office, bureau, work, o, w, b, pro, travail, tel. bureau"), "work"),
    **dict.fromkeys(listed("standard, switchboard, main, accueil"), "main"),
    **dict.fromkeys(listed("home, domicile, maison, h, perso, personnel"), "home"),
    **dict.fromkeys(listed("fax, f, telecopie"), "fax"),
    **dict.fromkeys(listed("whatsapp, signal, telegram, fixe, landline"), None),
}
MAIL_LABELS = listed("e-mail, email, mail, courriel, e, mel, mel., adresse mail, adresse e-mail, contact")
LINK_LABELS = listed(
    "web, site, site web, website, w, blog, url, site internet, www, link, lien, links, portfolio"
)
TYPED_LABELS = listed(
    """
    booking, bookings, presse, press, pr, rp, management, business, collab, collabs, collaborations,
    partenariat, partenariats, partnerships, work, pro, perso, personal, rendez-vous, press office
    """
)
HEADINGS = listed(
    """
    name, nom, prenom, handle, handles, pseudo, compte, comptes, account, accounts, platform, plateforme,
    reseau, audience, followers, abonnes, subscribers, e-mail, email, mail, phone, telephone, tel, city,
    ville, note, notes, profil, profile, lien, link
    """
)
FOLLOWERS = listed("followers, abonnes, abonnees, subscribers, subs, fans, follower, abonne, abo, abos")
JOINING = listed("et, and, &, ou, or, chez, at, on, sur")
GIVEN_NAMES = listed(
    """
    adam, adele, agathe, alex, alexandra, alexandre, alice, amelie, amina, anais, andrea, anna, anne, antoine,
    arthur, aurelie, axel, basile, benjamin, camille, caroline, catherine, cecile, celine, charles,
    charlotte, chloe, claire, clara, clement, colin, dana, daniel, david, diane, dominique, edouard, elena,
    elisa, elise, ella, elodie, emilie, emily, emma, eric, estelle, eva, fanny, fatima, florence, francois,
    gabriel, george, hannah, harry, helen, helene, henri, hugo, ines, isabelle, jack, james, jane, jean,
    jeanne, john, jonas, julia, julie, julien, juliette, justine, karim, kate, laura, laure, lea, leila,
    leo, lena, lina, lisa, louis, louise, luc, lucas, lucie, lucy, manon, marc, marcus, margaux, maria,
    marie, marion, mark, martin, mathilde, matthew, maxime, mehdi, michael, morgane, nadia, nathan, nicolas,
    nina, noor, nora, odile, oliver, olivia, olivier, oscar, paul, pauline, peter, philippe, pierre, priya,
    quentin, rachel, raphael, robin, romain, rosa, rose, sam, samir, samuel, sara, sarah, simon, sofia,
    sophie, stephanie, tara, theo, thomas, tom, valentin, valerie, victor, victoria, vincent, william,
    yann, yasmine, zoe
    """
)
THINGS = listed(
    """
    trail, run, ride, food, foodie, foodies, travel, voyage, voyages, cuisine, kitchen, cooking, baking,
    photo, photography, photographe, photographie, studio, art, design, official, officiel, paris, london,
    lyon, style, fashion, mode, beauty, beaute, fit, fitness, yoga, vlog, blog, tv, film, music,
    musique, dance, sport, outdoor, mountain, montagne, velo, bike, climb, surf, ski, moto, auto, games,
    gaming, live, daily, life, home, deco, books, livres, reads, writes, tattoo, makeup, coach, pro, shop,
    store, world, le, la, the, and, et, en, in, on, sur, fr, uk, lit, diy, photos, wine
    """
)  # fmt: skip
HOUSE_MAILBOXES = listed(
    """
    contact, hello, info, bonjour, presse, press, redaction, booking, office, team, equipe, mail, admin,
    support, pr, rp, media, news, newsletter, noreply, no-reply, commercial, agence, studio, hi, hey, salut
    """
)
