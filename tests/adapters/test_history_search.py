"""What a search of the history finds, in real files: words, filters, and nothing of what was deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.history_store import SqliteHistory
from app.domain.history import Fate, HistoryEntry, Judgement
from app.domain.history_search import Narrowing
from tests.adapters.test_history_versions import CLEANED, RECORD, texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(path)
    yield store
    store.close()


@pytest.mark.parametrize("full_text", [True, False])
@pytest.mark.parametrize(
    ("wanted", "is_found"),
    [
        ("umbrella", True),
        ("brolly", True),
        ("bring raining", True),
        ("brolly umbrella", True),
        ("um", True),
        ("mistral", True),
        ("sir", False),
    ],
)
def test_a_text_is_found_by_all_texts_that_are_shown_of_it(
    path: Path, full_text: bool, wanted: str, is_found: bool
) -> None:
    store = SqliteHistory(path, full_text=full_text)
    store.save(CLEANED)
    assert texts(store.find(wanted)) == [CLEANED.text] * is_found
    store.close()


@pytest.mark.parametrize(
    ("text", "spoken", "folded"),
    [
        ("It rains.", "It rains.", "it rains"),
        ("It rains!", "it rains", "it rains"),
        ("It rains.", "It pours.", "it rains pours"),
        ("It rains, it rains.", "It pours.", "it rains it rains pours"),
        ("", "It pours.", "it pours"),
        ("", "", ""),
    ],
)
def test_words_are_kept_once_for_the_search_where_several_texts_have_the_same(
    store: SqliteHistory, path: Path, text: str, spoken: str, folded: str
) -> None:
    record = replace(RECORD, text=text, judgement=Judgement.ACCEPTED)
    record = replace(record, answer=text, writer="")
    store.save(replace(CLEANED, text=text, spoken=spoken, heard=spoken, enhancement=record))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT folded FROM dictation").fetchall() == [(folded,)]


def test_it_is_found_by_the_other_version_and_not_by_what_it_has_no_more(store: SqliteHistory) -> None:
    saved = store.save(CLEANED)
    store.save(replace(saved, text=saved.spoken))
    assert texts(store.find("brolly")) == texts(store.find("umbrella")) == [CLEANED.spoken]
    store.save(replace(saved, text=saved.spoken, enhancement=None))
    assert store.find("umbrella") == ()


@pytest.mark.parametrize("full_text", [True, False])
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("天気", ["今日はいい天気です"]),
        ("今日 天気", ["今日はいい天気です"]),
        ("天気 firefox", ["今日はいい天気です"]),
        ("天", ["今日はいい天気です"]),
        ("雨", []),
        ("firefox", ["It rains.", "今日はいい天気です"]),
        ("large rain", ["It rains."]),
    ],
)
def test_scripts_without_spaces_programs_and_models_are_found(
    path: Path, full_text: bool, wanted: str, found: list[str]
) -> None:
    store = SqliteHistory(path, full_text=full_text)
    for text in ("今日はいい天気です", "It rains."):
        entry = HistoryEntry(text, 1.0, Fate.WRITTEN, text, text, text, model="large-v3", target="Firefox")
        store.save(entry)
    assert texts(store.find(wanted)) == found
    store.close()


@pytest.mark.parametrize("words", ["", "rain", "天気"])
def test_filters_and_words_narrow_each_other(store: SqliteHistory, words: str) -> None:
    for begun, fate in enumerate((Fate.WRITTEN, Fate.FAILED, Fate.INTERRUPTED, Fate.NOTHING_HEARD), 1):
        for has_audio in (True, False):
            text = "It rains. 天気" if begun != 2 else "It pours."
            store.save(HistoryEntry("", float(begun), fate, text, text, text, has_audio=has_audio))

    def found(narrowing: Narrowing) -> list[int]:
        return sorted(store.ids(words, narrowing))

    with_words = {1, 2, 5, 6, 7, 8} if words else set(range(1, 9))
    failed = frozenset({Fate.FAILED, Fate.INTERRUPTED})
    assert found(Narrowing()) == sorted(with_words)
    assert found(Narrowing(since=3.0)) == [5, 6, 7, 8]
    assert found(Narrowing(fates=failed)) == sorted({3, 4, 5, 6} & with_words)
    assert found(Narrowing(with_recording=True)) == sorted({1, 3, 5, 7} & with_words)
    assert found(Narrowing(3.0, failed, with_recording=True)) == [5]
    assert list(store.ids(words)) == sorted(with_words, reverse=True)
    assert [entry.id for entry in store.rows(store.ids(words))] == sorted(with_words, reverse=True)


# --- deleting ---


def test_deleted_words_are_nowhere_in_the_files(path: Path) -> None:
    store = SqliteHistory(path)
    rare = ("xylophonist", "quetzalcoatl", "zwitterion")
    others = [store.save(replace(CLEANED, recording=f"rec {n}")).id for n in range(50)]
    secret = HistoryEntry("a", 1.0, Fate.WRITTEN, rare[0], rare[1], rare[1], target=rare[2], timing=rare[1])
    first = store.save(secret)
    # One text was another one before it was deleted.
    second = store.save(replace(CLEANED, recording="b", text=rare[0], spoken=rare[0]))
    store.save(replace(second, text="harmless", spoken="harmless", heard="harmless", enhancement=None))
    assert store.ids(rare[0]) == (first.id,)
    assert any(rare[0].encode() in file.read_bytes() for file in path.parent.iterdir())
    store.delete_all([first.id, second.id])
    for file in path.parent.iterdir():
        assert not [word for word in rare if word.encode() in file.read_bytes()], file.name
    # The index holds words in pieces: what two of them share stands once. Their ends are not there either.
    whole = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert not [end for end in (b"lophonist", b"tzalcoatl", b"itterion") if end in whole]
    assert sorted(store.ids("brolly")) == others
    store.close()
