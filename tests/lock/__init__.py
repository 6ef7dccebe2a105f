"""The verbatim lock: with git and without, through the commands."""
