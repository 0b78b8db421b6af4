"""What Whisper writes when there is nothing to hear, as data.

Its training text was subtitles, so in silence and noise it falls back on what subtitles end with: thanks,
farewells and credits. People say some of these, too: a phrase of this list is only one signal of two
(`app.domain.hallucination`). Lower case, without punctuation. Sources: what Whisper's users report, and what
the small models gave here for noise.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WHOLE: Final = frozenset(
    {
        # English
        "you", "thank you", "thank you very much", "thank you so much", "thanks", "bye", "bye bye",
        "goodbye",
        "the end", "subscribe", "please subscribe", "i'll see you next time",
        "see you next time", "see you in the next video", "we'll be right back", "silence", "music",
        "applause",
        "blank_audio", "foreign", "beep",
        # German, Dutch, Swedish, Danish, Norwegian
        "vielen dank", "danke", "danke schön", "tschüss", "das war's", "dank u wel", "bedankt", "tack",
        "tack så mycket", "tak", "takk",
        # French, Spanish, Portuguese, Italian
        "merci", "merci beaucoup", "au revoir", "gracias", "muchas gracias", "adiós", "obrigado",
        "obrigada",
        "tchau", "grazie", "grazie mille", "ciao", "e aí",
        # Polish, Russian, Ukrainian, Turkish
        "dziękuję", "dziękuję bardzo", "спасибо", "спасибо большое", "дякую", "teşekkürler",
        "teşekkür ederim",
        # Japanese, Chinese, Korean
        "ありがとうございました", "ご視聴ありがとうございました", "おやすみなさい", "谢谢", "謝謝",
        "谢谢大家",
        "謝謝大家", "谢谢观看", "謝謝觀看", "감사합니다", "시청해 주셔서 감사합니다", "구독",
        # Arabic
        "شكرا", "شكرا للمشاهدة",
    }
)  # fmt: skip
"""A segment that says only this."""

BEGINNINGS: Final = (
    "thanks for watching", "thank you for watching", "thank you so much for watching",
    "thank you very much for watching", "thanks for listening", "thank you for listening",
    "i hope you enjoyed this video", "don't forget to subscribe", "please subscribe to",
    "please like and subscribe",
    "subtitles by", "subtitle by", "subtitled by", "subs by", "captions by", "captioned by",
    "transcribed by",
    "transcription by", "translated by", "amara org", "copyright",
    "untertitel von", "untertitel der", "untertitelung", "untertitel im auftrag",
    "vielen dank fürs zuschauen",
    "vielen dank für ihre aufmerksamkeit", "bis zum nächsten mal",
    "ondertiteld door", "ondertiteling", "undertexter", "undertextning", "textning", "undertekster av",
    "tekstet av",
    "sous titres", "sous titrage", "merci d'avoir regardé", "abonnez vous",
    "subtítulos", "gracias por ver", "suscríbete", "legendas", "obrigado por assistir", "inscreva se",
    "sottotitoli", "grazie per aver guardato", "grazie per la visione",
    "napisy", "dziękuję za oglądanie", "субтитры", "редактор субтитров", "продолжение следует",
    "спасибо за просмотр", "субтитри", "altyazı", "izlediğiniz için teşekkür",
    "ご視聴", "チャンネル登録", "字幕", "请不吝点赞", "請不吝點贊", "明镜与点点", "시청해주셔서", "자막",
    "ترجمة نانسي",
)  # fmt: skip
"""A segment that begins like this."""


def plain(text: str) -> str:
    """`text` as the phrases are written: lower case, its punctuation turned into single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"[^\w']+", " ", folded).strip()
