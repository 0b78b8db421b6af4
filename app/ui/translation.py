"""The language of the windows: which one it is, and Qt told to speak it.

Problem: Qt looks a text up by the class that says it; the same text would have to be translated as often as
    it is said. And what is said below the windows has its gaps filled when a window gets it.
Rules: one translator answers for all classes of Sayso's out of one context; Qt's own classes have Qt's own
    translation. It is installed before the first widget is made, as no widget asks twice; so another language
    takes effect at the next start. English needs no translator. A language is there when its `.qm` is.
Failure mode: a text without a translation, and a language without a file, are English.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui.directions import apart, gaps_apart
from app.ui.sentences import Sentences
from app.ui.told import TOLD

ENGLISH: Final = "en"
CONTEXT: Final = "Sayso"

_FOLDER: Final = Path(str(files("resources").joinpath("languages")))
_NAME: Final = "sayso_"


class Translation(QTranslator):
    """Sayso's texts in one language; empty, and everything English, where it has no file.

    Qt asks it under a lock that the end of any translator takes as well: one that has been installed lives
    as long as the application, or is deleted by hand, and is never left to be collected.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.code = language
        self.load(str(_FOLDER / f"{_NAME}{language}.qm"))
        self._sentences: Sentences | None = None
        self._is_rtl = QLocale(language).textDirection() is Qt.LayoutDirection.RightToLeft

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: object = None, n: int = -1
    ) -> str | None:
        """What Qt asks for. None, as Qt wants it, leaves the text to the next translator, or as it is."""
        name = context if isinstance(context, str) else context.decode()
        text = source if isinstance(source, str) else source.decode()
        if name == TOLD:
            return self._told(text)
        return None if is_qts(name) else self._known(text, n)

    def _known(self, text: str, n: int = -1) -> str | None:
        found = super().translate(CONTEXT, text, "", n) or None
        return gaps_apart(found) if found and self._is_rtl else found

    def _told(self, text: str) -> str:
        if self._sentences is None:
            texts = json.loads((_FOLDER / "told.json").read_text("utf-8"))
            self._sentences = Sentences(texts, self._known, _figure, apart)
        return self._sentences.told(text)


def _figure(value: float, decimals: int) -> str:
    return QLocale().toString(value, "f", decimals)


def is_qts(context: str) -> bool:
    """Whether a class of that name is Qt's own."""
    return len(context) > 1 and context[0] == "Q" and context[1].isupper()


def available() -> tuple[str, ...]:
    """The codes of the languages that there are, English first."""
    found = sorted(path.stem.removeprefix(_NAME) for path in _FOLDER.glob(f"{_NAME}*.qm"))
    return ENGLISH, *(code for code in found if code != ENGLISH)


def native_name(code: str) -> str:
    """What those who speak it call a language: "Deutsch"."""
    # Qt would tell which country's English it is.
    return "English" if code == ENGLISH else QLocale(code).nativeLanguageName()


def chosen(wish: str, system: Iterable[str], there: Iterable[str]) -> str:
    """The code of the language to speak.

    Args:
        wish: the user's, empty for the system's.
        system: what the system's user reads, as Qt has it ("de-AT", "en"), the dearest first.
        there: the codes of the languages that there are.
    """
    known = frozenset(there)
    for code in (wish,) if wish else system:
        name = code.replace("-", "_")
        if name in known:
            return name
        if (language := name.partition("_")[0]) in known:
            return language
    return ENGLISH


def spoken() -> str:
    """The code of the language that the windows speak, empty for English."""
    application = QCoreApplication.instance()
    found = application.findChildren(Translation) if application is not None else []
    return found[-1].code if found else ""


def speak(application: QApplication, wish: str) -> str:
    """Let all windows that are made from now on speak the language of `wish`; its code."""
    system = QLocale.system()
    language = chosen(wish, system.uiLanguages(), available())
    if wish and QLocale(language).language() != system.language():
        # Else numbers and dates are as the system has them, its country's way.
        QLocale.setDefault(QLocale(language))
    application.setLayoutDirection(QLocale(language).textDirection())
    if language == ENGLISH:
        return language
    qts = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qts.load(f"qtbase_{language}", folder):
        application.installTranslator(qts)
    translation = Translation(language)
    translation.setParent(application)
    application.installTranslator(translation)
    return language
