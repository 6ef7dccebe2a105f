"""`python -m ambassade` is the command `ambassade`."""

from ambassade.commands.main import main

main()
