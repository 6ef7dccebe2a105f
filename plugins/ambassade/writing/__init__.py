"""New files of a site, from what somebody answered: text that passes `check` and says how to go on.

Each maker is a pure function of its answers; `around` tells what is wrong with a text before it is
written, `placing` writes it where nothing is.
"""
