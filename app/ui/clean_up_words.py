"""What the windows say of the clean-up by the language model; pure, as `app.ui.words`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.history import Version
from app.services.view import CleanUpStage, CleanUpView
from app.ui.told import told


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def writer_words(name: str) -> str:
    """A language model in short: "mistral" for "mistral:7b-instruct", the last part of a path."""
    return name.rstrip("/").rpartition("/")[2].partition(":")[0]


def under_way(view: CleanUpView) -> str:
    """The state line while the language model is at it."""
    if view.loading:
        return _tr("Loading %1…").replace("%1", writer_words(view.loading))
    return _tr("Tidying up")


def waiting_words(view: CleanUpView) -> str:
    """What stands in the place of the enhanced text before its first word."""
    if view.stage is not CleanUpStage.WRITING:
        return ""
    if view.loading:
        return _tr("The spoken text can be used while %1 is being loaded.").replace(
            "%1", writer_words(view.loading)
        )
    return _tr("The first words are on their way.")


def guard_words(view: CleanUpView, looked_at: Version) -> str:
    """Why the enhanced text is not used, or not all of it; empty where there is nothing to say."""
    is_enhanced = looked_at is Version.ENHANCED
    match view.stage:
        case CleanUpStage.REFUSED:
            pattern = _tr("Not used: %1") if is_enhanced else _tr("Enhanced text not used: %1")
        case CleanUpStage.PARTLY if is_enhanced:
            pattern = _tr("Partly used: %1")
        case _:
            return ""
    return pattern.replace("%1", told(view.remark))


def verdict_words(view: CleanUpView) -> str:
    """What came of a clean-up that was waited for, to be heard; empty where nothing did."""
    match view.stage:
        case CleanUpStage.DONE:
            return _tr("Tidied up")
        case CleanUpStage.PARTLY:
            return guard_words(view, Version.ENHANCED)
        case CleanUpStage.REFUSED:
            return guard_words(view, Version.SPOKEN)
        case _:
            return ""


def guard_shape(stage: CleanUpStage) -> tuple[str, str]:
    """The icon and the colour that stand before those words."""
    return ("info", "accent") if stage is CleanUpStage.PARTLY else ("triangle", "live")


def figures_words(view: CleanUpView) -> str:
    """What it took: "first token 0.3 s · 24 tokens/s · on the processor"; what is not known is left out."""
    said = speed_words(view.first_token_seconds, view.tokens_per_second)
    if view.gpu_share is not None:
        said.append(place_words(view.gpu_share))
    return " · ".join(said)


def speed_words(first_token_seconds: float | None, tokens_per_second: float | None) -> list[str]:
    """How quick a language model was; what is not known is left out."""
    said, locale = [], QLocale()
    if first_token_seconds is not None:
        said.append(_tr("first token %1 s").replace("%1", locale.toString(first_token_seconds, "f", 1)))
    if tokens_per_second is not None:
        digits = 0 if tokens_per_second >= 10 else 1
        said.append(_tr("%1 tokens/s").replace("%1", locale.toString(tokens_per_second, "f", digits)))
    return said


def place_words(gpu_share: float) -> str:
    """Where a language model is whose share `gpu_share`, 0 to 1, the graphics card holds."""
    if gpu_share <= 0:
        return _tr("on the processor")
    if gpu_share >= 1:
        return _tr("on the graphics card")
    return _tr("%1 % on the graphics card").replace("%1", percent_words(gpu_share))


def percent_words(gpu_share: float) -> str:
    """A share between nothing and the whole, in per cent: it is never told as if it were one of them."""
    return QLocale().toString(min(99, max(1, round(gpu_share * 100))))


def place_hint(gpu_share: float | None) -> str:
    """Why it is slow, where it is not wholly on the graphics card; else empty."""
    if gpu_share is None or gpu_share >= 1:
        return ""
    slow = _tr(
        "For each token the whole model is read from memory, and the processor's memory is many times slower"
        " than a graphics card's."
    )
    if gpu_share <= 0:
        return slow + " " + _tr("Ollama found no graphics card with room for the model.")
    return slow + " " + _tr("The rest of the model had no room on the graphics card.")
