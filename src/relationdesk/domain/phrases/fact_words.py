"""The words that tell small things worth knowing: sizes, diets, family, where somebody lives, birthdays."""

from relationdesk.domain.phrases.tokens import phrases, word_set

SELVES = phrases(
    """
    she, he, they, elle, il, she is, he is, they are, she's, he's, they're, elle est, il est, is, est,
    's, and she, and he, et elle, et il, but she, but he, mais elle, mais il, she also, he also,
    by the way, fyi, au fait, nb, now, still, apparently, clearly, definitely, toujours, apparemment,
    maintenant, désormais
    """
)
SIZES = phrases(
    """
    shoe size, shoe size is, her shoe size is, his shoe size is, dress size, size, wears, wears a,
    wears size, wears a size, takes a, takes a size, takes size, is a size, pointure, taille, fait du,
    fait une, fait un, fait une taille, chausse du, s'habille en, porte du, porte une taille,
    takes shoes in, ring size, tour de doigt, tour de tête, hat size, taille de bague
    """
)
LETTER_SIZES = word_set("xxs, xs, s, m, l, xl, xxl")
MOST_SIZE = 64
AFTER_SIZE = word_set(
    """
    shoes, shoe, eu, uk, us, fr, trousers, jeans, dress, dresses, rings, in, en, for, pour, boots, de,
    chaussures, sneakers, chaussure, robe, pantalon, haut, jacket, now, maintenant, et, and, ou, or, top,
    tops, bottom, max
    """
)
DIETS = phrases(
    """
    allergic to, allergique à, allergique au, allergique aux, intolerant to, intolérante à, intolérant à,
    intolérante au, intolérant au, lactose intolerant, lactose-intolerant, gluten free, gluten-free,
    eats gluten free, sans gluten, mange sans gluten, vegetarian, vegan, pescatarian, végétarienne,
    végétarien, végane, végan, végétalienne, végétalien, doesn't eat, does not eat, ne mange pas,
    mange halal, mange casher, eats kosher, eats halal, teetotal, doesn't drink alcohol,
    doesn't drink coffee, ne boit pas d'alcool, ne boit pas de café, left-handed, left handed, gauchère,
    gaucher
    """
)
OWN = word_set("her, his, their, sa, son, ses, leur, leurs")
KIN = word_set(
    """
    brother, sister, mother, mum, mom, father, dad, husband, wife, partner, boyfriend, girlfriend, son,
    daughter, kids, children, twins, cousin, aunt, uncle, niece, nephew, dog, cat, horse, parents,
    grandmother, grandfather, twin, frere, soeur, mere, pere, mari, femme, compagnon, compagne, conjoint,
    conjointe, fils, fille, filles, enfants, jumeaux, jumelles, cousine, tante, oncle, niece, neveu,
    chien, chienne, chat, chatte, cheval, grand-mere, copain, copine, ami, amie
    """
)
BARE_KIN = word_set(
    """
    brother, sister, mother, mum, mom, father, dad, husband, wife, boyfriend, girlfriend, daughter,
    cousin, aunt, uncle, niece, nephew, grandmother, grandfather, frere, soeur, mere, pere, mari, femme,
    compagnon, compagne, fils, fille, cousine, tante, oncle, neveu, grand-mere
    """
)
"""Whose, is not said, but only one person's family is told of in a note about them."""
KIN_DOES = word_set(
    """
    runs, owns, works, lives, plays, teaches, studies, leads, manages, makes, writes, trains, coaches,
    paints, cooks, heads, goes, dirige, travaille, habite, vit, tient, joue, enseigne, etudie, gere,
    possede, fait, ecrit, entraine, peint, cuisine, bosse, anime, preside, lance, va, loves, adore
    """
)
KIN_IS = phrases(
    """
    is a, is an, is the, is called, is named, are called, has a, has an, is in the, s'appelle,
    s'appellent, est un, est une, est le, est la, est l', se nomme, a un, a une, 's name is, 's called,
    est chef, est chez, is at, name is
    """
)
KIN_TRADE = word_set(
    """
    est, is
    """
)
KIN_PASSING = word_set(
    """
    malade, la, venu, venue, parti, partie, en, au, aux, a, tres, trop, bien, content, contente, sick,
    ill, here, there, late, away, in, on, not, pas, very, so, too, fine, great, coming, mort, morte,
    dead, ravi, ravie
    """
)
LIVES = phrases(
    """
    lives in, is based in, based in, 's based in, lives near, moved to, has moved to, just moved to,
    living in, grew up in, comes from, habite, habite à, habite à côté de, vit à, vit en, vit au,
    basée à, basé à, est basée à, est basé à, vient d'emménager à, a emménagé à, a déménagé à,
    s'est installée à, s'est installé à, installée à, installé à, a grandi à, vient de, originaire de
    """
)
SPEAKS = phrases(
    "speaks, speaks fluent, speaks good, also speaks, parle, parle couramment, parle aussi, parle bien"
)
TONGUES = word_set(
    """
    english, french, german, spanish, italian, portuguese, greek, dutch, danish, swedish, norwegian,
    finnish, polish, czech, arabic, turkish, russian, ukrainian, chinese, mandarin, japanese, korean,
    hebrew, hindi, catalan, basque, breton, romanian, hungarian, anglais, francais, allemand, espagnol,
    italien, portugais, grec, neerlandais, danois, suedois, norvegien, finnois, polonais, tcheque, arabe,
    turc, russe, ukrainien, chinois, japonais, coreen, hebreu, roumain, hongrois, flamand
    """
)
HAS = phrases("has, have, a, ont, has got, 's got, also has, a aussi, attend, is expecting, expects")
COUNTS = word_set(
    "a, an, one, two, three, four, five, un, une, deux, trois, quatre, cinq, twin, twins, des, 2, 3, 4, 5"
)
SEVERAL = word_set("two, three, four, five, deux, trois, quatre, cinq, 2, 3, 4, 5")
AFTER_HOUSEHOLD = frozenset((",", ":", "(", "dont"))
HOUSEHOLD = word_set(
    """
    kid, kids, child, children, son, sons, daughter, daughters, girl, girls, boy, boys, dog, dogs, cat,
    cats, horse, horses, brother, brothers, sister, sisters, twins, baby, enfant, enfants, fils, fille,
    filles, garcon, garcons, chien, chiens, chienne, chat, chats, cheval, chevaux, frere, freres, soeur,
    soeurs, jumeaux, jumelles, bebe
    """
)
BIRTHDAYS = phrases(
    """
    birthday, birthday is, birthday on, birthday is on, birthday on the, birthday is the, bday, bday is,
    bday on, b-day, her birthday, his birthday, her birthday is, his birthday is, her birthday is on,
    his birthday is on, her birthday is on the, his birthday is on the, her birthday on, his birthday on,
    her bday is, his bday is, her bday, his bday, born, born on, born on the, was born on, was born,
    was born on the, anniversaire, anniversaire le, anniversaire c'est le, anniversaire est le, anniv,
    anniv le, anniv c'est le, son anniversaire, son anniversaire le, son anniversaire c'est le,
    son anniversaire est le, son anniversaire tombe le, son anniv, son anniv le, son anniv c'est le,
    son anniv est le, née le, né le, est née le, est né le, née un, date de naissance, date of birth,
    dob, turns 30 on, turns 40 on, turns 50 on, fête ses 30 ans le, fête ses 40 ans le,
    fête ses 50 ans le
    """
)
