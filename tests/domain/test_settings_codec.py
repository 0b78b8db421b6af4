"""One bad field never costs another, and nothing that a file can hold makes the codec raise."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.enhancement_settings import EnhancementSettings, InsertedText
from app.domain.languages import CODES
from app.domain.model_settings import ModelSettings
from app.domain.settings import (
    Apart,
    ComputeType,
    Device,
    GeneralSettings,
    HistorySettings,
    HotkeyMode,
    HotkeySettings,
    InsertionSettings,
    InsertionWay,
    MicrophoneSettings,
    Settings,
    SpeechEngine,
    SpeechSettings,
)
from app.domain.settings_codec import VERSION, Table, from_table, is_newer, to_table
from app.domain.tidy_settings import TidySettings

NO_GUIDE = GeneralSettings(guide_done=True)
"""As a file of before the guide has it."""

names = st.text(min_size=1).filter(str.strip)
several = st.lists(names, max_size=3).map(tuple)
replacements = st.builds("{} = {}".format, st.text("abc ", min_size=1).filter(str.strip), st.text(max_size=9))
all_settings = st.builds(
    Settings,
    general=st.builds(
        GeneralSettings,
        interface_language=st.sampled_from(["", "de", "pt_BR"]),
        start_hidden=st.booleans(),
        close_to_tray=st.booleans(),
        guide_done=st.booleans(),
        guide_steps=several,
    ),
    microphone=st.builds(
        MicrophoneSettings,
        device=st.text(),
        tail_seconds=st.floats(0.0, 2.0),
        pre_roll_seconds=st.floats(0.0, 2.0),
        start_sound=st.booleans(),
    ),
    hotkeys=st.builds(
        HotkeySettings,
        talk=names,
        raw=st.text(),
        mode=st.sampled_from(HotkeyMode),
        cancel=st.text(),
        tap_ms=st.integers(100, 1000),
        release_grace_ms=st.integers(0, 500),
    ),
    speech=st.builds(
        SpeechSettings,
        model=names,
        engine=st.sampled_from(SpeechEngine),
        apart=st.sampled_from(Apart),
        device=st.sampled_from(Device),
        compute_type=st.sampled_from(ComputeType),
        flash_attention=st.booleans(),
        language=st.sampled_from(("", *sorted(CODES))),
        beam_size=st.integers(0, 20),
        log_probability_threshold=st.floats(-10.0, 0.0),
        voice_detection=st.booleans(),
        hints=st.lists(st.text()).map(tuple),
    ),
    models=st.builds(
        ModelSettings,
        preload=several,
        idle_minutes=st.floats(0.0, 10_080.0),
        memory_megabytes=st.integers(0, 1_000_000),
        card_megabytes=st.integers(0, 1_000_000),
        on_processor=several,
        on_card=several,
        folders=several,
    ),
    tidy=st.builds(
        TidySettings,
        fillers=st.booleans(),
        stutters=st.booleans(),
        capitals=st.booleans(),
        spoken_punctuation=st.booleans(),
        replacements=st.lists(replacements, max_size=3).map(tuple),
    ),
    enhancement=st.builds(
        EnhancementSettings,
        enabled=st.booleans(),
        insert=st.sampled_from(InsertedText),
        always=several,
        never=several,
        host=st.sampled_from(("http://localhost:11434", "192.168.1.5", "https://ollama.example/x")),
        model=names,
        style=st.text(),
        temperature=st.floats(0.0, 2.0),
        keep_alive_minutes=st.just(-1.0) | st.floats(0.0, 10_080.0),
        pieces=st.booleans(),
        yields_to_speech=st.booleans(),
        unload_at_exit=st.booleans(),
        vocabulary=st.lists(names.filter(lambda term: len(term) <= 100), max_size=3).map(tuple),
        own_style=st.text(max_size=400),
    ),
    insertion=st.builds(
        InsertionSettings,
        way=st.sampled_from(InsertionWay),
        trailing_space=st.booleans(),
        restore_clipboard=st.booleans(),
    ),
    history=st.builds(HistorySettings, st.integers(0, 3650), st.integers(0, 3650)),
)

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates()
rubbish = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)
field_names = st.sampled_from(
    ["version", *(f"{part.name}" for part in fields(Settings))]
    + [field.name for part in fields(Settings) for field in fields(getattr(Settings(), part.name))]
)
misused_tables = st.dictionaries(
    field_names, st.dictionaries(field_names, rubbish, max_size=6) | rubbish, max_size=6
)


@given(all_settings)
def test_settings_come_back_as_they_went(wished: Settings) -> None:
    assert from_table(to_table(wished)) == (wished, ())


@given(misused_tables)
def test_rubbish_never_raises_and_gives_settings_that_can_be_written(table: Table) -> None:
    result, _ = from_table(table)
    assert from_table(to_table(result)) == (result, ())


def test_an_empty_table_is_the_standard_settings_of_somebody_who_knows_his_way() -> None:
    assert from_table({}) == (Settings(general=NO_GUIDE), ())


def test_the_table_carries_its_version() -> None:
    assert to_table(Settings())["version"] == VERSION


@pytest.mark.parametrize(
    ("part", "field", "bad"),
    [
        ("speech", "beam_size", "five"),
        ("speech", "beam_size", 21),
        ("speech", "beam_size", True),
        ("speech", "beam_size", 5.5),
        ("speech", "beam_size", 10**400),
        ("speech", "device", "abacus"),
        ("speech", "model", "  "),
        ("speech", "language", "xx"),
        ("speech", "language", "DE"),
        ("speech", "language", "german"),
        ("speech", "voice_detection", 1),
        ("microphone", "tail_seconds", math.nan),
        ("microphone", "tail_seconds", math.inf),
        ("microphone", "tail_seconds", -0.1),
        ("microphone", "tail_seconds", True),
        ("microphone", "tail_seconds", 10**400),
        ("microphone", "device", "half \ud800"),
        ("hotkeys", "mode", 3),
        ("speech", "hints", "words"),
        ("enhancement", "insert", "later"),
        ("enhancement", "host", "ftp://here"),
        ("enhancement", "model", " "),
        ("enhancement", "temperature", 2.1),
        ("enhancement", "keep_alive_minutes", -2),
        ("enhancement", "enabled", "yes"),
        ("enhancement", "vocabulary", ["Sayso", " "]),
        ("enhancement", "own_style", "x" * 401),
        ("enhancement", "always", "base"),
        ("tidy", "fillers", 1),
        ("tidy", "replacements", ["a = b", "my address"]),
        ("tidy", "replacements", [" = b"]),
        ("hotkeys", "raw", 10),
    ],
)
def test_a_bad_field_is_set_back_alone_and_named(part: str, field: str, bad: object) -> None:
    good = Settings(
        microphone=MicrophoneSettings(pre_roll_seconds=1.5),
        hotkeys=HotkeySettings(talk="ctrl+f1"),
        speech=SpeechSettings(threads=3),
        tidy=TidySettings(stutters=False),
        enhancement=EnhancementSettings(style="list"),
    )
    table = to_table(good)
    inner = table[part]
    assert isinstance(inner, dict)
    inner[field] = bad
    result, repairs = from_table(table)
    assert repairs == (f"{part}.{field}",)
    assert getattr(getattr(result, part), field) == getattr(getattr(Settings(), part), field)
    assert result.microphone.pre_roll_seconds == 1.5
    assert result.hotkeys.talk == "ctrl+f1"
    assert result.speech.threads == 3
    assert result.tidy.stutters is False
    assert result.enhancement.style == "list"


def test_two_bad_fields_of_a_part_are_both_named_and_the_third_stays() -> None:
    table: Table = {"speech": {"beam_size": 99, "threads": -1, "language": "de"}}
    result, repairs = from_table(table)
    assert set(repairs) == {"speech.beam_size", "speech.threads"}
    assert result.speech == SpeechSettings(language="de")


def test_a_list_keeps_its_good_items() -> None:
    result, repairs = from_table({"speech": {"hints": ["Sayso", 3, "Quartz"]}})
    assert result.speech.hints == ("Sayso", "Quartz")
    assert repairs == ("speech.hints",)


def test_a_whole_number_is_read_for_either_kind() -> None:
    result, repairs = from_table({"speech": {"beam_size": 5.0}, "microphone": {"tail_seconds": 1}})
    assert (result.speech.beam_size, result.microphone.tail_seconds, repairs) == (5, 1.0, ())


def test_a_part_that_is_no_table_is_named() -> None:
    assert from_table({"speech": 3, "history": {"audio_days": 2}}) == (
        Settings(general=NO_GUIDE, history=HistorySettings(audio_days=2)),
        ("speech",),
    )


def test_unknown_fields_do_no_harm() -> None:
    assert from_table({"colours": {"ink": "blue"}, "speech": {"accent": "none"}}) == (
        Settings(general=NO_GUIDE),
        (),
    )


# --- versions ---


def rename_days(table: Table) -> Table:
    history = table.get("history")
    if isinstance(history, dict) and "days" in history:
        history["audio_days"] = history.pop("days")
    return table


def double_days(table: Table) -> Table:
    history = table["history"]
    assert isinstance(history, dict)
    history["audio_days"] *= 2
    return table


def test_an_old_table_goes_through_the_migrations_it_lacks() -> None:
    old: Table = {"version": 1, "history": {"days": 3}}
    newer: Table = {"version": 2, "history": {"audio_days": 3}}
    newest: Table = {"version": 3, "history": {"audio_days": 3}}
    steps = (rename_days, double_days)
    assert from_table(old, steps)[0].history.audio_days == 6
    assert from_table(newer, steps)[0].history.audio_days == 6
    assert from_table(newest, steps)[0].history.audio_days == 3


def test_a_table_without_version_is_the_oldest() -> None:
    assert from_table({"history": {"days": 3}}, (rename_days,))[0].history.audio_days == 3


def test_migrating_leaves_the_callers_table_alone() -> None:
    old: Table = {"version": 1, "history": {"days": 3}}
    from_table(old, (rename_days,))
    assert old == {"version": 1, "history": {"days": 3}}


@pytest.mark.parametrize("version", ["two", 0, -1, 1.5, True, None])
def test_a_wrong_version_is_named_and_the_rest_is_read(version: object) -> None:
    result, repairs = from_table({"version": version, "history": {"audio_days": 3}}, (rename_days,))
    assert result.history.audio_days == 3
    assert repairs == ("version",)


def test_a_migration_that_fails_costs_nothing_else() -> None:
    result, repairs = from_table({"version": 1, "general": {"start_hidden": True}}, (double_days,))
    assert result.general.start_hidden
    assert repairs == ("version",)


@pytest.mark.parametrize("general", [{}, {"start_hidden": True}, "shelf"])
def test_whoever_has_settings_of_before_the_guide_is_not_guided(general: object) -> None:
    of_before: Table = {"version": 1, "general": general}
    assert from_table(of_before)[0].general.guide_done is (general != "shelf")
    assert not from_table({"version": 2, "general": general})[0].general.guide_done


def test_what_the_guide_has_kept_outlives_a_migration() -> None:
    kept: Table = {"version": 1, "general": {"guide_done": False, "guide_steps": ["key passed"]}}
    assert from_table(kept)[0].general == GeneralSettings(guide_steps=("key passed",))


def test_a_newer_table_is_read_as_far_as_it_goes() -> None:
    newer: Table = {"version": VERSION + 1, "history": {"audio_days": 3, "shelf": "top"}}
    assert is_newer(newer)
    assert from_table(newer) == (Settings(history=HistorySettings(audio_days=3)), ())


@pytest.mark.parametrize("version", [VERSION, 1, "99", True, None])
def test_what_is_not_newer_is_not_taken_for_it(version: object) -> None:
    assert not is_newer({"version": version})
