"""The words that invented reviews are put together from. They mean nothing; they only weigh as much.

Drawn at random, so that no two reviews are alike; small words stand several times, as in speech.
"""

from __future__ import annotations

FIRST_NAMES = (
    "Anna Ben Chloé Dmitri Eva Farid Grace Hiro Inès Jonas Kofi Léna Mateo Nora Omar Priya Quentin "
    "Rosa Sven Tara Umar Véra Wei Xenia Yusuf Zoé"
).split()
LAST_NAMES = (
    "Abbott Bauer Castillo Dubois Eriksen Fischer García Haddad Ivanova Jansen Kowalski Lindqvist "
    "Müller Nakamura Okafor Petrov Quinn Rossi Schmidt Tanaka Ueda Vargas Weiß Xu Yilmaz Zhang"
).split()
JOBS = (
    "Office manager",
    "Baker",
    "Teacher",
    "Head of operations",
    "Nurse",
    "Gardener",
    "Librarian",
    "Finance director",
    "Carpenter",
    "Translator",
)
TOWNS = "Nantes Leeds Utrecht Porto Ghent Lyon Bergen Cork Turin Rennes".split()
TOPICS = (
    "support pricing onboarding speed reliability design documentation reporting packaging shipping "
    "quality accessibility performance repairs training comfort refunds noise weight colour"
).split()
BRANDS = (
    "Northwind Lowfield Harrow Calder Oakum Peregrine Saltmarsh Tamarind Wexcombe Yarrow".split()
)
MODELS = {
    "en": "Desk Lamp Kettle Cart Chair Shelf Clock Basket Blanket Toolbox".split(),
    "fr": "Bureau Lampe Bouilloire Chariot Chaise Étagère Horloge Panier Plaid Caisse".split(),
}
TITLES = {
    "en": (
        "Setup took an afternoon",
        "Exactly what we needed",
        "Good with caveats",
        "Our team uses it daily",
        "Support went above and beyond",
        "Solid value for the price",
        "Saved us hours every week",
        "Not perfect but close",
        "Would buy again",
        "A quiet workhorse",
        "Smaller than expected",
        "Two years in",
    ),
    "fr": (
        "Installé en une matinée",
        "Exactement ce qu’il fallait",
        "Bien avec des réserves",
        "Toute l’équipe s’en sert",
        "Une aide qui répond",
        "Un prix honnête",
        "Des heures gagnées",
        "Presque sans défaut",
        "À racheter sans hésiter",
        "Discret et solide",
        "Plus petit que prévu",
        "Deux ans plus tard",
    ),
}
SENTENCE = {
    "en": (
        "the the the a a our we we it it this and and to to for with after before because while when "
        "is was had has would could switched used bought kept sent found arrived answered works "
        "saved stayed looks feels needs team shop house kitchen office customers neighbours garden "
        "morning afternoon week month year order orders delivery parcel box paper handle lid wood "
        "screws manual paint cable drawer wheels colour weight noise corner table door window "
        "quickly slowly quietly well badly early late again often rarely nearly still though also "
        "small large sturdy heavy light fair dear cheap simple careful patient friendly honest "
        "every each another little enough than more less most about around under over between on in at"
    ).split(),
    "fr": (
        "le le le la la les les un une des nous nous elle il je on et et à à pour avec après avant "
        "parce quand est était avait serait pourrait utilisons acheté gardé envoyé trouvé reçu "
        "répondu fonctionne reste semble demande équipe boutique maison cuisine bureau clients "
        "voisins jardin matin semaine mois année commande livraison colis carton papier poignée "
        "couvercle bois vis notice peinture câble tiroir roues couleur poids bruit coin table porte "
        "fenêtre vite lentement doucement bien mal tôt tard encore souvent rarement presque toujours "
        "aussi petit grand solide lourd léger juste cher simple soigneux patient aimable honnête "
        "chaque autre peu assez que plus moins très environ autour sous sur entre dans chez notre"
    ).split(),
}
