"""One page of each kind of the sample site; with as many reviews as a page may hold."""

PAGES = {
    "home": "/",
    "home in French": "/fr/",
    "wall": "/reviews/",
    "item": "/reviews/workshop-log/",
    "item of the company": "/fr/reviews/clairvent-cycles/",
    "facet": "/reviews/workshop-log/lowest/",
    "review": "/reviews/carrier-trailer/2025-09-09-film-of-the-coast-ride/",
    "topics": "/topics/",
    "topic": "/fr/topics/support/",
    "stories": "/stories/",
    "story": "/stories/bike-fleet-nantes/",
    "policy": "/review-policy/",
    "static page": "/legal-notice/",
    "not found": "/404.html",
}
