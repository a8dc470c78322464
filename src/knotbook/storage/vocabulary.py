"""The words that the index holds, and how typed text is cut into such words."""

from __future__ import annotations

from sqlite_utils import Database

from knotbook.storage.listing import written
from knotbook.storage.rows import fetch

LONGEST_TYPED = 300
"""Characters of typed text that are looked at."""
MOST_WORDS = 12
"""Words of typed text that are looked for."""
MOST_MEANT = 64
"""Words of the index that a typed beginning may stand for one by one; FTS5 gathers the hits of more than these."""

_PAST = "\x01"  # sorts after the word it is put behind, and before every longer one

_TABLES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed USING fts5 "
    "(words, tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co So' tokenchars '|'\")",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed_words USING fts5vocab ('temp', 'typed', 'instance')",
)


class Vocabulary:
    """Reads the index's words through tables that live in memory. Raises Trouble if the file cannot be read.

    FTS5 itself would gather all hits of a beginning before it gives the first one, which takes 70 ms after fifty years.
    Asked for whole words it gives the newest hits at once; so beginnings are turned into the words they stand for.
    """

    def __init__(self, db: Database, table: str = "listing") -> None:
        """`table`: the index whose words are meant."""
        self._db = db
        words = f"fts5vocab ('main', '{table}', 'instance')"
        self._own = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_{table} USING {words}"
        self._next = " ".join(("SELECT term FROM", f"temp.known_{table}", "WHERE term >= ? LIMIT 1"))
        self._ready = False
        self._meant: dict[str, str] = {}
        self._known: dict[str, bool] = {}

    def refresh(self) -> None:
        """The index may hold other words now. What it knew it may go on knowing: asked in vain it finds nothing."""
        self._meant.clear()
        self._known = {word: True for word, known in self._known.items() if known}

    def typed(self, text: str) -> list[str]:
        """The words of typed text as the index writes them: small letters without accents. It knows no syntax."""
        self._make_ready()
        fetch(self._db, "DELETE FROM temp.typed")
        fetch(self._db, "INSERT INTO temp.typed VALUES (?)", (written(text[:LONGEST_TYPED]),))
        found = fetch(self._db, "SELECT term FROM temp.typed_words ORDER BY offset LIMIT ?", (MOST_WORDS,))
        return [word for (word,) in found]

    def beginning_with(self, word: str) -> str:
        """What `word` is the beginning of, in the language of FTS5; empty if the index holds no such word."""
        if word not in self._meant:
            self._meant[word] = self._look_up(word)
        return self._meant[word]

    def knows(self, word: str) -> bool:
        """Whether the index holds exactly this word or fact."""
        if word not in self._known:
            self._make_ready()
            self._known[word] = self._from(word) == word
        return self._known[word]

    def _look_up(self, word: str) -> str:
        self._make_ready()
        words: list[str] = []
        at = word
        while (known := self._from(at)) is not None and known.startswith(word):
            if len(words) == MOST_MEANT:
                return f'"{word}"*'
            words.append(known)
            at = known + _PAST
        return "(" + " OR ".join(f'"{known}"' for known in words) + ")" if words else ""

    def _from(self, word: str) -> str | None:
        """The first word of the index that is not before `word`, without looking at where it occurs."""
        found = fetch(self._db, self._next, (word,))
        return str(found[0][0]) if found else None

    def _make_ready(self) -> None:
        if not self._ready:
            for table in (*_TABLES, self._own):
                fetch(self._db, table)
            self._ready = True
