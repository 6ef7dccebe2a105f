"""Around one run of Pelican: what it is told, hands over and gets wrong. It is not imported here."""
