"""What is different in production. `ambassade build --settings publishconf.py` uses it."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403 - the way of all Pelican sites

# The address under which the world finds the site.
SITEURL = "https://clairvent.example.com"

# The rules that the published site keeps: laws, and what search engines ask.
REVIEW_PROFILES = ["fr", "eu", "us", "google"]

# Compressed siblings, and styles and scripts that browsers keep for good.
PRODUCTION = True

# For development only.
STYLEGUIDE = False
