from __future__ import annotations

import pytest

from cxo_desktop.exchange.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We write the totals twice and nobody checks them.", "en"),
        ("It\u2019s not our register, they don\u2019t ask.", "en"),
        ("हम रजिस्टर में लिखते हैं और फिर फ़ोटो भेजते हैं।", "hi"),
        ("आम्ही नोंद दोनदा लिहितो आणि नंतर टाइप करतो.", "mr"),
        ("महिन्याच्या शेवटी वेळ मिळत नाही, काम जास्त असते.", "mr"),
        ("WhatsApp पर फ़ोटो भेजते हैं, Excel में टाइप होता है।", "hi"),
    ],
)
def test_small_words_tell_the_language(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "620 / 17",
        "CommCare, Excel, Tableau",
        "दो घंटे",
        "Hum register mein likhte hain aur phir photo bhejte hain to office.",
        "Wir schreiben alles zweimal auf und niemand liest es in der Zentrale.",
        "நாங்கள் பதிவேட்டில் எழுதுகிறோம்",
    ],
)
def test_what_the_words_do_not_tell_stays_unknown(text):
    assert guess_language(text) is None


def test_addresses_are_no_words():
    note = "हम इसे [यहाँ](https://example.org/a/long/address/of/the/page/in/question) रखते हैं।"
    assert guess_language(note) == "hi"


def test_a_mixed_note_goes_by_its_larger_part():
    note = "हमारी टीम रोज़ रजिस्टर में लिखती है और फिर सब टाइप करती है। We know."
    assert guess_language(note) == "hi"
