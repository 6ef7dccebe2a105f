"""What Pelican makes bodies of, as a hash: the same hash, the same HTML and the same copied files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.kept.frame import hash_code, hash_files
from ambassade.kept.kept_file import digest
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from ambassade.site_folder import SiteFolder


def hash_content(folder: SiteFolder) -> bytes | None:
    """Return a hash of all that Pelican makes bodies of.

    None where more may play a part: code of others, templates of the site's own, settings that cannot be
    put into words.
    """
    own, *brought = theme_folders(folder.root)
    words = folder.words
    if words is None or folder.has_own_code or (brought and (own / "templates").exists()):
        return None
    return digest(hash_code(), words, hash_files([folder.content]))
