"""What browsers are told they may do with a site, and whom to tell of a weakness."""
