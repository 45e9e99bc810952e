"""What belongs to a letter and not to its writer: greetings, footers, quoted text; English and French."""

import re

_CLOSINGS = (
    r"(?:bien |tr[eè]s )?(?:cordialement|amicalement|sinc[eè]rement|respectueusement)",
    r"bien à (?:vous|toi)",
    r"(?:très )?(?:bonne|belle) (?:journée|soirée|semaine|fin de journée|réception)(?: à (?:vous|toi|tous))?",
    r"(?:meilleures|sincères|cordiales|respectueuses|amicales) salutations",
    r"salutations(?: \w+)?",
    r"[aà] (?:bientôt|très (?:vite|bientôt))",
    r"merci(?: d'avance| beaucoup| encore)?",
    r"bises|biz|bisous|cdlt|bav|cdt",
    r"(?:with )?(?:my )?(?:kind|best|warm|warmest|kindest) (?:regards|wishes)",
    r"regards|best|all the best|cheers|warmly|take care|(?:speak|talk|see you) soon|kr|br",
    r"(?:yours )?(?:sincerely|faithfully|truly)|yours",
    r"many thanks|thanks(?: (?:a lot|again|so much))?|thank you",
)
_OPENINGS = r"(?:bonjour|bonsoir|salut|hello|hi|hey|dear|cher|chère|coucou)(?: [^\d@,.!]{1,40})?"
_FIRST_WORDS = (
    r"sent (?:from|with|via)\b",
    r"get outlook for|téléchargez outlook|virus-free",
    r"envoyé (?:de|depuis|à partir|avec)\b",
    r"(?:please )?(?:consider|think of) the environment|please consider|pensez à l'environnement",
    r"avant d'imprimer|n'imprimez",
    r"(?:ce message|ce courriel|ce mail|ce-mail|cet e-?mail)\b",
    r"this (?:e-?mail|message|communication)\b",
    r"the (?:information|contents?) (?:of|in|contained)\b|les informations contenues",
    r"confidential(?:ity)?\b|confidentialité|disclaimer",
    r"if you (?:are not|have received)|si vous (?:n'êtes pas|avez reçu)",
    r"unsubscribe|se désabonner",
)
_ANYWHERE = (
    r"\b(?:sarl|sas|sasu|eurl|sa) au capital\b",
    r"\b(?:rcs|siret|siren|n° tva|tva intra\w{0,20}|vat (?:no|number|reg)\w{0,20})\b",
    r"\bregistered (?:in|office|number)\b|\bcompany (?:no|number|reg)\b",
)
_QUOTED = (
    r"le .{4,120} a écrit\s?:",
    r"on .{4,120} wrote\s?:",
    r"-{2,40}\s?(?:original message|message d'origine|forwarded message|message transféré)",
    r"(?:from|de)\s?: \S",
)
_GREETING = re.compile(rf"(?:{'|'.join(_CLOSINGS)}|{_OPENINGS})\s?[,.!]{{0,3}}", re.IGNORECASE)
_FOOTER = re.compile(rf"^(?:{'|'.join(_FIRST_WORDS)})|{'|'.join(_ANYWHERE)}", re.IGNORECASE)
_QUOTE = re.compile(rf"(?:{'|'.join(_QUOTED)})", re.IGNORECASE)
_READ = 400


def is_greeting(line: str) -> bool:
    """Whether `line` opens or closes a letter and says nothing else."""
    return _GREETING.fullmatch(line[:_READ]) is not None


def is_footer(line: str) -> bool:
    """Whether `line` is legal, or about the program that sent the letter."""
    return _FOOTER.search(line[:_READ]) is not None


def begins_quote(line: str) -> bool:
    """Whether from `line` on an earlier letter is quoted."""
    return _QUOTE.match(line[:_READ]) is not None
