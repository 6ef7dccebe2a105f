"""The site on this machine while it is worked on: built at each change; served, faults shown.

In: a site and how to build it. Out: pages over HTTP that reload themselves, lines in the terminal.
A build is a process of its own, so that nothing it meets can harm who waits for the next change.
"""
