"""The words that ask for something to be done, in both languages, and the words that forbid a reading.

Accents decide here: `relancer` is to be done, `relancé` is done.
"""

from dataclasses import dataclass
from enum import Enum, auto

from relationdesk.domain.phrases.tokens import Phrases, listed, phrases, word_set
from relationdesk.domain.vocabulary import Action


class Shape(Enum):
    """What stands before a word that asks for something."""

    BASE = auto()
    """`call`, `rappeler`: nothing, or a wish of the user (`I must`, `penser à`)."""
    MINE = auto()
    """`rappelle`: the user as its subject (`je`, `on`), or a pronoun tied to its end (`-la`)."""
    GOING = auto()
    """`calling`: `I'm`, or a person right after it."""
    NOUN = auto()
    """`meeting`, `rdv`: nothing, and a day or a link (`with`, `chez`) right after it."""


class Needs(Enum):
    """What stands after a word, so that it means what the table says."""

    NOTHING = auto()
    PERSON = auto()
    PERSON_ALONE = auto()
    """A person and no more than a day, an hour or a link after it: `see Léa`, not `see Léa win`."""
    PERSON_OR_DAY = auto()
    NO_ARTICLE = auto()


@dataclass(frozen=True, slots=True)
class Asking:
    """A word that asks for `action`; `action` is None when the words only look as if they did."""

    action: Action | None
    shape: Shape
    needs: Needs = Needs.NOTHING


def _words(action: Action | None, shape: Shape, said: str, needs: Needs = Needs.NOTHING) -> dict[str, Asking]:
    return dict.fromkeys(listed(said), Asking(action, shape, needs))


_CALL, _WRITE, _MEET, _SEND, _THANK, _OTHER = (
    Action.CALL,
    Action.WRITE,
    Action.MEET,
    Action.SEND,
    Action.THANK,
    Action.OTHER,
)

VERBS: Phrases[Asking] = Phrases(
    _words(
        _CALL,
        Shape.BASE,
        "call, call back, call-back, phone, give her a call, give him a call, give them a call",
    )
    | _words(_CALL, Shape.BASE, "ring, ring back", Needs.PERSON)
    | _words(
        _CALL, Shape.BASE, "appeler, rappeler, téléphoner, telephoner, retéléphoner, passer un coup de fil"
    )
    | _words(_CALL, Shape.MINE, "appelle, rappelle, téléphone, appellerai, rappellerai, téléphonerai")
    | _words(_CALL, Shape.GOING, "calling, phoning, ringing")
    | _words(_WRITE, Shape.BASE, "write, write back, reply, answer, drop a line, write a note")
    | _words(_WRITE, Shape.BASE, "email, e-mail, mail, dm, message, text, ping", Needs.PERSON_OR_DAY)
    | _words(_WRITE, Shape.BASE, "écrire, ecrire, réécrire, reecrire, répondre, repondre, envoyer un mot")
    | _words(_WRITE, Shape.MINE, "écris, ecris, réécris, réponds, écrirai, répondrai")
    | _words(_WRITE, Shape.GOING, "writing to, emailing, texting")
    | _words(
        _MEET,
        Shape.BASE,
        "meet, meet up, have lunch, have dinner, have coffee, have a coffee, visit, see you",
    )
    | _words(_MEET, Shape.BASE, "see", Needs.PERSON_ALONE)
    | _words(_MEET, Shape.BASE, "rencontrer, retrouver, déjeuner, dejeuner, dîner, diner, boire un verre")
    | _words(_MEET, Shape.BASE, "prendre un café, boire un café, prendre un verre, passer voir")
    | _words(_MEET, Shape.BASE, "voir", Needs.PERSON_ALONE)
    | _words(_MEET, Shape.BASE, "revoir", Needs.NO_ARTICLE)
    | _words(_MEET, Shape.MINE, "rencontre, retrouve, déjeune, dîne, rencontrerai, retrouverai, déjeunerai")
    | _words(
        _MEET, Shape.MINE, "vois, voit, revois, revoit, verrai, verra, reverrai, reverra", Needs.PERSON_ALONE
    )
    | _words(_MEET, Shape.GOING, "meeting, seeing, visiting, having lunch, having dinner, having coffee")
    | _words(_SEND, Shape.BASE, "send, send out, send over, ship, forward, resend, bring, deliver")
    | _words(
        _SEND, Shape.BASE, "envoyer, renvoyer, expédier, expedier, transmettre, faire parvenir, apporter"
    )
    | _words(
        _SEND, Shape.MINE, "envoie, renvoie, expédie, transmets, apporte, enverrai, renverrai, apporterai"
    )
    | _words(_SEND, Shape.GOING, "sending, shipping")
    | _words(_THANK, Shape.BASE, "thank, say thanks, say thank you, send thanks")
    | _words(_THANK, Shape.BASE, "remercier, dire merci")
    | _words(_THANK, Shape.MINE, "remercie, remercierai")
    | _words(_THANK, Shape.GOING, "thanking")
    | _words(
        _OTHER,
        Shape.BASE,
        "follow up, follow-up, followup, chase, chase up, check in, check with, get back to",
    )
    | _words(_OTHER, Shape.BASE, "contact, reach out, remind, invite, prepare, confirm, congratulate")
    | _words(_OTHER, Shape.BASE, "relancer, recontacter, contacter, reprendre contact, revenir vers, inviter")
    | _words(
        _OTHER, Shape.BASE, "préparer, preparer, confirmer, demander, féliciter, rappeler à, rappeler au"
    )
    | _words(_OTHER, Shape.BASE, "prévenir, prevenir, proposer, voir avec, revoir avec, faire le point")
    | _words(_OTHER, Shape.MINE, "relance, recontacte, contacte, relancerai, recontacterai, contacterai")
    | _words(
        None,
        Shape.BASE,
        "call off, call for, call of, call in sick, call it, thank you, write off, write down, write a book",
    )
    | _words(
        None,
        Shape.BASE,
        "see to, see about, see if, send for, meet the deadline, tell me, ask me, remind me, reply to me",
    )
    | _words(_OTHER, Shape.BASE, "ask, tell, talk to, talk with, speak to, speak with, parler", Needs.PERSON)
    | _words(None, Shape.BASE, "dîner de, diner de, déjeuner de, visit to, appel à, appel aux")
    | _words(None, Shape.BASE, "write to me, talk to me, speak to me")
    | _words(
        None,
        Shape.BASE,
        "rappeler que, rappeler qu', demander si, voir si, me rappeler, call sheet, écrire un livre",
    ),
    accents=True,
)
NOUNS: Phrases[Asking] = Phrases(
    _words(_CALL, Shape.NOUN, "call, phone call, video call, appel, coup de fil")
    | _words(
        _CALL,
        Shape.NOUN,
        """
        rdv téléphonique, rdv tel, rdv tél, rendez-vous téléphonique, entretien téléphonique, point tel,
        point téléphonique, appel visio, zoom call, teams call, phone meeting, telephone appointment
        """,
    )
    | _words(
        _MEET,
        Shape.NOUN,
        """
        rdv visio, rdv zoom, rdv teams, rdv café, rdv presse, rendez-vous visio, réunion visio,
        point visio, réunion zoom, video meeting, zoom meeting, teams meeting, zoom, coffee chat,
        lunch meeting, business lunch, press breakfast, petit-déj, ptit déj, déjeuner presse
        """,
    )
    | _words(_MEET, Shape.NOUN, "meeting, lunch, dinner, coffee, drinks, breakfast, appointment")
    | _words(_MEET, Shape.NOUN, "rdv, rv, rendez-vous, rendez vous, réunion, reunion, visio, café, apéro")
    | _words(_MEET, Shape.NOUN, "déjeuner, dejeuner, déj, dîner, diner, petit-déjeuner, petit déjeuner")
    | _words(_OTHER, Shape.NOUN, "follow-up, follow up, followup, reminder, relance, rappel, point")
    | _words(None, Shape.NOUN, "call for, appel à, appel aux, rappel à, dîner de, déjeuner de, café de"),
    accents=True,
)

WISHES = phrases(
    """
    I will, I'll, I shall, I must, I should, I have to, I've got to, I need to, I want to, I,
    I am going to, I'm going to, I plan to, must, should, have to, need to, will, to, todo, to do, please,
    then, so, remember to, don't forget to, do not forget to, make sure to, let's, let us, we will, we'll,
    we must, we should, we need to, we have to, we, ok, also, I can, plan to, going to, je dois,
    je vais, je veux, je voudrais, je peux, je pourrai, il faut, il faudra, il faudrait, faut, faudra,
    faudrait, falloir, à, penser à, pense à, penser a, ne pas oublier de, ne pas oublier d',
    n'oublie pas de, bien penser à, puis, ensuite, alors, donc, on va, on doit, nous allons, nous devons,
    essayer de, prévoir de, remind me to, reminder to, rappelle-moi de, rappelle-moi d', rappelez-moi de,
    rappelez-moi d', me rappeler de, me rappeler d', me souvenir de,
    me souvenir d', je pense, aussi, j'ai à, je compte, à faire, il me faut, il faut aussi,
    je dois aussi, pensez à, je vais aussi, merci de, prière de
    """
)
NOUN_WISHES = phrases(
    """
    a, an, un, une, to schedule, schedule a, book a, set up a, plan a, prévoir, prévoir un, prévoir une,
    caler, caler un, caler une, fixer, fixer un, fixer une, prendre, next, prochain, prochaine, new,
    nouveau, nouvelle, short, quick, petit, petite, possible
    """
)
ASKED_OF_ME = phrases(
    """
    asked me to, wants me to, would like me to, told me to, reminded me to, m'a demandé de,
    m'a demandé d', me demande de, me demande d', m'a dit de, m'a rappelé de, m'ont demandé de,
    m'ont demandé d'
    """
)
SELVES = phrases("je, j', on")
THAT_I = phrases("il faut que, faut que, faudrait que, veut que, voudrait que, aimerait que, demande que")
GOES_ON = word_set("and, et, again, together, ensemble, the, le, la, les, un, une, her, him, them, lui, leur")
GOING_SELVES = phrases("I'm, I am, we're, we are, I will be, I'll be")
CLITICS = phrases("la, le, les, l', lui, leur, se, s', nous, en, y")
TIED_PRONOUNS = phrases("- la, - le, - les, - lui, - leur")
PERSONS = phrases("her, him, them, you, @, elle, eux, elles, lui, again")
NOT_AFTER = word_set("of, from, me, us, moi, sheet, sheets, centre, center")
ARTICLES = word_set(
    """
    the, a, an, this, that, his, its, their, my, le, la, les, l, un, une, des, ce, cette, ces, son, sa,
    ses, mon, ma, mes, page
    """
)
NOUN_LINKS = word_set("with, avec, chez, at, a, au, aux, to, for, pour, sur, about, in, re")
BARRIERS = word_set(
    """
    not, never, no, n, ne, pas, jamais, plus, if, si, because, that, which, who, whose, que, qu, qui,
    dont, parce, since, depuis, unless, sauf, except, was, were, is, are, est, sont, etait, etaient, sera,
    had, has, have, said, says, dit, she, he, they, il, elle, ils, when, quand, lorsque, while, pendant,
    between, entre, peut, maybe, perhaps, myself
    """
)
BARRIER_PHRASES = phrases("m'a, m'ont, l'a, lui a, s'est, n't")
AFTERTHOUGHTS = word_set(
    """
    was, were, is, are, went, est, sont, était, etait, a, had, has, moved, cancelled, canceled, annulé,
    annulée, reporté, reportée, décalé, décalée, c, s, fut, not, pas, no, impossible, passé, passée
    """
)
PAST_WORDS = word_set(
    """
    went, moved, cancelled, canceled, postponed, annule, annulee, reporte, reportee, dure, lasted
    """
)
EVENING = word_set("tonight, evening, night, dinner, drinks, soir, soiree, diner, apero, verre")
OCCASIONS = word_set(
    """
    fair, launch, dinner, lunch, event, show, race, party, conference, meeting, interview, breakfast,
    marathon, festival, talk, call, opening, premiere, concert, wedding, trip, shoot, deadline, game,
    match, exhibition, salon, lancement, diner, dejeuner, soiree, course, conference, reunion, rdv, vous,
    ouverture, vernissage, mariage, voyage, tournage, evenement, fete, atelier, workshop, trail, expo,
    exposition, defile, visite, visit, presentation, entretien, coming, arriving, leaving, sortie,
    publication, release, arrivee, depart, appel
    """
)
