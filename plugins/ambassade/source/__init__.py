"""From the files of a site to records that know their places, and to problems."""
