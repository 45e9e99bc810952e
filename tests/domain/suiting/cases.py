"""From what is known of a person to what would suit them: the exact sentences, their sources, what to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from building import (
    LONG_AGO,
    TODAY,
    accepts,
    fact,
    known,
    leaning,
    no_to,
    past,
    quiet,
)

from relationdesk.domain.balance import Because, Peace
from relationdesk.domain.suiting.record import Known, Quiet
from relationdesk.domain.vocabulary import Reward, RewardKind, Source, Stage


@dataclass(frozen=True)
class Case:
    """What is known, and what is to be said of it; `rests_on` names the rows behind each sentence."""

    name: str
    known: Known
    english: list[str]
    french: list[str]
    rests_on: list[str]
    asks: Sequence[str] = ()
    asks_french: Sequence[str] = ()


CASES = [
    Case(
        "nothing is known",
        known(),
        english=["Nothing now: just say hello. What they like and accept is not known yet."],
        french=["Rien pour l’instant : juste dire bonjour. On ignore encore ce qui plaît et convient."],
        rests_on=[""],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "they are not to be contacted",
        known(accepts(1, Reward.GIFT), leave_alone=""),
        english=["Nothing: they are not to be contacted."],
        french=["Rien : ne pas contacter cette personne."],
        rests_on=["person 0"],
    ),
    Case(
        "they are not to be contacted, with the reason",
        known(no_to(1, "paid posts"), leave_alone="burnt out, asked in May"),
        english=["Nothing: they are not to be contacted (burnt out, asked in May)."],
        french=["Rien : ne pas contacter cette personne (burnt out, asked in May)."],
        rests_on=["person 0"],
    ),
    Case(
        "a gift is accepted",
        known(accepts(1, Reward.GIFT, told_in=70)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1 in 70"],
    ),
    Case(
        "two rewards are accepted",
        known(accepts(1, Reward.GIFT), accepts(2, Reward.LOAN, on=date(2026, 10, 1))),
        english=["A loan or a gift would suit."],
        french=["Un prêt ou un cadeau conviendrait."],
        rests_on=["preference 2 preference 1"],
    ),
    Case(
        "three rewards are accepted",
        known(accepts(1, Reward.GIFT), accepts(2, Reward.LOAN), accepts(3, Reward.INVITATION)),
        english=["An invitation, a loan or a gift would suit."],
        french=["Une invitation, un prêt ou un cadeau conviendrait."],
        rests_on=["preference 3 preference 2 preference 1"],
    ),
    Case(
        "paid work from an amount",
        known(accepts(1, Reward.PAID, amount="400")),
        english=["A fee from €400 would suit."],
        french=["Une rémunération à partir de 400 € conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "paid work from an amount with cents, in another currency",
        known(accepts(1, Reward.PAID, amount="1250.50", currency="GBP")),
        english=["A fee from £1,250.50 would suit."],
        french=["Une rémunération à partir de 1 250,50 £GB conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "paid work without an amount",
        known(accepts(1, Reward.PAID)),
        english=["A fee would suit."],
        french=["Une rémunération conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "an affiliate programme, loved before a gift that is liked",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "loves", "reward", reward=Reward.AFFILIATE, on=date(2026, 1, 5)),
        ),
        english=["An affiliate programme or a gift would suit."],
        french=["Une affiliation ou un cadeau conviendrait."],
        rests_on=["preference 2 preference 1"],
    ),
    Case(
        "an imported reward that is named by its word",
        known(leaning(1, "likes", "reward", "gift", source=Source.IMPORTED)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "a reward in words with an amount is paid work",
        known(leaning(1, "likes", "reward", "fee through the agency", amount="2500")),
        english=["A fee from €2,500 would suit.", "More precisely: fee through the agency."],
        french=[
            "Une rémunération à partir de 2 500 € conviendrait.",
            "Plus précisément : fee through the agency.",
        ],
        rests_on=["preference 1", "preference 1"],
    ),
    Case(
        "a reward in words alone",
        known(leaning(1, "likes", "reward", "loans, two months at least")),
        english=["Would suit: loans, two months at least."],
        french=["Conviendrait : loans, two months at least."],
        rests_on=["preference 1"],
    ),
    Case(
        "rewards by kind and in words",
        known(accepts(1, Reward.GIFT), leaning(2, "likes", "reward", "proofs, early and dog-earable")),
        english=["A gift would suit.", "More precisely: proofs, early and dog-earable."],
        french=["Un cadeau conviendrait.", "Plus précisément : proofs, early and dog-earable."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "all of it is guessed",
        known(accepts(1, Reward.GIFT, source=Source.I_GUESS)),
        english=["A gift might suit."],
        french=["Un cadeau pourrait convenir."],
        rests_on=["preference 1"],
    ),
    Case(
        "one of two is guessed",
        known(accepts(1, Reward.GIFT, source=Source.I_GUESS), accepts(2, Reward.LOAN)),
        english=["A loan or a gift would suit."],
        french=["Un prêt ou un cadeau conviendrait."],
        rests_on=["preference 2 preference 1"],
    ),
    Case(
        "exclusivity is accepted",
        known(accepts(1, Reward.PAID, amount="900"), accepts(2, Reward.EXCLUSIVITY)),
        english=["A fee from €900 would suit.", "Exclusivity may be discussed."],
        french=["Une rémunération à partir de 900 € conviendrait.", "Une exclusivité peut se discuter."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "exclusivity is refused",
        known(accepts(1, Reward.GIFT), leaning(2, "refuses", "reward", reward=Reward.EXCLUSIVITY)),
        english=["A gift would suit.", "No exclusivity."],
        french=["Un cadeau conviendrait.", "Pas d’exclusivité."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "exclusivity alone proposes nothing",
        known(accepts(1, Reward.EXCLUSIVITY)),
        english=[
            "Nothing now: just say hello. What they like and accept is not known yet.",
            "Exclusivity may be discussed.",
        ],
        french=[
            "Rien pour l’instant : juste dire bonjour. On ignore encore ce qui plaît et convient.",
            "Une exclusivité peut se discuter.",
        ],
        rests_on=["", "preference 1"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "what they love comes before what they like",
        known(
            leaning(1, "likes", "topic", "trail running"),
            leaning(2, "loves", "format", "long formats"),
            accepts(3, Reward.GIFT),
        ),
        english=["A gift would suit.", "Build on: long formats, trail running."],
        french=["Un cadeau conviendrait.", "À construire autour de : long formats, trail running."],
        rests_on=["preference 3", "preference 2 preference 1"],
    ),
    Case(
        "values with commas are parted by semicolons",
        known(
            leaning(1, "loves", "format", "honest tests, long formats"),
            leaning(2, "loves", "product", "waterproofs"),
        ),
        english=["Build on: honest tests, long formats; waterproofs."],
        french=["À construire autour de : honest tests, long formats ; waterproofs."],
        rests_on=["preference 1 preference 2"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "four things to build on are enough",
        known(
            *[
                leaning(number, "likes", "topic", word, on=date(2026, number, 1))
                for number, word in enumerate(["one", "two", "three", "four", "five"], 1)
            ]
        ),
        english=["Build on: five, four, three, two."],
        french=["À construire autour de : five, four, three, two."],
        rests_on=["preference 5 preference 4 preference 3 preference 2"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "likings alone, without a reward",
        known(leaning(1, "loves", "topic", "weather")),
        english=["Build on: weather."],
        french=["À construire autour de : weather."],
        rests_on=["preference 1"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "what they refuse comes before what they avoid",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "avoids", "format", "stories"),
            leaning(3, "refuses", "topic", "nicotine"),
        ),
        english=["A gift would suit.", "Leave out: nicotine, stories."],
        french=["Un cadeau conviendrait.", "À écarter : nicotine, stories."],
        rests_on=["preference 1", "preference 3 preference 2"],
    ),
    Case(
        "a value that says no by itself",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "refuses", "format", "no scripts"),
            leaning(3, "avoids", "topic", "pas de nicotine"),
        ),
        english=["A gift would suit.", "Leave out: scripts, nicotine."],
        french=["Un cadeau conviendrait.", "À écarter : scripts, nicotine."],
        rests_on=["preference 1", "preference 2 preference 3"],
    ),
    Case(
        "a liking that says no is an avoidance",
        known(accepts(1, Reward.GIFT), leaning(2, "likes", "format", "jamais de scripts")),
        english=["A gift would suit.", "Leave out: scripts."],
        french=["Un cadeau conviendrait.", "À écarter : scripts."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "a reward they refuse is left out",
        known(accepts(1, Reward.LOAN), leaning(2, "refuses", "reward", reward=Reward.GIFT)),
        english=["A loan would suit.", "Leave out: a gift."],
        french=["Un prêt conviendrait.", "À écarter : un cadeau."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "an old liking becomes a question",
        known(accepts(1, Reward.GIFT, on=LONG_AGO), leaning(2, "loves", "format", "long formats")),
        english=["Build on: long formats."],
        french=["À construire autour de : long formats."],
        rests_on=["preference 2"],
        asks=["Still accepts a gift?"],
        asks_french=["Accepte toujours un cadeau ?"],
    ),
    Case(
        "an old liking is not built on",
        known(leaning(1, "loves", "format", "long formats", on=LONG_AGO), accepts(2, Reward.GIFT)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 2"],
        asks=["Still loves long formats?"],
        asks_french=["Adore toujours long formats ?"],
    ),
    Case(
        "a liking without a day is old",
        known(leaning(1, "likes", "topic", "sailing", on=None), accepts(2, Reward.GIFT)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 2"],
        asks=["Still likes sailing?"],
        asks_french=["Aime toujours sailing ?"],
    ),
    Case(
        "a liking is old on the day",
        known(accepts(1, Reward.GIFT, on=date(2025, 5, 25)), accepts(2, Reward.LOAN, on=date(2025, 5, 26))),
        english=["A loan would suit."],
        french=["Un prêt conviendrait."],
        rests_on=["preference 2"],
        asks=["Still accepts a gift?"],
        asks_french=["Accepte toujours un cadeau ?"],
    ),
    Case(
        "an old refusal is respected and asked",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "refuses", "topic", "nicotine", on=LONG_AGO),
            leaning(3, "avoids", "format", "stories", on=LONG_AGO),
        ),
        english=["A gift would suit.", "Leave out: nicotine, stories."],
        french=["Un cadeau conviendrait.", "À écarter : nicotine, stories."],
        rests_on=["preference 1", "preference 2 preference 3"],
        asks=["Still refuses nicotine?", "Still avoids stories?"],
        asks_french=["Refuse toujours nicotine ?", "Évite toujours stories ?"],
    ),
    Case(
        "an old fact is asked",
        known(
            accepts(1, Reward.GIFT),
            fact(2, "shoe size 39", on=date(2025, 11, 25)),
            fact(3, "brother runs the club", on=date(2025, 11, 26)),
        ),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
        asks=["Still true: shoe size 39?"],
        asks_french=["Toujours vrai : shoe size 39 ?"],
    ),
    Case(
        "the newer wins",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "loves", "format", "reels", on=date(2026, 1, 1)),
            leaning(2, "avoids", "format", "Reels", on=date(2026, 8, 1)),
        ),
        english=["A gift would suit.", "Leave out: Reels."],
        french=["Un cadeau conviendrait.", "À écarter : Reels."],
        rests_on=["preference 9", "preference 2"],
    ),
    Case(
        "the newer liking wins over an avoidance",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "avoids", "format", "reels", on=date(2026, 1, 1)),
            leaning(2, "likes", "format", "reels", on=date(2026, 8, 1)),
        ),
        english=["A gift would suit.", "Build on: reels."],
        french=["Un cadeau conviendrait.", "À construire autour de : reels."],
        rests_on=["preference 9", "preference 2"],
    ),
    Case(
        "of the same day the more careful wins",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "likes", "format", "reels"),
            leaning(2, "avoids", "format", "reels"),
        ),
        english=["A gift would suit.", "Leave out: reels."],
        french=["Un cadeau conviendrait.", "À écarter : reels."],
        rests_on=["preference 9", "preference 2"],
    ),
    Case(
        "a refusal wins over a newer liking, and is asked",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "refuses", "product", "leather", on=date(2026, 1, 1)),
            leaning(2, "likes", "product", "leather", on=date(2026, 8, 1)),
        ),
        english=["A gift would suit.", "Leave out: leather."],
        french=["Un cadeau conviendrait.", "À écarter : leather."],
        rests_on=["preference 9", "preference 1"],
        asks=["Leather: refused, or welcome after all?"],
        asks_french=["Leather : refus, ou finalement oui ?"],
    ),
    Case(
        "what they said wins over a newer guess",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "likes", "product", "leather", on=date(2026, 1, 1)),
            leaning(2, "refuses", "product", "leather", source=Source.I_GUESS, on=date(2026, 8, 1)),
        ),
        english=["A gift would suit.", "Build on: leather."],
        french=["Un cadeau conviendrait.", "À construire autour de : leather."],
        rests_on=["preference 9", "preference 1"],
    ),
    Case(
        "what was seen wins over an import",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "loves", "product", "leather", source=Source.I_SAW),
            leaning(2, "refuses", "product", "leather", source=Source.IMPORTED),
        ),
        english=["A gift would suit.", "Build on: leather."],
        french=["Un cadeau conviendrait.", "À construire autour de : leather."],
        rests_on=["preference 9", "preference 1"],
    ),
    Case(
        "a guess of today wins over an old word",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "loves", "product", "leather", on=LONG_AGO),
            leaning(2, "avoids", "product", "leather", source=Source.I_GUESS),
        ),
        english=["A gift would suit.", "Leave out: leather."],
        french=["Un cadeau conviendrait.", "À écarter : leather."],
        rests_on=["preference 9", "preference 2"],
    ),
    Case(
        "a reward refused in a preference and accepted in another",
        known(
            leaning(1, "refuses", "reward", reward=Reward.PAID),
            accepts(2, Reward.PAID, amount="300", on=date(2026, 10, 1)),
            accepts(3, Reward.GIFT),
        ),
        english=["A gift would suit.", "Leave out: a fee."],
        french=["Un cadeau conviendrait.", "À écarter : une rémunération."],
        rests_on=["preference 3", "preference 1"],
        asks=["A fee: refused, or welcome after all?"],
        asks_french=["Une rémunération : refus, ou finalement oui ?"],
    ),
    Case(
        "a no until a day stands in the way of the same thing",
        known(
            accepts(1, Reward.PAID, amount="400"),
            accepts(2, Reward.LOAN),
            no_to(1, reward=Reward.PAID, why="budget is settled", until=date(2027, 1, 31)),
        ),
        english=[
            "A loan would suit.",
            "Not to be proposed until 31 January 2027: a fee (budget is settled).",
        ],
        french=[
            "Un prêt conviendrait.",
            "À ne pas proposer jusqu’au 31 janvier 2027 : une rémunération (budget is settled).",
        ],
        rests_on=["preference 2", "refusal 1"],
    ),
    Case(
        "a no stands on its last day",
        known(accepts(1, Reward.LOAN), no_to(1, reward=Reward.LOAN, until=TODAY)),
        english=[
            "Nothing now: just say hello. They have said no to what used to suit.",
            "Not to be proposed until 25 November 2026: a loan.",
        ],
        french=[
            "Rien pour l’instant : juste dire bonjour. Ce qui convenait a été refusé.",
            "À ne pas proposer jusqu’au 25 novembre 2026 : un prêt.",
        ],
        rests_on=["refusal 1", "refusal 1"],
    ),
    Case(
        "a no that is over is a question",
        known(accepts(1, Reward.LOAN), no_to(1, "an unboxing", until=date(2026, 11, 24))),
        english=["A loan would suit."],
        french=["Un prêt conviendrait."],
        rests_on=["preference 1"],
        asks=["The no ended on 24 November 2026: propose an unboxing again?"],
        asks_french=["Le refus a pris fin le 24 novembre 2026 : reproposer an unboxing ?"],
    ),
    Case(
        "a no that was over long ago says nothing",
        known(accepts(1, Reward.LOAN), no_to(1, "an unboxing", until=date(2025, 5, 25))),
        english=["A loan would suit."],
        french=["Un prêt conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "a no for good",
        known(accepts(1, Reward.GIFT), no_to(1, "scripted films", why="They read like a machine.")),
        english=[
            "A gift would suit.",
            "Not to be proposed again: scripted films (They read like a machine).",
        ],
        french=["Un cadeau conviendrait.", "À ne plus proposer : scripted films (They read like a machine)."],
        rests_on=["preference 1", "refusal 1"],
    ),
    Case(
        "a no for good, long ago, is asked again",
        known(accepts(1, Reward.GIFT), no_to(1, "scripted films", said_on=LONG_AGO)),
        english=["A gift would suit.", "Not to be proposed again: scripted films."],
        french=["Un cadeau conviendrait.", "À ne plus proposer : scripted films."],
        rests_on=["preference 1", "refusal 1"],
        asks=["Still a no: scripted films?"],
        asks_french=["Toujours non : scripted films ?"],
    ),
    Case(
        "a no that somebody else said is asked first-hand",
        known(accepts(1, Reward.GIFT), no_to(1, "a live show", said_by="Paul Roy", interaction_id=72)),
        english=["A gift would suit.", "Not to be proposed again: a live show (said by Paul Roy)."],
        french=["Un cadeau conviendrait.", "À ne plus proposer : a live show (dit par Paul Roy)."],
        rests_on=["preference 1", "refusal 1 in 72"],
        asks=["Paul Roy said no to a live show: what do they say themselves?"],
        asks_french=["Paul Roy a dit non pour a live show : qu’en dit la personne elle-même ?"],
    ),
    Case(
        "a no with a reason that somebody else said",
        known(
            accepts(1, Reward.GIFT),
            no_to(1, "a live show", said_by="Paul Roy", why="on tour", until=date(2027, 3, 1)),
        ),
        english=[
            "A gift would suit.",
            "Not to be proposed until 1 March 2027: a live show (on tour; said by Paul Roy).",
        ],
        french=[
            "Un cadeau conviendrait.",
            "À ne pas proposer jusqu’au 1er mars 2027 : a live show (on tour ; dit par Paul Roy).",
        ],
        rests_on=["preference 1", "refusal 1"],
        asks=["Paul Roy said no to a live show: what do they say themselves?"],
        asks_french=["Paul Roy a dit non pour a live show : qu’en dit la personne elle-même ?"],
    ),
    Case(
        "a no to one client does not stand in another's way",
        known(accepts(1, Reward.PAID, amount="400"), no_to(1, reward=Reward.PAID, client="Salto")),
        english=["A fee from €400 would suit.", "Not to be proposed again: a fee for Salto."],
        french=[
            "Une rémunération à partir de 400 € conviendrait.",
            "À ne plus proposer : une rémunération pour Salto.",
        ],
        rests_on=["preference 1", "refusal 1"],
    ),
    Case(
        "a no to a client altogether",
        known(
            past(5, Stage.CLOSED, client="Salto", title="Winter", reward=RewardKind.GIFT),
            past(6, Stage.CLOSED, since=date(2026, 2, 1), reward=RewardKind.LOAN),
            no_to(1, client="Salto"),
        ),
        english=["A loan would suit, as for Olivade × Spring oil.", "Not to be proposed again: Salto."],
        french=["Un prêt conviendrait, comme pour Olivade × Spring oil.", "À ne plus proposer : Salto."],
        rests_on=["partnership 6", "refusal 1"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "a no to a topic that they love",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "loves", "topic", "Parenting"),
            no_to(1, "parenting", why="the children are older"),
        ),
        english=["A gift would suit.", "Not to be proposed again: parenting (the children are older)."],
        french=["Un cadeau conviendrait.", "À ne plus proposer : parenting (the children are older)."],
        rests_on=["preference 1", "refusal 1"],
    ),
    Case(
        "all that they accept is refused",
        known(accepts(1, Reward.PAID), no_to(1, reward=Reward.PAID, until=date(2027, 1, 31))),
        english=[
            "Nothing now: just say hello. They have said no to what used to suit.",
            "Not to be proposed until 31 January 2027: a fee.",
        ],
        french=[
            "Rien pour l’instant : juste dire bonjour. Ce qui convenait a été refusé.",
            "À ne pas proposer jusqu’au 31 janvier 2027 : une rémunération.",
        ],
        rests_on=["refusal 1", "refusal 1"],
    ),
    Case(
        "a partnership under way",
        known(
            accepts(1, Reward.GIFT), leaning(2, "likes", "channel", "voice message"), past(5, Stage.TALKING)
        ),
        english=[
            "Nothing new now: just say hello. Olivade × Spring oil is under way.",
            "Best reached by: voice message.",
        ],
        french=[
            "Rien de nouveau pour l’instant : juste dire bonjour. Olivade × Spring oil est en cours.",
            "À joindre de préférence par : voice message.",
        ],
        rests_on=["partnership 5", "preference 2"],
    ),
    Case(
        "a proposal is out, without a client",
        known(past(5, Stage.PROPOSED, client="", title="Night running")),
        english=["Nothing new now: just say hello. Night running is under way."],
        french=["Rien de nouveau pour l’instant : juste dire bonjour. Night running est en cours."],
        rests_on=["partnership 5"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "published and not thanked",
        known(accepts(1, Reward.GIFT), past(4, Stage.TALKING), past(5, Stage.PUBLISHED)),
        english=["Nothing new now: say thank you for Olivade × Spring oil first."],
        french=["Rien de nouveau pour l’instant : d’abord remercier pour Olivade × Spring oil."],
        rests_on=["partnership 5"],
    ),
    Case(
        "declined lately",
        known(accepts(1, Reward.GIFT), past(5, Stage.DECLINED, since=date(2026, 10, 27))),
        english=["Nothing now: just say hello. They declined Olivade × Spring oil on 27 October 2026."],
        french=[
            "Rien pour l’instant : juste dire bonjour. Olivade × Spring oil : décliné le 27 octobre 2026."
        ],
        rests_on=["partnership 5"],
    ),
    Case(
        "declined long enough ago",
        known(accepts(1, Reward.GIFT), past(5, Stage.DECLINED, since=date(2026, 10, 26))),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "an idea is no agreement yet",
        known(accepts(1, Reward.GIFT), past(5, Stage.IDEA)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "an agreement that was abandoned says nothing",
        known(accepts(1, Reward.GIFT), past(5, Stage.ABANDONED)),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "what was carried out, with its lesson",
        known(accepts(1, Reward.GIFT), past(5, Stage.CLOSED, lesson="without the script.")),
        english=[
            "A gift would suit.",
            "Carried out before: Olivade × Spring oil.",
            "Lesson from Olivade × Spring oil: without the script.",
        ],
        french=[
            "Un cadeau conviendrait.",
            "Déjà mené à bien : Olivade × Spring oil.",
            "Leçon (Olivade × Spring oil) : without the script.",
        ],
        rests_on=["preference 1", "partnership 5", "partnership 5"],
    ),
    Case(
        "the reward of a past partnership where none is known",
        known(past(5, Stage.THANKED, reward=RewardKind.PRODUCT_AND_FEE)),
        english=["A product with a fee would suit, as for Olivade × Spring oil."],
        french=["Un produit avec une rémunération conviendrait, comme pour Olivade × Spring oil."],
        rests_on=["partnership 5"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "a past reward that they refuse is no pattern",
        known(
            leaning(1, "refuses", "reward", reward=Reward.PAID),
            past(5, Stage.THANKED, reward=RewardKind.PRODUCT_AND_FEE),
            past(6, Stage.CLOSED, title="Autumn", since=date(2025, 9, 1), reward=RewardKind.LOAN),
        ),
        english=[
            "A loan would suit, as for Olivade × Autumn.",
            "Carried out before: Olivade × Spring oil.",
            "Leave out: a fee.",
        ],
        french=[
            "Un prêt conviendrait, comme pour Olivade × Autumn.",
            "Déjà mené à bien : Olivade × Spring oil.",
            "À écarter : une rémunération.",
        ],
        rests_on=["partnership 6", "partnership 5", "preference 1"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "an older lesson counts too",
        known(
            accepts(1, Reward.GIFT),
            past(5, Stage.CLOSED),
            past(
                6,
                Stage.CLOSED,
                client="Salto",
                title="Winter",
                since=date(2025, 1, 1),
                lesson="send two sizes",
            ),
        ),
        english=[
            "A gift would suit.",
            "Carried out before: Olivade × Spring oil.",
            "Lesson from Salto × Winter: send two sizes.",
        ],
        french=[
            "Un cadeau conviendrait.",
            "Déjà mené à bien : Olivade × Spring oil.",
            "Leçon (Salto × Winter) : send two sizes.",
        ],
        rests_on=["preference 1", "partnership 5", "partnership 6"],
    ),
    Case(
        "channels in their order",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "likes", "channel", "e-mail", rank=1),
            leaning(3, "likes", "channel", "voice message", rank=0),
            leaning(4, "loves", "channel", "a letter"),
            leaning(5, "avoids", "channel", "calls"),
        ),
        english=[
            "A gift would suit.",
            "Best reached by: voice message, then e-mail, then a letter.",
            "Not by: calls.",
        ],
        french=[
            "Un cadeau conviendrait.",
            "À joindre de préférence par : voice message, puis e-mail, puis a letter.",
            "Pas par : calls.",
        ],
        rests_on=["preference 1", "preference 3 preference 2 preference 4", "preference 5"],
    ),
    Case(
        "times, quiet days and hours",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "likes", "time", "after the school gate"),
            leaning(3, "avoids", "time", "never Sundays"),
            quiet(5, 6, hours=(20, 8), zone="Europe/Paris"),
        ),
        english=[
            "A gift would suit.",
            "Good time: after the school gate.",
            "Bad time: Sundays.",
            "Leave in peace: Saturday, Sunday, from 20:00 to 08:00 (Europe/Paris).",
        ],
        french=[
            "Un cadeau conviendrait.",
            "Bon moment : after the school gate.",
            "Mauvais moment : Sundays.",
            "À laisser tranquille : samedi, dimanche, de 20:00 à 08:00 (Europe/Paris).",
        ],
        rests_on=["preference 1", "preference 2", "preference 3", "person 0"],
    ),
    Case(
        "quiet hours without a zone",
        known(accepts(1, Reward.GIFT), quiet(hours=(12, 14))),
        english=["A gift would suit.", "Leave in peace: from 12:00 to 14:00."],
        french=["Un cadeau conviendrait.", "À laisser tranquille : de 12:00 à 14:00."],
        rests_on=["preference 1", "person 0"],
    ),
    Case(
        "half an hour is none",
        known(accepts(1, Reward.GIFT), Quiet(starts=time(12))),
        english=["A gift would suit."],
        french=["Un cadeau conviendrait."],
        rests_on=["preference 1"],
    ),
    Case(
        "tone",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "likes", "tone", "direct"),
            leaning(3, "avoids", "tone", "exclamation marks"),
        ),
        english=["A gift would suit.", "Tone: direct.", "Not this tone: exclamation marks."],
        french=["Un cadeau conviendrait.", "Ton : direct.", "Pas ce ton : exclamation marks."],
        rests_on=["preference 1", "preference 2", "preference 3"],
    ),
    Case(
        "how to say hello when nothing is to be proposed",
        known(
            leaning(1, "likes", "channel", "voice message"), leaning(2, "avoids", "time", "Mondays"), quiet(6)
        ),
        english=[
            "Nothing now: just say hello. What they like and accept is not known yet.",
            "Best reached by: voice message.",
            "Bad time: Mondays.",
            "Leave in peace: Sunday.",
        ],
        french=[
            "Rien pour l’instant : juste dire bonjour. On ignore encore ce qui plaît et convient.",
            "À joindre de préférence par : voice message.",
            "Mauvais moment : Mondays.",
            "À laisser tranquille : dimanche.",
        ],
        rests_on=["", "preference 1", "preference 2", "person 0"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "only limits are known",
        known(leaning(1, "refuses", "topic", "nicotine"), no_to(1, "gifting")),
        english=[
            "Nothing now: just say hello. What they like and accept is not known yet.",
            "Leave out: nicotine.",
            "Not to be proposed again: gifting.",
        ],
        french=[
            "Rien pour l’instant : juste dire bonjour. On ignore encore ce qui plaît et convient.",
            "À écarter : nicotine.",
            "À ne plus proposer : gifting.",
        ],
        rests_on=["", "preference 1", "refusal 1"],
        asks=["What do they accept: a gift, a loan, a fee, an invitation?"],
        asks_french=["Qu’est-ce qui convient : un cadeau, un prêt, une rémunération, une invitation ?"],
    ),
    Case(
        "all at once",
        known(
            leaning(1, "loves", "format", "honest tests, long formats"),
            leaning(2, "refuses", "format", "scripts", told_in=71),
            leaning(3, "likes", "reward", "products; paid above two posts", amount="400"),
            leaning(4, "likes", "channel", "voice message"),
            leaning(5, "avoids", "time", "never Sundays"),
            leaning(6, "refuses", "reward", reward=Reward.EXCLUSIVITY),
            past(7, Stage.CLOSED, lesson="Would do again without the script."),
            fact(8, "size 39", on=LONG_AGO),
        ),
        english=[
            "A fee from €400 would suit.",
            "More precisely: products; paid above two posts.",
            "Build on: honest tests, long formats.",
            "Carried out before: Olivade × Spring oil.",
            "Lesson from Olivade × Spring oil: Would do again without the script.",
            "No exclusivity.",
            "Leave out: scripts.",
            "Best reached by: voice message.",
            "Bad time: Sundays.",
        ],
        french=[
            "Une rémunération à partir de 400 € conviendrait.",
            "Plus précisément : products; paid above two posts.",
            "À construire autour de : honest tests, long formats.",
            "Déjà mené à bien : Olivade × Spring oil.",
            "Leçon (Olivade × Spring oil) : Would do again without the script.",
            "Pas d’exclusivité.",
            "À écarter : scripts.",
            "À joindre de préférence par : voice message.",
            "Mauvais moment : Sundays.",
        ],
        rests_on=[
            "preference 3",
            "preference 3",
            "preference 1",
            "partnership 7",
            "partnership 7",
            "preference 6",
            "preference 2 in 71",
            "preference 4",
            "preference 5",
        ],
        asks=["Still true: size 39?"],
        asks_french=["Toujours vrai : size 39 ?"],
    ),
    Case(
        "an elision in French says no too",
        known(accepts(1, Reward.GIFT), leaning(2, "avoids", "channel", "pas d’appels")),
        english=["A gift would suit.", "Not by: appels."],
        french=["Un cadeau conviendrait.", "Pas par : appels."],
        rests_on=["preference 1", "preference 2"],
    ),
    Case(
        "asked too often in a row",
        known(
            accepts(1, Reward.GIFT),
            leaning(2, "likes", "channel", "voice message"),
            Peace(date(2026, 12, 15), Because.ASKS, 3),
        ),
        english=[
            "Nothing before 15 December 2026: you asked them 3 times in a row.",
            "Best reached by: voice message.",
        ],
        french=[
            "Rien avant le 15 décembre 2026 : vous avez demandé 3 fois de suite.",
            "À joindre de préférence par : voice message.",
        ],
        rests_on=["history 0", "preference 2"],
    ),
    Case(
        "reminded too often without an answer",
        known(
            accepts(1, Reward.GIFT), past(5, Stage.TALKING), Peace(date(2026, 12, 15), Because.REMINDERS, 4)
        ),
        english=["Nothing before 15 December 2026: 4 reminders have no answer."],
        french=["Rien avant le 15 décembre 2026 : 4 relances sont sans réponse."],
        rests_on=["history 0"],
    ),
    Case(
        "an old refusal holds against a new liking, and is asked",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "refuses", "product", "leather", on=LONG_AGO),
            leaning(2, "loves", "product", "leather"),
        ),
        english=["A gift would suit.", "Leave out: leather."],
        french=["Un cadeau conviendrait.", "À écarter : leather."],
        rests_on=["preference 9", "preference 1"],
        asks=["Leather: refused, or welcome after all?"],
        asks_french=["Leather : refus, ou finalement oui ?"],
    ),
    Case(
        "an old avoidance gives way to a new liking",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "avoids", "product", "leather", on=LONG_AGO),
            leaning(2, "likes", "product", "leather"),
        ),
        english=["A gift would suit.", "Build on: leather."],
        french=["Un cadeau conviendrait.", "À construire autour de : leather."],
        rests_on=["preference 9", "preference 2"],
    ),
    Case(
        "an old refusal that was guessed gives way to a word",
        known(
            accepts(9, Reward.GIFT),
            leaning(1, "refuses", "product", "leather", on=LONG_AGO, source=Source.I_GUESS),
            leaning(2, "likes", "product", "leather"),
        ),
        english=["A gift would suit.", "Build on: leather."],
        french=["Un cadeau conviendrait.", "À construire autour de : leather."],
        rests_on=["preference 9", "preference 2"],
    ),
]
