"""The form of the history's database, and the way from every older form to it.

`MIGRATIONS` is append-only (see `app.adapters.sqlite_file`). A migration only adds: columns with a
default, tables, indexes. So an older program goes on working with a newer history.

The search index is no part of the migrations: it holds nothing that the table does not, and is made, mended
or done without (SQLite may lack FTS5) each time the history is opened. `folded` is what is searched, as
`app.domain.search.fold` gives it: the index and the search without it find the same.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Final

from app.adapters.sqlite_file import transaction

COLUMNS: Final = (
    "recording",
    "begun",
    "fate",
    "text",
    "suppressed",
    "language",
    "language_probability",
    "model",
    "seconds",
    "target",
    "problem",
    "has_audio",
    "opened",
    "released",
    "captured",
    "written",
    "delivered",
    "heard",
    "spoken",
    "skipped",
    "cleaned",
    "enhanced",
    "answer",
    "judgement",
    "reasons",
    "style",
    "writer",
    "first_token",
    "tokens_per_second",
    "gpu_share",
    "timing",
)
"""All but `id` and what a search looks at, in the order in which entries are read and written."""

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    (
        """CREATE TABLE dictation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            recording TEXT NOT NULL DEFAULT '',
            begun REAL NOT NULL,
            fate TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            folded TEXT NOT NULL DEFAULT '',
            suppressed TEXT NOT NULL DEFAULT '',
            language TEXT NOT NULL DEFAULT '',
            language_probability REAL NOT NULL DEFAULT 0,
            model TEXT NOT NULL DEFAULT '',
            seconds REAL NOT NULL DEFAULT 0,
            target TEXT NOT NULL DEFAULT '',
            problem TEXT NOT NULL DEFAULT '',
            has_audio INTEGER NOT NULL DEFAULT 0,
            opened REAL,
            released REAL,
            captured REAL,
            written REAL,
            delivered REAL
        )""",
        "CREATE INDEX dictation_of_recording ON dictation (recording)",
        "CREATE INDEX dictation_with_audio ON dictation (begun) WHERE has_audio",
    ),
    (
        # The clean-up. Without a judgement there is none; `reasons` is a list in JSON.
        "ALTER TABLE dictation ADD COLUMN heard TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN spoken TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN skipped TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN cleaned REAL",
        "ALTER TABLE dictation ADD COLUMN enhanced TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN answer TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN judgement TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN reasons TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN style TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN writer TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN first_token REAL",
        "ALTER TABLE dictation ADD COLUMN tokens_per_second REAL",
        "ALTER TABLE dictation ADD COLUMN gpu_share REAL",
    ),
    (
        # When each word is heard, in JSON. `folded_form` says by which rules `folded` was made; 0 are those
        # of a program that folds the text in use and the spoken one alone.
        "ALTER TABLE dictation ADD COLUMN timing TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dictation ADD COLUMN folded_form INTEGER NOT NULL DEFAULT 0",
        # All that a filter asks for, without a look at the texts.
        "CREATE INDEX dictation_filtered ON dictation (id, begun, fate, has_audio)",
        "CREATE INDEX dictation_to_fold ON dictation (folded_form) WHERE folded_form < 1",
        # Words of scripts without spaces are looked for within all texts that may have some: only those are
        # in this index, which is read through in place of the far wider table.
        "ALTER TABLE dictation ADD COLUMN unspaced INTEGER NOT NULL DEFAULT 1",
        "CREATE INDEX dictation_unspaced ON dictation (folded) WHERE unspaced",
    ),
)

FOLDED_FORM: Final = 1
"""With all texts of a dictation, the program it went to and the models: see `history_rows.words_of`."""

_TRIGGERS: Final = (
    """CREATE TRIGGER dictation_added AFTER INSERT ON dictation BEGIN
        INSERT INTO dictation_words (rowid, folded) VALUES (new.id, new.folded);
    END""",
    """CREATE TRIGGER dictation_changed AFTER UPDATE OF folded ON dictation BEGIN
        INSERT INTO dictation_words (dictation_words, rowid, folded) VALUES ('delete', old.id, old.folded);
        INSERT INTO dictation_words (rowid, folded) VALUES (new.id, new.folded);
    END""",
    """CREATE TRIGGER dictation_removed AFTER DELETE ON dictation BEGIN
        INSERT INTO dictation_words (dictation_words, rowid, folded) VALUES ('delete', old.id, old.folded);
    END""",
)
_TRIGGER_NAMES: Final = ("dictation_added", "dictation_changed", "dictation_removed")

_INDEX: Final = """CREATE VIRTUAL TABLE IF NOT EXISTS dictation_words USING fts5 (
    folded, content='dictation', content_rowid='id',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mc'"
)"""


def prepare(connection: sqlite3.Connection, *, full_text: bool = True) -> bool:
    """Get a database of the newest form ready; answers whether the search index can be used.

    Raises sqlite3.DatabaseError, of SQLITE_ERROR too, when this is no history of ours.
    """
    connection.execute(f"SELECT id, folded, {', '.join(COLUMNS)} FROM dictation LIMIT 0")
    return _prepare_search(connection, full_text=full_text)


def selection_for(connection: sqlite3.Connection) -> str:
    """`SELECT id, COLUMNS FROM dictation` for a file of any form: NULL stands for a column that it lacks.

    A damaged history is read without being migrated. Raises sqlite3.Error.
    """
    found = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info('dictation')")}
    columns = (name if name in found else f"NULL AS {name}" for name in COLUMNS)
    return f"SELECT id, {', '.join(columns)} FROM dictation"


def has_full_text_search() -> bool:
    """Whether this SQLite was built with FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (word)")
        except sqlite3.OperationalError:
            return False
    return True


def _prepare_search(connection: sqlite3.Connection, *, full_text: bool) -> bool:
    wanted = full_text and has_full_text_search()
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    present = {name for (name,) in connection.execute(names)} & set(_TRIGGER_NAMES)
    if wanted == (len(present) == len(_TRIGGER_NAMES)) and (wanted or not present):
        return wanted
    with transaction(connection):
        for name in _TRIGGER_NAMES:
            # Without FTS5 a trigger that feeds the index would make every save fail.
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        if wanted:
            connection.execute(_INDEX)
            for trigger in _TRIGGERS:
                connection.execute(trigger)
            connection.execute("INSERT INTO dictation_words (dictation_words) VALUES ('rebuild')")
    return wanted
