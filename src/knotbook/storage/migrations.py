"""How the tables came to be. Append only: a step that has been released is never edited, and never uses today's models.

A step runs inside one transaction with all other pending ones; foreign keys are off. The number of steps is the
diary's `user_version`.
"""

from __future__ import annotations

import uuid

from sqlite_utils import Database, Migrations

from knotbook.storage.files import APPLICATION_ID

SET_NAME = "knotbook"
MIGRATIONS = Migrations(SET_NAME)
NEWEST = 4

_HISTORY = {"created": int, "changed": int, "deleted": int, "device": str, "checksum": str}
_TIME = {"id": str, "utc": int, "zone": str, "offset": int}


@MIGRATIONS(name="001_records")
def _records(db: Database) -> None:
    """Every record type, the log of actions and what the diary knows about itself."""
    _create_bodily(db)
    _create_others(db)
    for name in ("pain", "joint_sign", "release", "rating", "exercise", "day", "spot"):
        _index_times(db, name)
    db.execute("CREATE INDEX pain_by_place ON pain (place, utc, id, intensity, offset, deleted) WHERE deleted IS NULL")
    db.execute("CREATE INDEX pain_by_spot ON pain (spot, utc) WHERE spot IS NOT NULL")
    db.execute('CREATE INDEX rating_by_release ON rating ("release")')
    db.table("meta").create({"name": str, "value": str}, pk="name", not_null={"value"})
    db.table("meta").insert_all([{"name": "diary_id", "value": str(uuid.uuid4())}])
    db.table("action").create(
        {"seq": int, "utc": int, "label": str, "state": str, "changes": str, "checksum": str},
        pk="seq",
        not_null={"utc", "label", "state", "changes", "checksum"},
    )
    db.execute("CREATE INDEX action_undone ON action (seq) WHERE state = 'undone'")


@MIGRATIONS(name="002_photos_routines_words")
def _photos_routines_words(db: Database) -> None:
    """Photos attached to entries, routines of steps, and the words of the chips."""
    owned = {"id": str, "utc": int}
    photo = {**owned, "entry": str, "file": str, "sha256": str, "width": int, "height": int, **_HISTORY}
    routine = {**owned, "name": str, "steps": str, **_HISTORY}
    word = {**owned, "word": str, "use": str, "hidden": int, **_HISTORY}
    for name, columns in (("photo", photo), ("routine", routine), ("word", word)):
        db.table(name).create(columns, pk="id", not_null=set(columns) - {"deleted"})
        _index_times(db, name)
    db.execute("CREATE INDEX photo_by_entry ON photo (entry)")


@MIGRATIONS(name="003_listing")
def _listing(db: Database) -> None:
    """The index that the journal is searched by, and the list of records that it has yet to take in.

    Triggers list every record that is written, so that no way of writing can pass the index by. They cannot write the
    index itself: with trusted schema off SQLite keeps virtual tables out of triggers.
    """
    letters = "unicode61 remove_diacritics 2 categories 'L* N* Co So' tokenchars '|'"
    columns = f'kind UNINDEXED, id UNINDEXED, words, detail=none, columnsize=0, tokenize="{letters}"'
    db.execute(f"CREATE VIRTUAL TABLE listing USING fts5 ({columns})")
    db.table("unlisted").create(
        {"utc": int, "kind": str, "id": str}, pk=("utc", "kind", "id"), not_null={"utc", "kind", "id"}
    )
    for name in ("pain", "joint_sign", "release", "rating", "exercise", "day"):
        for event, version in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            when = f'CREATE TRIGGER {name}_{event.lower()} AFTER {event} ON "{name}" BEGIN'
            row = f"({version}.utc, '{name}', {version}.id)"
            db.execute(" ".join((when, "INSERT OR IGNORE INTO unlisted VALUES", row, "; END")))
        db.execute(" ".join(("INSERT INTO unlisted SELECT utc,", f"'{name}', id", "FROM", f'"{name}"')))


@MIGRATIONS(name="004_binned_photos")
def _binned_photos(db: Database) -> None:
    """The bin is searched like the journal, through an index of its own; having photos becomes a fact of an entry.

    The ratings of a place are read as quickly as its pains.
    """
    letters = "unicode61 remove_diacritics 2 categories 'L* N* Co So' tokenchars '|'"
    columns = f'kind UNINDEXED, id UNINDEXED, words, detail=none, columnsize=0, tokenize="{letters}"'
    db.execute(f"CREATE VIRTUAL TABLE binned USING fts5 ({columns})")
    seen = "(place, utc, id, intensity, offset, deleted)"
    db.execute(f"CREATE INDEX rating_by_place ON rating {seen} WHERE deleted IS NULL")
    names = ("pain", "joint_sign", "release", "rating", "exercise", "day")
    for event, own, version in (("INSERT", "NEW", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "OLD")):
        for name in names:
            db.execute(f"DROP TRIGGER {name}_{event.lower()}")
            _tell_of(db, name, event, [_unlisted(f"{own}.utc", name, f"{own}.id", "")])
        its = f"WHERE e.id = {version}.entry"
        of_photo = [_unlisted("e.utc", name, "e.id", f'FROM "{name}" AS e {its}') for name in names]
        _tell_of(db, "photo", event, of_photo)
    for name in names:
        touched = "WHERE (e.deleted IS NOT NULL OR e.id IN (SELECT entry FROM photo))"
        db.execute(_unlisted("e.utc", name, "e.id", f'FROM "{name}" AS e {touched}'))


def _tell_of(db: Database, name: str, event: str, statements: list[str]) -> None:
    """Do these statements after every INSERT, UPDATE or DELETE of a table."""
    head = f'CREATE TRIGGER {name}_{event.lower()} AFTER {event} ON "{name}" BEGIN'
    db.execute(" ".join((head, *(f"{one};" for one in statements), "END")))


def _unlisted(utc: str, name: str, entry_id: str, rest: str) -> str:
    """List records that the index has to take in, each once.

    OR IGNORE would not do: inside a trigger SQLite uses the conflict clause of the statement that set it off.
    """
    same = f"u.utc = {utc} AND u.kind = '{name}' AND u.id = {entry_id}"
    known = " ".join(("SELECT 1 FROM unlisted AS u WHERE", same))
    and_new = f"{'AND' if rest else 'WHERE'} NOT EXISTS ({known})"
    return " ".join(filter(None, ("INSERT INTO unlisted SELECT", f"{utc}, '{name}', {entry_id}", rest, and_new)))


def _create_bodily(db: Database) -> None:
    """The records that happen at a place."""
    spot = {"id": str, "utc": int, "place": str, "point": str, "name": str, "merged_into": str, **_HISTORY}
    db.table("spot").create(spot, pk="id", not_null=set(spot) - {"merged_into", "deleted"})
    pain = {**_TIME, "place": str, "intensity": int, "points": str, "spot": str, "qualities": str, "context": str}
    pain |= {"note": str, "recalled": int, **_HISTORY}
    db.table("pain").create(
        pain, pk="id", not_null=set(pain) - {"spot", "deleted"}, foreign_keys=[("spot", "spot", "id")]
    )
    sign = {**_TIME, "place": str, "sign": str, "points": str, "note": str, **_HISTORY}
    db.table("joint_sign").create(sign, pk="id", not_null=set(sign) - {"deleted"})
    release = {**_TIME, "place": str, "points": str, "tool": str, "seconds": int, "pressure": int, "pain_for": str}
    release |= {"note": str, **_HISTORY}
    db.table("release").create(release, pk="id", not_null=set(release) - {"seconds", "pressure", "deleted"})
    rating = {**_TIME, "place": str, "release": str, "moment": str, "intensity": int, "recalled": int, **_HISTORY}
    db.table("rating").create(
        rating, pk="id", not_null=set(rating) - {"deleted"}, foreign_keys=[("release", "release", "id")]
    )


def _create_others(db: Database) -> None:
    """Exercises and days."""
    numbers = {"sets": int, "reps": int, "seconds": int, "load_kg": float, "effort": int}
    exercise = {**_TIME, "name": str, "kind": str, "muscles": str, **numbers, "note": str, **_HISTORY}
    db.table("exercise").create(exercise, pk="id", not_null=set(exercise) - set(numbers) - {"deleted"})
    asked = {"sleep_hours": float, "nights_woken": int, "sitting_hours": float, "stress": int, "mood": int}
    day = {"id": str, "utc": int, "day": str, "no_pain": int, **asked, "note": str, **_HISTORY}
    db.table("day").create(day, pk="id", not_null=set(day) - set(asked) - {"deleted"})


def _index_times(db: Database, name: str) -> None:
    """Newest first for the journal, and the bin. Pain's index also carries what a heat map needs."""
    more = ", place, intensity, offset, deleted" if name == "pain" else ""
    db.execute(f'CREATE INDEX {name}_by_time ON "{name}" (utc, id{more}) WHERE deleted IS NULL')
    db.execute(f'CREATE INDEX {name}_in_bin ON "{name}" (utc, id) WHERE deleted IS NOT NULL')


def upgrade(db: Database, migrations: Migrations = MIGRATIONS, newest: int = NEWEST) -> None:
    """Apply what is pending and mark the file as a diary of schema `newest`: all of it in one transaction, or nothing.

    Raises sqlite3.Error.
    """
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={newest}")
