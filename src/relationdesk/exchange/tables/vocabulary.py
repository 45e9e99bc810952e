"""The names that programs and people give to columns, in English and French, folded."""

from relationdesk.exchange.tables.columns import Column

_NAMES: dict[Column, str] = {
    Column.NAME: (
        "name|nom|full name|display name|contact|contact name|influencer|influenceur|"
        "influenceuse|influenceur euse|createur|creatrice|createur de contenu|creator|journaliste|"
        "journalist|blogger|blogueur|blogueuse|personne|person|nom complet|nom et prenom|"
        "prenom nom|prenom et nom|nom prenom|nom affiche|talent|podcaster|invite"
    ),
    Column.GIVEN_NAME: "first name|given name|firstname|forename|prenom|first",
    Column.MIDDLE_NAME: "middle name|additional name|deuxieme prenom|second prenom",
    Column.FAMILY_NAME: "last name|family name|surname|lastname|nom de famille|last",
    Column.PHONETIC_NAME: (
        "phonetic name|nom phonetique|prononciation|pronunciation|phonetic first name|"
        "phonetic middle name|phonetic last name|yomi name|given name yomi|family name yomi|"
        "given yomi|surname yomi"
    ),
    Column.NICKNAME: "nickname|surnom|alias",
    Column.PRONOUNS: "pronouns|pronoms|pronom",
    Column.KIND: "kind|type de contact|profil type",
    Column.FORM_OF_ADDRESS: "tu vous|tutoiement|tu ou vous|form of address|vouvoiement",
    Column.EMAIL: (
        "email|e mail|mail|courriel|email address|e mail address|adresse email|adresse e mail|"
        "adresse mail|adresse de messagerie|emails|e mails|primary email|mail pro|email pro|"
        "e mail pro|contact email|secondary email"
    ),
    Column.PHONE: (
        "phone|telephone|tel|mobile|portable|mobile phone|phone number|numero|"
        "numero de telephone|gsm|telephone mobile|telephone portable|tel portable|tel mobile|cell|"
        "cell phone|home phone|business phone|work phone|primary phone|other phone|"
        "telephone bureau|telephone domicile|telephone principal|telephone personnel|"
        "telephone professionnel|business fax|home fax|other fax|fax|car phone|pager|"
        "company main phone|fax number|phones"
    ),
    Column.LINK: (
        "url|link|lien|liens|links|website|site|site web|web|web page|page web|"
        "personal web page|blog|profile url|homepage|site internet|profil|profile|lien du profil|"
        "public profile url"
    ),
    Column.MESSENGER: "imaddress|im address|messagerie instantanee|whatsapp|telegram|signal|skype|discord",
    Column.PLATFORM: "platform|plateforme|reseau|reseau social|network|social network|canal",
    Column.HANDLE: (
        "handle|compte|account|username|user name|pseudo|identifiant|social handle|@|handles|social media"
    ),
    Column.AUDIENCE: (
        "followers|abonnes|abonne e s|audience|subscribers|nb abonnes|nombre d'abonnes|fans|"
        "communaute|follower count|nb followers|taille de communaute|audience size"
    ),
    Column.AUDIENCE_ON: "date audience|audience date|releve le|date du releve|followers date",
    Column.TOPICS: (
        "topics|topic|themes|theme|thematiques|thematique|sujets|sujet|niche|niches|univers|"
        "centres d'interet|interests|subjects|beat|rubrique|rubriques|verticale|categorie|"
        "categories de contenu"
    ),
    Column.TAGS: (
        "tags|tag|labels|groupes|groups|etiquettes|etiquette|group membership|categories|"
        "mots cles|keywords|libelles|liste"
    ),
    Column.ORGANISATION: (
        "company|organization|organisation|societe|entreprise|organization name|organisation name|"
        "media|medium|publication|outlet|marque|brand|employer|employeur|redaction|magazine|"
        "titre de presse|support"
    ),
    Column.TITLE: (
        "title|job title|position|poste|fonction|titre du poste|organization title|"
        "organisation title|role|headline|occupation|intitule du poste|metier|profession"
    ),
    Column.AGENT: "agent|agency|agence|manager|represente par|represented by|management",
    Column.ADDRESS: "address|adresse|postal address|adresse postale|full address|adresse complete",
    Column.STREET: (
        "street|street address|rue|address line 1|adresse 1|adresse ligne 1|business street|"
        "home street|other street"
    ),
    Column.CITY: (
        "city|town|ville|localite|commune|business city|home city|other city|location|"
        "localisation|base|based in|lieu"
    ),
    Column.REGION: (
        "state|region|province|county|departement|dep region|business state|home state|other state"
    ),
    Column.POSTCODE: (
        "zip|zip code|postcode|postal code|code postal|cp|business postal code|home postal code|"
        "other postal code"
    ),
    Column.COUNTRY: (
        "country|pays|country region|pays region|business country region|home country region|"
        "other country region|business country|home country|other country"
    ),
    Column.LANGUAGES: "language|languages|langue|langues|langue parlee|langues parlees",
    Column.TIME_ZONE: "time zone|timezone|fuseau|fuseau horaire",
    Column.BIRTHDAY: (
        "birthday|birth date|birthdate|date of birth|dob|anniversaire|date de naissance|naissance|"
        "date anniversaire|ne le|nee le"
    ),
    Column.LAST_CONTACT: (
        "last contact|last contacted|last touch|last spoke|dernier contact|"
        "derniere prise de contact|contacte le|dernier echange|date dernier contact|last interaction|"
        "date de dernier contact|last contact date"
    ),
    Column.COME_BACK_ON: (
        "follow up|follow up on|follow up date|next contact|next step date|relance|relance le|"
        "a relancer|a relancer le|relancer le|prochain contact|prochaine relance|date de relance|"
        "date relance|rappel|rappeler le|reminder|next follow up|rappel le|recontacter le|"
        "a recontacter le"
    ),
    Column.HOW_MET: (
        "how we met|how met|met at|rencontre|rencontre a|rencontre e|source|comment rencontre|"
        "origine|origine du contact|rencontre le"
    ),
    Column.FEE: (
        "fee|fees|rate|rates|price|tarif|tarifs|prix|cachet|cout|remuneration|tarif post|"
        "prix post|rate card|tarif story|tarif reel|tarif video|budget|price per post|"
        "rate per post|post rate|fee per post"
    ),
    Column.GIFTS_OK: (
        "gifts ok|gift ok|gifts|accepts gifts|gifting|gifting ok|cadeaux|cadeaux ok|cadeau ok|"
        "accepte les cadeaux|accepte cadeaux|dotation|dotations ok|product gifting"
    ),
    Column.LIKES: "likes|loves|aime|adore|preferences|gouts|interets",
    Column.AVOIDS: (
        "avoid|avoids|to avoid|dislikes|a eviter|eviter|n'aime pas|refuse|refuses|"
        "ne pas proposer|no go|tabous|do not|allergies marques|sujets a eviter|topics to avoid"
    ),
    Column.NOTE: (
        "note|notes|comment|comments|commentaire|commentaires|remarque|remarques|observations|"
        "memo|description|bio|divers|infos|informations"
    ),
    Column.IGNORE: (
        "initials|initiales|sensitivity|priority|file as|private|prive|critere de diffusion|"
        "priorite|nom complet de l'adresse de messagerie"
    ),
}

COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split("|")}
