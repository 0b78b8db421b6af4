"""The clean-up's part of the settings page, in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Final

from app.domain.compute import CPU, CUDA
from app.domain.compute_proof import Proof, Verdict
from app.domain.connections import Connection, Places, connections, host_of, own_addresses
from app.domain.enhancement import WritingFigures
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.flash_attention import FlashAttention
from app.domain.hardware import Computer, Graphics, GraphicsCard, cost_of
from app.domain.model_settings import ModelSettings
from app.domain.privacy import Amount, Kept, KeptPlace
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import WriterNotRunning, WriterPullFailed
from app.domain.settings import ComputeType, Device, Settings, SpeechSettings
from app.domain.styles import Styles, parse_styles
from app.domain.tidy_settings import TidySettings
from app.domain.writer_catalogue import RecommendedWriter, WriterVariant
from app.domain.writer_host import DEFAULT_HOST
from app.domain.writing import RunningModel, WriterModel
from app.services.hardware_events import ComputeTypeFacts, DeviceFacts, HardwareFound
from app.services.privacy_events import KeptMeasured, KeptRemoved
from app.services.style_preview import PreviewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui.main_window import MainWindow

Scene = Callable[[MainWindow], None]

MISTRAL: Final = "mistral:7b-instruct"
CATALOGUE: Final = (
    RecommendedWriter(
        MISTRAL,
        "Mistral 7B Instruct",
        "Keeps closely to what was said, and is the one Sayso is set to.",
        "English and the larger European ones",
        "Q4_0",
        4.1,
        5.5,
        (
            WriterVariant("mistral:7b-instruct-q4_K_M", "Q4_K_M", 4.4, 5.8),
            WriterVariant("mistral:7b-instruct-q5_K_M", "Q5_K_M", 5.1, 6.6),
        ),
    ),
    RecommendedWriter(
        "phi3:mini",
        "Phi-3 Mini",
        "Small and quick, for computers with little memory.",
        "mostly English",
        "Q4_0",
        2.2,
        3.5,
    ),
)
INSTALLED: Final = (
    WriterModel(MISTRAL, 4_110_000_000, "Q4_0", "7.2B", "llama"),
    WriterModel("llama3:8b", 4_660_000_000, "Q4_0", "8.0B", "llama"),
    WriterModel("gpt-oss:120b-cloud", 384, "", "", ""),
)
ON_PROCESSOR: Final = (RunningModel(MISTRAL, 5_100_000_000, 0.0, None, 4096),)
FOUND: Final = WritersFound(DEFAULT_HOST, "0.5.4", INSTALLED, ON_PROCESSOR)
NOT_FOUND: Final = WritersNotFound(DEFAULT_HOST, WriterNotRunning(DEFAULT_HOST))
TIDIED: Final = "Can you tell Anna that the meeting is on Wednesday at three?"
FIGURES: Final = WritingFigures(MISTRAL, "clean-up", 0.34, 17, 24.2, 1, 0, 0.0)

HOME: Final = Path("/home/ada")
PLACES: Final = (
    KeptPlace(Kept.SETTINGS, HOME / ".config/sayso/settings.toml"),
    KeptPlace(Kept.HISTORY, HOME / ".local/share/sayso/history.sqlite3"),
    KeptPlace(Kept.RECORDINGS, HOME / ".local/share/sayso/recordings"),
    KeptPlace(Kept.FILES, HOME / ".local/share/sayso/files.sqlite3"),
    KeptPlace(Kept.COPIES, HOME / ".cache/sayso/dragged"),
    KeptPlace(Kept.MODELS, HOME / ".local/share/sayso/models"),
    KeptPlace(Kept.LOG, HOME / ".local/state/sayso/log"),
)
NO_FLASH: Final = FlashAttention(False, "Flash attention needs an NVIDIA graphics card; none was found.")
NO_CARD: Final = DeviceFacts(CUDA, False, "No NVIDIA graphics card was found.", ())
_BASE_MILLIONS: Final = 74


def device_facts(
    device: str, sentence: str, proofs: dict[ComputeType, tuple[Proof, str]], offered: set[ComputeType]
) -> DeviceFacts:
    """What is known of a device that is there: all types, of which those `offered` can be had."""
    types = []
    for each in ComputeType:
        if each is not ComputeType.AUTO:
            proof, words = proofs.get(each, (None, "Not tried yet."))
            if each not in offered:
                words = f"It does not offer {each.value}."
            types.append(
                ComputeTypeFacts(each, each in offered, cost_of(device, each, _BASE_MILLIONS), proof, words)
            )
    return DeviceFacts(device, True, sentence, tuple(types))


PROCESSOR: Final = device_facts(
    CPU,
    "The processor: AMD Ryzen 7 7840U, 8 cores, 32,000 MB of memory, 21,500 MB free.",
    {ComputeType.INT8: (Proof(Verdict.WORKS), "Works: a short sentence took 0.41 s (base).")},
    {ComputeType.INT8, ComputeType.INT8_FLOAT32, ComputeType.FLOAT32},
)
CARD: Final = device_facts(
    CUDA,
    "The graphics card: NVIDIA GeForce RTX 5090, 34,190 MB of memory, 30,200 MB free.",
    {
        ComputeType.INT8: (
            Proof(Verdict.REFUSED, "the card refuses it"),
            "Does not work: the card refuses it.",
        )
    },
    set(ComputeType) - {ComputeType.AUTO, ComputeType.INT8_BFLOAT16},
)


def hardware(*devices: DeviceFacts, flash: FlashAttention = NO_FLASH) -> HardwareFound:
    """A computer with these devices."""
    cards = (GraphicsCard("NVIDIA GeForce RTX 5090", 34_190, 30_200, "12.0"),) if CARD in devices else ()
    return HardwareFound(
        Computer("AMD Ryzen 7 7840U", 8, 32_000, 21_500),
        Graphics("580.65" if cards else "", cards),
        "CTranslate2 4.8.2",
        "base",
        devices,
        None,
        flash,
    )


def bundled_styles() -> Styles:
    """Those that come with Sayso."""
    return parse_styles(files("resources").joinpath("styles.toml").read_text("utf-8"))


def settings_scenes(opened: Callable[[str], Scene]) -> dict[str, Scene]:
    """Each by its name; `opened` opens the settings at a field."""

    def scene(field: str, *steps: Scene) -> Scene:
        def prepare(window: MainWindow) -> None:
            window.show_styles(bundled_styles())
            window.show_writer_catalogue(CATALOGUE)
            window.show_preview(PreviewState())
            opened(field)(window)
            window.show_writers(FOUND)
            for step in steps:
                step(window)

        return prepare

    return {
        "40-clean-up": scene("insert"),
        "41-clean-up-absent": scene("enhancement.model", lambda window: window.show_writers(NOT_FOUND)),
        "42-clean-up-model": scene("enhancement.model"),
        "43-clean-up-models": scene("enhancement.model", _others),
        "44-clean-up-pull": scene("enhancement.model", _pull),
        "45-clean-up-pull-failed": scene("enhancement.model", _pull_failed),
        "46-clean-up-when": scene("always"),
        "47-clean-up-terms": scene("vocabulary"),
        "48-styles": scene("own_style"),
        "49-styles-own": scene("own_style", _look_at_own),
        "50-styles-trial": scene("fillers", _trial),
        "51-styles-refused": scene("fillers", _refused),
        "52-tidying": scene("replacements", _replacements),
        "53-tidying-wrong": scene("replacements", _wrong_replacement),
        "54-raw-key": scene("raw"),
        "55-settings-search": scene("", _searching("memory")),
        "56-settings-vain-search": scene("", _searching("telepathy")),
        "57-settings-keys": scene("release_grace_ms", _advanced),
        "58-settings-advanced": scene("engine", _advanced),
        "59-settings-no-card": scene("compute_type", _no_card),
        "60-settings-card": scene("compute_type", _card),
        "61-settings-memory": scene("idle_minutes", _memory),
        "62-settings-privacy": scene("", _privacy),
        "63-settings-insertion": scene("restore_clipboard"),
        "64-privacy-refused": scene("", _privacy_refused),
        "65-privacy-asked": scene("", _privacy_asked),
        "66-privacy-removed": scene("", _privacy_removed),
    }


def _searching(query: str) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.settings.browser.search.setText(query)

    return prepare


def _advanced(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))


def _no_card(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))
    window.settings.form.speech.device.show_value(Device.CUDA)


def _card(window: MainWindow) -> None:
    window.show_settings(Settings(speech=SpeechSettings(compute_type=ComputeType.FLOAT16)))
    window.settings.show_hardware(hardware(CARD, PROCESSOR))


def _memory(window: MainWindow) -> None:
    window.show_settings(
        Settings(models=ModelSettings(("tiny", "small"), idle_minutes=0, memory_megabytes=4000))
    )


AMOUNTS: Final = KeptMeasured(
    {
        Kept.SETTINGS: Amount(1, 2_100),
        Kept.HISTORY: Amount(1_204, 3_900_000),
        Kept.RECORDINGS: Amount(88, 210_000_000),
        Kept.FILES: Amount(12, 640_000),
        Kept.COPIES: Amount(),
        Kept.MODELS: Amount(2, 630_000_000),
        Kept.LOG: Amount(2, 310_000),
    }
)
LEADS: Final = Places(
    "https://huggingface.co", "https://pypi.org/simple/nvidia-cublas-cu12/", "https://example.com/latest"
)


def _connections(settings: Settings) -> tuple[Connection, ...]:
    return connections(settings, LEADS, lambda address: bool(own_addresses(host_of(address), {})))


def _privacy(window: MainWindow) -> None:
    window.settings.show_places(PLACES)
    window.settings.form.privacy.show_connections(_connections)
    window.settings.form.privacy.show_amounts(AMOUNTS)
    window.settings.browser.go_to(8)


def _privacy_refused(window: MainWindow) -> None:
    host = EnhancementSettings(host="http://attic.example:11434")
    window.show_settings(Settings(privacy=PrivacySettings(this_computer_only=True), enhancement=host))
    _privacy(window)
    _searching("connections")(window)


def _privacy_asked(window: MainWindow) -> None:
    _privacy(window)
    _searching("what became")(window)
    window.settings.form.privacy.places[Kept.HISTORY].remove.click()


def _privacy_removed(window: MainWindow) -> None:
    _privacy(window)
    _searching("what is kept")(window)
    rows = window.settings.form.privacy
    rows.show_removed(KeptRemoved(Kept.RECORDINGS, Amount(87, 208_000_000), Amount(1, 2_000_000)))


def _others(window: MainWindow) -> None:
    model = window.settings.clean_up.model
    if model.others.isHidden():
        model.more.click()
    model.choose("qwen3:4b")


def _pull(window: MainWindow) -> None:
    window.show_pull(PullProgressed("phi3:mini", 1_210_000_000, 2_180_000_000))


def _pull_failed(window: MainWindow) -> None:
    window.show_pull(PullEnded("phi3:mini", False, WriterPullFailed("phi3:mini", "the disk is full")))


def _look_at_own(window: MainWindow) -> None:
    clean_up = window.settings.clean_up
    clean_up.own.show_value("You turn dictated text into the terse style of a ship's log. " * 7)
    clean_up.viewer.choice.choose("own")


def _trial(window: MainWindow) -> None:
    window.show_preview(PreviewState(running=True, text=TIDIED[:30]))


def _refused(window: MainWindow) -> None:
    reasons = ("It answers what you said.", "“Wednesday” is missing.")
    window.show_preview(PreviewState(text="Sure! I will tell her.", reasons=reasons, figures=FIGURES))


def _replacements(window: MainWindow) -> None:
    lines = ("say so = Sayso", "my address = 12 Long Lane, Oxford")
    window.show_settings(replace(Settings(), tidy=TidySettings(replacements=lines)))


def _wrong_replacement(window: MainWindow) -> None:
    window.settings.clean_up.replacements.box.setPlainText("say so = Sayso\nmy address")
