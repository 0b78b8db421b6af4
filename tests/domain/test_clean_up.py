from __future__ import annotations

from importlib.resources import files

import pytest

from app.domain.clean_up import MAX_VOCABULARY, Message, clean_up_messages, fixed_part
from app.domain.styles import Example, Style, parse_styles

STYLE = Style("one", "One", "Tidy it.", "Tidied:", (Example("um yes", "Yes."),))
BUNDLED = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8")).all


def test_the_dictation_comes_last_in_the_layout_of_the_examples() -> None:
    assert clean_up_messages(STYLE, " uh no \n") == (
        Message("system", "Tidy it."),
        Message("user", "Dictated:\num yes\n\nTidied:"),
        Message("assistant", "Yes."),
        Message("user", "Dictated:\nuh no\n\nTidied:"),
    )


@pytest.mark.parametrize("style", BUNDLED, ids=lambda style: style.name)
@pytest.mark.parametrize("vocabulary", [(), ("Kubernetes", "Nguyen")])
def test_every_request_of_a_style_begins_with_the_fixed_part(
    style: Style, vocabulary: tuple[str, ...]
) -> None:
    fixed = fixed_part(style, vocabulary)
    for text in ("hello", "what time is it"):
        messages = clean_up_messages(style, text, vocabulary)
        assert messages[: len(fixed)] == fixed
        assert len(messages) == len(fixed) + 1
    assert all(text not in message.content for message in fixed for text in ("hello", "what time is it"))


def test_roles_take_turns_so_that_every_chat_template_accepts_them() -> None:
    messages = clean_up_messages(STYLE, "c", (), [Example("a", "A."), Example("b", "B.")])
    assert [message.role for message in messages] == ["system", *["user", "assistant"] * 3, "user"]
    assert [message.content for message in messages[3:7]] == [
        "Dictated:\na\n\nTidied:",
        "A.",
        "Dictated:\nb\n\nTidied:",
        "B.",
    ]


def test_the_vocabulary_stands_behind_the_instruction_once_each() -> None:
    system = fixed_part(STYLE, ["Kubernetes", " New\n York ", "Kubernetes", ""])[0]
    assert system.content == "Tidy it. Spell as here: Kubernetes, New York."


def test_a_vocabulary_that_is_too_long_is_cut_between_terms() -> None:
    system = fixed_part(STYLE, [f"term{number}" for number in range(1000)])[0].content
    listed = system.removeprefix("Tidy it. Spell as here: ").removesuffix(".").split(", ")
    assert listed == [f"term{number}" for number in range(len(listed))]
    assert MAX_VOCABULARY - 12 < len(", ".join(listed)) <= MAX_VOCABULARY


def test_a_style_without_reminder_ends_with_the_text() -> None:
    assert clean_up_messages(Style("a", "A", "Tidy."), "yes")[-1].content == "Dictated:\nyes"
