"""What the history keeps of a clean-up, in databases of every age, and what an older program does to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.history_schema import COLUMNS, MIGRATIONS
from app.adapters.history_store import SqliteHistory
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, StageTimes, Version
from app.domain.problems import HistoryDamaged
from app.domain.search import fold

FIRST_COLUMNS: Final = (
    *("recording", "begun", "fate", "text", "suppressed", "language", "language_probability", "model"),
    *("seconds", "target", "problem", "has_audio", "opened", "released", "captured", "written", "delivered"),
)
"""What the program wrote before there was a clean-up. Never changes."""

RECORD: Final = EnhancementRecord(
    text="It is raining. Bring an umbrella.",
    answer="It is raining. Bring an umbrella, Sir.",
    judgement=Judgement.PARTLY,
    reasons=("“Sir” was not said.", "“a brolly” is missing."),
    style="formal",
    writer="mistral:7b-instruct",
    first_token=0.4,
    tokens_per_second=31.5,
    gpu_share=0.75,
)
CLEANED: Final = HistoryEntry(
    "rec",
    1.0,
    Fate.WRITTEN,
    text=RECORD.text,
    heard="um it's raining bring a brolly",
    spoken="It's raining, bring a brolly",
    enhancement=RECORD,
    times=StageTimes(opened=0.1, released=3.0, captured=3.2, written=3.9, cleaned=4.6, delivered=4.7),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteHistory]:
    """One for all examples of a property."""
    store = SqliteHistory(tmp_path_factory.mktemp("history") / "history.sqlite3")
    yield store
    store.close()


def first_row(text: str) -> tuple[object, ...]:
    """What the first program wrote of a dictation: `folded`, then FIRST_COLUMNS."""
    known = ("written", text, "", "en", 0.9, "base", 3.5, "Editor", "", 1)
    return (fold(text), "rec", 1.0, *known, 0.1, 3.0, 3.2, 3.9, 4.0)


def first_added(connection: sqlite3.Connection, text: str) -> int:
    """The first program saves a new dictation; its id."""
    places = ", ".join("?" * (1 + len(FIRST_COLUMNS)))
    added = connection.execute(
        f"INSERT INTO dictation (folded, {', '.join(FIRST_COLUMNS)}) VALUES ({places})", first_row(text)
    )
    assert added.lastrowid is not None
    return added.lastrowid


def first_changed(connection: sqlite3.Connection, id: int, text: str) -> None:
    """The first program saves a dictation that there is already."""
    changes = ", ".join(f"{name} = ?" for name in FIRST_COLUMNS)
    connection.execute(f"UPDATE dictation SET folded = ?, {changes} WHERE id = ?", (*first_row(text), id))


def made_by_first(path: Path, texts: list[str]) -> None:
    """A database as the first program left it, without a search index, as where SQLite lacks FTS5."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("BEGIN")
        for text in texts:
            first_added(connection, text)
        connection.execute("COMMIT")


def texts(found: tuple[HistoryEntry, ...]) -> list[str]:
    return [one.text for one in found]


# --- there and back ---

# Half of a surrogate pair cannot be kept in a file.
words = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
records = st.builds(
    EnhancementRecord,
    text=words,
    answer=words,
    judgement=st.sampled_from(Judgement),
    reasons=st.lists(words).map(tuple),
    style=words,
    writer=words,
    first_token=numbers,
    tokens_per_second=numbers,
    gpu_share=numbers,
)


@st.composite
def entries(draw: st.DrawFn) -> HistoryEntry:
    """Any of which the text is one of its versions."""
    record, spoken = draw(st.none() | records), draw(words)
    text = draw(st.sampled_from([spoken, *((record.text, record.answer) if record else ())]))
    return HistoryEntry(
        recording=draw(words),
        begun=draw(st.floats(0, 1e10)),
        fate=draw(st.sampled_from(Fate)),
        text=text,
        heard=draw(words),
        spoken=spoken,
        skipped=draw(words),
        enhancement=record,
        suppressed=draw(words),
        language=draw(words),
        language_probability=draw(st.floats(0, 1)),
        model=draw(words),
        seconds=draw(st.floats(0, 1e5)),
        target=draw(words),
        problem=draw(words),
        has_audio=draw(st.booleans()),
        times=StageTimes(*(draw(numbers) for _ in range(6))),
        timing=draw(words),
    )


@given(entry=entries())
@settings(max_examples=60, deadline=None)
def test_every_entry_comes_back_as_it_was(long_lived: SqliteHistory, entry: HistoryEntry) -> None:
    saved = long_lived.save(entry)
    assert saved == replace(entry, id=saved.id)
    assert long_lived.get(saved.id) == saved
    # Changed into one without a clean-up, and back.
    bare = replace(saved, text=saved.spoken, enhancement=None)
    long_lived.save(bare)
    assert long_lived.get(saved.id) == bare
    long_lived.save(saved)
    assert long_lived.get(saved.id) == saved
    long_lived.delete(saved.id)


def test_half_a_surrogate_pair_costs_its_sign_and_no_more(store: SqliteHistory) -> None:
    record = replace(RECORD, text="A \ud83d sign.", answer="A \ud83d.", reasons=("“\ud83d” is missing.",))
    saved = store.save(replace(CLEANED, text=record.text, spoken="a \ud83d sign", enhancement=record))
    found = store.get(saved.id)
    assert found is not None
    assert found.enhancement is not None
    assert (found.text, found.spoken, found.enhancement.text) == ("A ? sign.", "a ? sign", "A ? sign.")
    assert found.enhancement.reasons == ("“?” is missing.",)
    assert found.version is Version.ENHANCED


def test_the_list_of_columns_is_that_of_the_table(store: SqliteHistory, path: Path) -> None:
    store.save(CLEANED)
    with closing(sqlite3.connect(path)) as connection:
        found = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info('dictation')")]
    assert sorted(found) == sorted(("id", "folded", "folded_form", "unspaced", *COLUMNS))
    assert COLUMNS[: len(FIRST_COLUMNS)] == FIRST_COLUMNS


# --- older and newer programs ---


def test_a_history_of_before_is_read_with_its_texts_as_spoken(path: Path) -> None:
    made_by_first(path, ["It rains.", "", "Großer Ärger"])
    store, problems = SqliteHistory.open(path)
    assert problems == ()
    found = store.find()
    assert texts(found) == ["Großer Ärger", "", "It rains."]
    for one in found:
        assert (one.heard, one.spoken) == (one.text, one.text)
        assert one.enhancement is None
        assert one.skipped == ""
        assert one.version is Version.SPOKEN
        assert one.times == StageTimes(0.1, 3.0, 3.2, 3.9, None, 4.0)
    assert texts(store.find("arger")) == ["Großer Ärger"]
    cleaned = replace(CLEANED, id=found[-1].id)
    assert store.save(cleaned) == store.get(cleaned.id) == cleaned
    store.close()
    again, problems = SqliteHistory.open(path)
    assert problems == ()
    assert again.get(cleaned.id) == cleaned
    again.close()


def test_what_older_programs_wrote_gets_all_its_words_bit_by_bit(path: Path) -> None:
    made_by_first(path, ["It rains.", "It pours.", "今日はいい天気です"])
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        older.execute("UPDATE dictation SET target = 'Firefox'")
    store, _ = SqliteHistory.open(path)
    assert texts(store.find("天気")) == ["今日はいい天気です"]
    assert store.ids("firefox") == ()
    assert store.renew_words(2)
    assert len(store.ids("firefox")) == 2
    assert not store.renew_words(2)
    assert store.ids("firefox") == (3, 2, 1)
    assert texts(store.find("pour")) == ["It pours."]
    assert not store.renew_words(2)
    store.close()


def test_an_older_program_goes_on_writing_to_a_newer_history(store: SqliteHistory, path: Path) -> None:
    cleaned, plain = store.save(CLEANED), store.save(replace(CLEANED, recording="other"))
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        added = first_added(older, "It pours.")
        # It transcribes one again, and touches the other without changing its text.
        first_changed(older, cleaned.id, "It's snowing.")
        first_changed(older, plain.id, plain.text)
    for id, text in ((added, "It pours."), (cleaned.id, "It's snowing.")):
        found = store.get(id)
        assert found is not None
        assert (found.text, found.heard, found.spoken) == (text, text, text)
        assert found.enhancement is None
    kept = store.get(plain.id)
    assert kept is not None
    assert (kept.enhancement, kept.spoken) == (RECORD, CLEANED.spoken)
    assert [one.id for one in store.find("pour")] == [added]
    assert [one.id for one in store.find("snow")] == [cleaned.id]


def test_an_older_program_that_is_running_does_not_notice(path: Path) -> None:
    made_by_first(path, ["It rains."])
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        older.execute("SELECT text FROM dictation").fetchall()
        store, problems = SqliteHistory.open(path)
        assert problems == ()
        first_added(older, "It pours.")
        assert older.execute("SELECT count(*) FROM dictation").fetchone() == (2,)
    assert texts(store.find("pours")) == ["It pours."]
    store.close()


@pytest.mark.parametrize(
    ("text", "judgement", "version"),
    [
        (RECORD.text, Judgement.ACCEPTED, Version.ENHANCED),
        (RECORD.answer, Judgement.OVERRULED, Version.ENHANCED),
        (CLEANED.spoken, Judgement.REFUSED, Version.SPOKEN),
    ],
)
def test_what_a_newer_program_says_of_a_clean_up_is_read_by_what_is_in_use(
    store: SqliteHistory, path: Path, text: str, judgement: Judgement, version: Version
) -> None:
    saved = store.save(replace(CLEANED, text=text))
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE dictation SET judgement = 'doubted', reasons = '{\"because\": 1}'")
    found = store.get(saved.id)
    assert found is not None
    assert found.enhancement == replace(RECORD, judgement=judgement, reasons=())
    assert found.version is version


@pytest.mark.parametrize("written", ["", "[", '["one", 2, null, "two"]', "7"])
def test_reasons_that_cannot_be_read_cost_nothing_else(
    store: SqliteHistory, path: Path, written: str
) -> None:
    saved = store.save(CLEANED)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE dictation SET reasons = ?", (written,))
    readable = ("one", "two") if "one" in written else ()
    assert store.get(saved.id) == replace(saved, enhancement=replace(RECORD, reasons=readable))


# --- damage ---


def damage(path: Path, marker: bytes) -> None:
    """Overwrite the page of the file that holds `marker`."""
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    start = content.index(marker) // size * size
    content[start : start + size] = b"\xff" * size
    path.write_bytes(content)


def test_a_damaged_history_of_before_gives_what_it_still_holds(path: Path) -> None:
    written = [f"row {number} {'x' * 150}" for number in range(300)]
    made_by_first(path, written)
    damage(path, b"row 150 ")
    store, problems = SqliteHistory.open(path)
    assert [type(problem) for problem in problems] == [HistoryDamaged]
    found = store.find(limit=1000)
    assert len(found) >= 250
    assert {written[0], written[-1]} <= set(texts(found)) <= set(written) - {written[150]}
    assert len(set(texts(found))) == len(found)
    assert all(one.spoken == one.heard == one.text for one in found)
    assert texts(store.find("row 299")) == [written[299]]
    store.close()


def test_a_damaged_history_gives_its_clean_ups(path: Path) -> None:
    store = SqliteHistory(path)
    for number in range(60):
        store.save(replace(CLEANED, recording=f"rec {number}", target=f"target {number} {'x' * 400}"))
    store.close()
    damage(path, b"target 30 ")
    store, problems = SqliteHistory.open(path)
    assert [type(problem) for problem in problems] == [HistoryDamaged]
    found = {one.recording: one for one in store.find(limit=100)}
    assert {"rec 0", "rec 59"} <= found.keys()
    assert "rec 30" not in found
    assert all(one.enhancement == RECORD and one.times == CLEANED.times for one in found.values())
    assert len(store.find("brolly", limit=100)) == len(found)
    store.close()
