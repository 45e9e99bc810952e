"""The words that tell what somebody loves, likes, avoids or refuses, and what such a thing is about."""

from relationdesk.domain.phrases.tokens import Phrases, listed, phrases, word_set
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory


def _all(value: Polarity, said: str) -> dict[str, Polarity]:
    return dict.fromkeys(listed(said), value)


FEELINGS: Phrases[Polarity] = Phrases(
    _all(
        Polarity.LOVES,
        """
        loves, adores, really loves, absolutely loves, big fan of, is a big fan of, 's a big fan of, fan of,
        is a fan of, mad about, is mad about, crazy about, is crazy about, obsessed with, is obsessed with,
        's obsessed with, passionate about, is passionate about, adore, adore vraiment, fan de, fan d',
        est fan de, est fan d', grande fan de, grand fan de, est une grande fan de, est un grand fan de,
        grande fan d', grand fan d', passionné de, passionnée de, passionné par, passionnée par,
        est passionnée de, est passionné de, est passionnée par, est passionné par, passionnée d',
        passionné d', raffole de, raffole des, raffole du, raffole d', folle de, fou de, est folle de,
        est fou de, accro à, accro au, accro aux, est accro à, est accro au, est accro aux
        """,
    )
    | _all(
        Polarity.LIKES,
        """
        likes, really likes, quite likes, prefers, much prefers, enjoys, into, is into, 's into,
        is really into, 's really into, keen on, is keen on, 's keen on, only works with, only accepts,
        only does, only wants, 'd rather get, 'd rather have, 'd rather do, would rather get,
        would rather have, would rather do, is interested in, 's interested in, interested in,
        has a soft spot for, aime, aime bien, aime beaucoup, aime surtout, apprécie, apprécie beaucoup,
        préfère, préfère largement, kiffe, aimerait mieux, n'accepte que, ne travaille qu'avec,
        ne fait que, ne prend que, ne veut que, s'intéresse à, s'intéresse au, s'intéresse aux,
        est branchée, est branché, branchée, branché
        """,
    )
    | _all(
        Polarity.AVOIDS,
        """
        avoids, dislikes, hates, really hates, does not like, doesn't like, doesnt like,
        doesn't really like, doesn't enjoy, does not enjoy, can't stand, cannot stand, can't bear,
        not keen on, is not keen on, isn't keen on, 's not keen on, not a fan of, is not a fan of,
        isn't a fan of, 's not a fan of, not into, is not into, isn't into, 's not into,
        not interested in, is not interested in, isn't interested in, tries to avoid, tired of,
        is tired of, n'aime pas, n'aime pas trop, n'aime pas du tout, n'aime plus, n'apprécie pas,
        aime pas, aime pas trop, déteste, évite, ne supporte pas, ne supporte plus, supporte pas,
        pas fan de, pas fan des, pas fan du, pas fan d', n'est pas fan de, n'est pas fan des,
        n'est pas fan du, n'est pas fan d', pas très fan de, pas très fan des, a horreur de,
        a horreur des, a horreur du, en a marre de, en a marre des, pas intéressée par,
        pas intéressé par, n'est pas intéressée par, n'est pas intéressé par
        """,
    )
    | _all(
        Polarity.REFUSES,
        """
        refuses, refuses all, refuses any, always refuses, rejects, won't touch, won't do, won't accept,
        won't wear, won't work with, will not touch, will not do, never does, never accepts, never wears,
        never works with, never takes, doesn't do, does not do, doesnt do, doesn't accept,
        does not accept, doesn't want, does not want, doesn't work with, doesn't take, no longer does,
        no longer wants, no longer accepts, no longer works with, says no to, refuse, refuse tout,
        refuse toute, refuse toujours, ne fait pas, ne fait pas de, ne fait pas d', ne fait plus de,
        ne fait plus d', ne fait jamais de, ne fait jamais d', ne veut pas de, ne veut pas d',
        ne veut plus de, ne veut plus d', n'accepte pas, n'accepte pas de, n'accepte pas d',
        n'accepte plus de, n'accepte plus d', n'accepte jamais de, n'accepte jamais d',
        ne travaille pas avec, ne travaille plus avec, ne travaille jamais avec, ne porte pas de,
        ne porte jamais de, ne prend pas de, ne prend plus de, dit non à, dit non aux, dit non au
        """,
    )
)
"""Told of one person, in the present: `loved` and `les gens préfèrent` are not among them."""

PREFERS = phrases("prefers, much prefers, préfère, préfère largement, aimerait mieux")
PREFERRED_TO = word_set("to, a, au, aux")
OVER = word_set("over, instead, plutot")

NEVER = phrases("never, never works, never available, jamais, ne travaille jamais, jamais dispo, pas dispo")
NEVER_LINKS = phrases("on, in the, at, on the, le, la, les, l', en, avant, après, before, after, at the")
KEPT_LINKS = frozenset(("before", "after", "avant", "apres"))
RATHER = phrases("rather, plutôt, de préférence, préfère, preferably, best, mieux, better")
RATHER_LINKS = phrases("on, in the, by, via, le, la, l', en, par, au, à la, at")
REACHED = phrases(
    """
    best reached on, best reached by, best reached via, best reached through, is best reached on,
    is best reached by, easiest on, easiest by, reach her on, reach him on, reach her by, reach him by,
    prefers to be reached by, prefers to be contacted by, prefers to be reached on, prefers to talk on,
    answers fastest on, answers best on, préfère être contactée par, préfère être contacté par,
    préfère être jointe par, préfère être joint par, préfère qu'on l'appelle sur, à contacter par,
    à contacter sur, à joindre par, joignable par, joignable sur, répond mieux sur, répond mieux par,
    répond surtout sur, se joint mieux par
    """
)
NO = phrases("no, no more, pas de, pas d', plus de, plus d', surtout pas de, surtout pas d', aucun, aucune")
MAKERS_OF = phrases(
    """
    marques de, marques d', marque de, marque d', produits de, produits d', pub pour, pubs pour,
    pub pour le, pub pour la, pub pour l', pub pour les, pubs pour le, pubs pour la, pubs pour les,
    partenariats avec, partenariat avec, collabs avec, collaborations avec, brands of, ads for,
    campaigns for, partnerships with
    """
)
MADE_OF = phrases(
    """
    brand, brands, product, products, ad, ads, campaign, campaigns, partnership, partnerships, collab,
    collabs, company, companies, client, clients, sponsor, sponsors, deal, deals, content, posts
    """
)
NO_GOES_ON = word_set("before, after, avant, apres, on, le, please, svp, unless, sauf, pendant, during")

SELVES = phrases(
    """
    she, he, they, elle, il, iel, and she, and he, et elle, et il, but she, but he, mais elle, mais il,
    she also, he also, also, aussi, apparently, seems she, really
    """
)
ARTICLES = phrases(
    """
    le, la, les, l', un, une, des, du, de la, de l', a, an, some, any, getting, having, doing, receiving,
    being called by, being contacted by, working with, recevoir, avoir, faire, faire des, faire du,
    recevoir des
    """
)
SPECIFIC = word_set(
    """
    ça, idée, façon, manière, où,
    the, this, that, these, those, it, her, him, his, my, our, your, their, us, me, you, them, to, how,
    when, what, where, who, both, all, everything, ce, cet, cette, ces, ca, cela, son, sa, ses, mon, ma,
    mes, notre, nos, votre, vos, leur, leurs, que, qu, quand, ou, comment, de, d, tout, nous, vous, moi,
    lui, pas, plus, bien, idea, idee, way, facon, projet, project, maniere, lieu, place, offre, offer,
    one, not
    """
)
"""What begins so is one thing of the moment and no taste: `loves the dress`, `aime son travail`."""
ENDS_VALUE = word_set(
    """
    but, mais, because, car, parce, since, when, quand, if, si, so, donc, que, qu, who, qui, than,
    rather, plutot, which, though, while, and, et, or
    """
)
JOINS = frozenset(("and", "et", "or", "ou"))
SUBJECTS_AFTER_JOIN = word_set(
    "she, he, they, elle, il, we, i, je, on, call, write, send, rappeler, appeler, envoyer, will"
)
PAST_ENDINGS = ("er", "ir", "re")
"""Of a French verb: `aime réfléchir` is a habit of the moment that no list holds."""


def _about(category: PreferenceCategory, said: str) -> dict[str, PreferenceCategory]:
    return dict.fromkeys(listed(said), category)


REFUSED_TOPICS: Phrases[PreferenceCategory] = Phrases(
    _about(
        PreferenceCategory.TOPIC,
        """
        fast fashion, fast-fashion, ultra fast fashion, ultra fast-fashion, crypto, cryptos, nft, nfts,
        gambling, betting, casino, casinos, sports betting, politics, pyramid schemes, mlm, dropshipping,
        weight loss, diet pills, diet products, plastic surgery, cosmetic surgery, fast food, fast-food,
        palm oil, real fur, foie gras, paris sportifs, jeux d'argent, chirurgie esthétique,
        médecine esthétique, régimes, minceur, huile de palme, politique
        """,
    )
)
"""What a flat `no` is a rule about, and no news."""

ABOUT: Phrases[PreferenceCategory] = Phrases(
    _about(
        PreferenceCategory.CHANNEL,
        """
        voice message, voice messages, voice note, voice notes, voice, e-mail, e-mails, email, emails,
        mail, mails, call, calls, phone, phone calls, the phone, telephone, text, texts, sms, whatsapp,
        signal, telegram, dm, dms, direct messages, messages, messenger, vocaux, vocal, messages vocaux,
        note vocale, notes vocales, téléphone, appel, appels, coups de fil, message, mp, courriel,
        courriels, courrier, visio, visios, video calls, zoom, instagram messages, lettres, letters,
        linkedin
        """,
    )
    | _about(
        PreferenceCategory.FORMAT,
        """
        long format, long formats, short format, short formats, formats longs, formats courts,
        format long, format court, formats, format, script, scripts, scripted, reel, reels, story,
        stories, live, lives, live events, unboxing, unboxings, video, videos, vidéo, vidéos, vlog,
        vlogs, podcast, podcasts, interview, interviews, carousel, carousels, carrousel, carrousels,
        tutorial, tutorials, tuto, tutos, newsletter, newsletters, behind the scenes, coulisses,
        portraits, portrait, essays, long reads, series, séries, série, haul, hauls, photo series,
        briefs, brief, sponsored posts, posts sponsorisés, duets, q&as, threads, shorts, ads, publicités,
        placements, placements de produit, product placements
        """,
    )
    | _about(
        PreferenceCategory.REWARD,
        """
        gift, gifts, gifting, cadeau, cadeaux, loan, loans, prêt, prêts, paid, payée, payées, payé,
        payés, rémunérée, rémunérées, rémunérés, unpaid, affiliate, affiliation, affiliate links,
        promo codes, promo code, discount codes, codes promo, code promo, exclusivity, exclusivité,
        exclusivités, exclusive deals, invitation, invitations, fee, fees, dotation, dotations,
        free products, produits gratuits, commission, commissions, barter, échange marchandise
        """,
    )
    | _about(
        PreferenceCategory.TIME,
        """
        monday, mondays, tuesday, tuesdays, wednesday, wednesdays, thursday, thursdays, friday, fridays,
        saturday, saturdays, sunday, sundays, weekend, weekends, week-end, week-ends, morning, mornings,
        afternoon, afternoons, evening, evenings, night, nights, august, school holidays, lundi, lundis,
        mardi, mardis, mercredi, mercredis, jeudi, jeudis, vendredi, vendredis, samedi, samedis,
        dimanche, dimanches, matin, matins, matinée, après-midi, soir, soirs, soirée, nuit, août,
        vacances scolaires, avant, before, noon, midi, lunchtime, early meetings
        """,
    )
    | _about(
        PreferenceCategory.TONE,
        """
        emoji, emojis, émojis, formal, formality, informal, humour, humor, jokes, blagues, irony, ironie,
        small talk, tutoiement, vouvoiement, tutoyée, tutoyé, vouvoyée, vouvoyé, jargon, direct,
        directness, exclamation marks, flattery, flatterie, franglais, superlatives, superlatifs,
        straight talk, franchise, marketing speak
        """,
    )
    | _about(
        PreferenceCategory.PRODUCT,
        """
        shoe, shoes, sneakers, boots, dress, dresses, jacket, jackets, bag, bags, jewellery, jewelry,
        perfume, perfumes, make-up, makeup, skincare, watches, fur, leather, nicotine, vaping, vape,
        alcohol, tobacco, supplements, chaussures, baskets, bottes, robe, robes, veste, vestes, sac,
        sacs, bijoux, parfum, parfums, maquillage, cosmétiques, montres, fourrure, cuir, vapoteuse,
        vapotage, alcool, tabac, compléments alimentaires, energy drinks, boissons énergisantes, cbd,
        plastic, plastique, gadgets
        """,
    )
)
