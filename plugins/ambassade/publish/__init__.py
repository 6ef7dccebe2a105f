"""Writing the site: beside the present one, by several workers, then swapped in whole.

The order of a build: `only_one`, `recover`, `check_output`, then in `stage`: `PageWriter`,
`write_manifest`, `carry_over`, `check_output` again and `swap_in`.
"""
