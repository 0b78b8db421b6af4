"""Every text of a window is in every language, as `packaging/languages.py` finds them."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging_scripts.scripts import script


@pytest.fixture(scope="module")
def texts_of() -> ModuleType:
    return script("language_texts")


@pytest.fixture(scope="module")
def languages() -> ModuleType:
    return script("languages")


@pytest.fixture(scope="module")
def texts(texts_of: ModuleType) -> object:
    return texts_of.collect()


def test_the_languages_hold_exactly_what_the_sources_say(languages: ModuleType, texts: object) -> None:
    assert languages.languages() == ["de", "he"]
    assert list(languages.complaints(languages.FOLDER, texts)) == [], "python packaging/languages.py"


def test_a_window_is_read_by_what_it_gives_to_a_translator(texts_of: ModuleType) -> None:
    tree = ast.parse(
        "self.tr('Stop'); _tr('On' if on else 'Off'); _count(n, '1 file', '%n files')\n"
        "QCoreApplication.translate('context', 'Text'); print('Log'); self.tr(' · ')"
    )
    found = {"Stop", "On", "Off", "1 file", "%n files", "Text"}
    assert set(texts_of.of_windows(tree)) == found


def test_below_the_windows_details_and_the_log_are_left_out(texts_of: ModuleType) -> None:
    tree = ast.parse(
        "'A docstring it is.'\n"
        "raise Broken(f'{path} cannot be read.', 'a detail of it', detail='for the log')\n"
        "logger.info('Something went on.')\n"
        "reason = shown('it is empty')\n"
        "raise ValueError('This is a mistake.')\n"
        'say(f\'{names} {"were" if many else "was"} not said.\')\n'
    )
    found = {"%1 cannot be read.", "it is empty", "%1 were not said.", "%1 was not said."}
    assert set(texts_of.below_windows(tree, {"Broken": 1})) == found


def test_what_is_new_is_unfinished_and_what_is_gone_goes(languages: ModuleType, tmp_path: Path) -> None:
    kind = script("language_texts").Text
    texts = {each: kind(each, "app/a.py", "%n" in each) for each in ("Stop", "Go on %1", "%n files")}
    path = tmp_path / "sayso_de.ts"
    path.write_text('<TS version="2.1" language="de"></TS>', "utf-8")
    languages.update(tmp_path, "de", texts, languages.taken({"Stop": "Halt", "Gone": "Weg"}, texts))
    (tmp_path / "told.json").write_text(languages.told(texts), "utf-8")
    assert {text: entry.forms for text, entry in languages.read(path).items()} == {
        "Stop": ("Halt",),
        "Go on %1": (),
        "%n files": (),
    }
    assert len(list(languages.complaints(tmp_path, texts))) == 2

    said = {"Go on %1": "Weiter", "%n files": ["%n Datei", "%n Dateien"]}
    languages.update(tmp_path, "de", texts, languages.taken(said, texts))
    assert list(languages.complaints(tmp_path, texts)) == [
        "sayso_de.ts: 'Go on %1' has other gaps in 'Weiter'"
    ]


def test_a_compiled_file_of_before_is_seen(languages: ModuleType, texts: object, tmp_path: Path) -> None:
    for file in ("sayso_de.ts", "sayso_de.qm", "told.json"):
        shutil.copy(languages.FOLDER / file, tmp_path)
    path = tmp_path / "sayso_de.ts"
    entries = languages.read(path)
    languages.write(path, "de", texts, {**entries, "Stop": languages.Entry(("Halt",))})
    assert list(languages.complaints(tmp_path, texts)) == ["sayso_de.qm: 'Stop' is another one"]
