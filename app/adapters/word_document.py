"""A transcript as a document for Word, by python-docx.

Rules: the file's name is the title, and each paragraph has its time and speaker in a style of its own, so
that one change in Word changes all of them. Doubtful places come behind the text, under a heading. The
document says its language, and text that runs from right to
left is marked so, paragraph and letters. Of the library's template neither author nor date is left.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from app.domain.clock_times import full_clock
from app.domain.file_transcript import FileTranscript
from app.domain.text_layout import is_right_to_left
from app.domain.transcript_texts import DOUBTFUL, about, doubtful_places, paragraphs, title

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

TIME_STYLE: Final = "Transcript Time"
SPEAKER_STYLE: Final = "Transcript Speaker"
_MOST: Final = 255
"""Characters that a document's title may have (ECMA-376, core properties, as Word reads them)."""
_EAST_ASIAN: Final = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "yue": "zh-HK"}
_BOTH_WAYS: Final = {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK"}
_WESTERN: Final = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT"}
"""Word looks spelling up by a language of some country."""

_BEHIND_DIRECTION: Final = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
"""What a paragraph's properties hold behind its direction: their order is fixed (ECMA-376, 17.3.1.26)."""


def as_docx(transcript: FileTranscript) -> bytes:
    """The document as a file's bytes."""
    # It takes a tenth of a second and is wanted by few.
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    document = docx.Document()
    name = title(transcript)
    _describe(document, name, transcript.language)
    for style_name, is_bold in ((TIME_STYLE, False), (SPEAKER_STYLE, True)):
        style = document.styles.add_style(style_name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold = is_bold
        if not is_bold:
            style.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
            style.font.size = Pt(9)
    _turn(document.add_heading(name, level=0), name)
    document.add_paragraph(about(transcript), style="Subtitle")
    for one in paragraphs(transcript):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{full_clock(one.start)}  ", style=TIME_STYLE)
        if one.speaker:
            paragraph.add_run(f"{one.speaker}: ", style=SPEAKER_STYLE)
        paragraph.add_run(one.text)
        _turn(paragraph, one.text)
    _add_doubts(document, transcript)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add_doubts(document: Document, transcript: FileTranscript) -> None:
    """A list of the doubtful places, where there are some."""
    places = doubtful_places(transcript)
    if places:
        document.add_heading(DOUBTFUL, level=1)
    for when, why in places:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{when}  ", style=TIME_STYLE)
        paragraph.add_run(why)


def _describe(document: Document, name: str, language: str) -> None:
    """Say what the document is, and in which language for spelling and fonts."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    facts = document.core_properties
    facts.title, facts.author, facts.comments = name[:_MOST], "Sayso", ""
    facts.language = language
    facts.created = facts.modified = datetime.now(UTC).replace(tzinfo=None)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None or not language:
        return
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    element = OxmlElement("w:lang")
    if language in _EAST_ASIAN:
        element.set(qn("w:eastAsia"), _EAST_ASIAN[language])
    elif language in _BOTH_WAYS:
        element.set(qn("w:bidi"), _BOTH_WAYS[language])
    else:
        element.set(qn("w:val"), _WESTERN.get(language, language))
    defaults.append(element)


def _turn(paragraph: Paragraph, text: str) -> None:
    """Let it run from right to left where `text` does."""
    from docx.oxml import OxmlElement

    if not is_right_to_left(text):
        return
    properties = paragraph.paragraph_format.element.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:bidi"), *_BEHIND_DIRECTION)
    for run in paragraph.runs:
        if is_right_to_left(run.text):
            run.font.rtl = True
