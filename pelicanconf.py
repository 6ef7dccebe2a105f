"""The settings of this site. docs/settings.md tells what each may be.

Clairvent Cycles is invented, and so are its customers and their reviews: this is a sample.
"""

# Where the site will be, and what it is called.
SITEURL = "https://clairvent.example.com"
SITENAME = "Clairvent Cycles (sample)"

# The site's language, and all its languages.
DEFAULT_LANG = "en"
LANGUAGES = ["en", "fr"]
TIMEZONE = "Europe/Paris"

# Who publishes the reviews. The names are schema.org's.
COMPANY = {
    "type": "LocalBusiness",
    "name": "Clairvent Cycles",
    "description": {
        "en": "A bicycle workshop and small software maker in Nantes. Invented: this is a sample.",
        "fr": "Un atelier de vélos et petit éditeur de logiciels à Nantes. Inventé : c’est un exemple.",
    },
    "url": "https://www.example.com/",
    "logo": "images/logo.png",
    "image": "images/open-graph.png",
    "telephone": "+33 2 61 91 00 42",
    "address": {
        "streetAddress": "14 quai des Roseliers",
        "postalCode": "44000",
        "addressLocality": "Nantes",
        "addressCountry": "FR",
    },
    "areaServed": ["Nantes", "Loire-Atlantique"],
    "openingHours": ["Tu-Fr 09:30-18:30", "Sa 09:30-17:00"],
    "priceRange": "€€",
}

# The home page's first words.
HEADLINE = {
    "en": "What riders say about us",
    "fr": "Ce que les cyclistes disent de nous",
}
TAGLINE = {
    "en": "Good reviews and bad ones, word for word, with our answers.",
    "fr": "De bons avis et de mauvais, mot pour mot, avec nos réponses.",
}

# Where customers leave a review.
LEAVE_REVIEW_URL = "https://www.example.com/leave-a-review"

# How long a review is kept, in months. Older ones leave the site; their ratings still count.
RETENTION_MONTHS = 60

# What the review policy says, in the company's own words.
REVIEW_POLICY = {
    "collection": {
        "en": "Two weeks after an order, a repair or a course we invite every customer by e-mail, "
        "once, whatever we think the answer will be. A form on our site is open to everybody.",
        "fr": "Deux semaines après une commande, une réparation ou un cours, nous invitons chaque "
        "client par courriel, une seule fois, quelle que soit la réponse attendue. Un formulaire "
        "sur notre site est ouvert à tous.",
    },
    "verification": {
        "en": "A review is marked as verified when we found the order, the invitation or the "
        "contract it belongs to. We check nothing else, and the others are not marked.",
        "fr": "Un avis est signalé comme vérifié quand nous avons retrouvé la commande, "
        "l’invitation ou le contrat correspondant. Nous ne vérifions rien d’autre ; les autres "
        "avis ne portent pas cette mention.",
    },
    "moderation": {
        "en": "A review is withheld only when it is abusive, names private people, is about "
        "something else, is fake or illegal, or stands here already. Never for its rating. Its "
        "author is told why. Of the book alone we show a choice, and its page says so.",
        "fr": "Un avis n’est écarté que s’il est injurieux, livre des données personnelles, porte "
        "sur autre chose, est faux ou illicite, ou figure déjà ici. Jamais pour sa note. Son "
        "auteur est informé du motif. Du livre seul nous montrons un choix, et sa page le dit.",
    },
    "replies": {
        "en": "The workshop answers every review of three stars or fewer within ten days.",
        "fr": "L’atelier répond sous dix jours à chaque avis de trois étoiles ou moins.",
    },
    "incentives": {
        "en": "We do not pay for reviews. Where a customer was given something, it is said beside "
        "the review.",
        "fr": "Nous ne payons pas les avis. Si un client a reçu quelque chose, c’est indiqué à côté "
        "de l’avis.",
    },
    "report": {
        "en": "Anybody may report a review they doubt, free of charge, with their reasons.",
        "fr": "Chacun peut signaler gratuitement un avis dont il doute, en donnant ses raisons.",
    },
    "reportUrl": "https://www.example.com/report-a-review",
    "contact": {
        "en": "We pass nobody’s address on. Write to us, and we hand your message to the author, who "
        "may answer you or not.",
        "fr": "Nous ne donnons l’adresse de personne. Écrivez-nous, et nous remettons votre message "
        "à l’auteur, libre de vous répondre ou non.",
    },
    "changes": {
        "en": "An author may have words corrected or take a review back at any time, through the "
        "link in our invitation or by writing to us. We change no word ourselves.",
        "fr": "Un auteur peut faire corriger ses mots ou retirer son avis à tout moment, par le "
        "lien de notre invitation ou en nous écrivant. Nous ne changeons nous-mêmes aucun mot.",
    },
    # A number of days would be a promise, which the sample's pending reviews break: they wait for ever.
    "publicationDays": "none",
}

# "allow" or "block": what robots.txt asks of the crawlers of AI companies.
AI_CRAWLERS = "allow"

# Whom to tell of a weakness of the site (/.well-known/security.txt), and until when that holds.
SECURITY_TXT = {
    "contact": ["mailto:security@example.com", "https://www.example.com/security"],
    "expires": "2027-05-31",
    "policy": "https://www.example.com/security#policy",
    "preferredLanguages": ["en", "fr"],
}

# A page /styleguide/ with every part of the pages, for who works on their looks.
STYLEGUIDE = True

# Pelican's own: where things are, and that Ambassade is used.
PATH = "content"
OUTPUT_PATH = "output"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["ambassade"]
