"""A setting whose value cannot be.

Why: A setting speaks for every page: a wrong one would break them all.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com/?a=b"

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
"""

from __future__ import annotations

from dataclasses import replace

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "S101",
    "setting",
    Level.ERROR,
    N_("{key} is {value}."),
    N_("Write it as {wanted}."),
)
FOLDER = N_("Write an address that ends in a slash, with these placeholders: {marks}.")
FILE = N_("Write the address of a file, with these placeholders: {marks}.")
RESERVED = N_("{key} is {value}, and Windows can make nothing that is called {step}.")
ANOTHER = N_("Use another name there.")
TOO_LONG = N_("{key} is {value}, with more than {longest} characters between two slashes.")
SHORTEN = N_("Shorten it.")
TAKEN = N_("{key} is {value}, where files of Ambassade's own are.")
NO_FOLDER = N_("{key} is {value}, and there is no such folder.")
NOT_FOR_CONTENT = N_("{key} is {value}, which cannot hold stories, pages and pictures.")
NAME_CONTENT = N_("Name the folder where they are, in the site's own: content if left out.")
NOT_FOR_OUTPUT = N_("{key} is {value}, which cannot hold the built site: other files are there.")
NAME_OUTPUT = N_("Name a folder for the built site alone: output if left out.")
NO_ZONE = N_("{key} is {value}, which is no time zone.")
NAME_ZONE = N_("Name its region and city, such as Europe/Paris: UTC if left out.")
NOT_AMONG = N_("LANGUAGES lacks {language}, the site's own language (DEFAULT_LANG).")
ADD_IT = N_("Add {language} to it.")
NOT_INSTALLED = N_("{key} is {value}, which is not installed here.")
INSTALL_IT = N_("Say: {say}. Or leave the setting out.")
OF_EXAMPLE = replace(RULE, level=Level.WARNING)
UNFILLED = N_("{key} is still “{value}”, as in the example, and would be shown so.")
FILL_IN = N_("Write what is true of you, or put # before the line.")
