"""How long a search takes, as a multiple of what FTS5 alone needs on the same texts.

    python -m benchmarks.search [--notes 10000] [--rounds 5]

Notes of about 2 KB, 10 % Hindi and 10 % Marathi, words by Zipf's law, always the same ones.
The raw side is an encrypted FTS5 table of the same texts that keeps them and makes its own
snippets. Both sides are asked in turn, and each round asks every word. Times are of the
processor, so that what else the machine does is not counted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.search_query import parse_query
from cxo_desktop.domain.snippets import snippet
from cxo_desktop.store.columns import to_row
from cxo_desktop.store.database import open_database
from cxo_desktop.store.driver import Database
from cxo_desktop.store.search import SearchIndex

TOP = 50
NOTE_BYTES = 2000
SENTENCE_WORDS = 12
ZIPF = 1.2
KEY = bytes(range(32))
TOKENIZE = "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\""

ENGLISH = (
    "the of and to we in is a for they it from that are on by with this every month register data "
    "report paper sheet field worker supervisor officer programme ward district visit entry app "
    "phone form total number error delay Excel WhatsApp photo call meeting funder target child "
    "mother clinic nurse stock camp training salary leave bill budget grant audit server password "
    "dashboard chart weekly daily late missing copied typed twice checked signed sent lost found "
    "nobody somebody always never before after because while until trust doubt ask answer wait"
)
HINDI = (
    "में है की के और से को का पर यह वह हर महीने रजिस्टर कागज़ ज़िला गाँव हिन्दी रिपोर्ट काम फ़ोन संख्या सम्पर्क "
    "कार्यकर्ता पर्यवेक्षक बैठक देरी गलती दो बार लिखना पड़ता नहीं होता केंद्र बच्चे माँ दवा जाँच प्रशिक्षण वेतन सूची "
    "आँकड़े कार्यालय भेजना पूछना जवाब इंतज़ार मेला माली कर कर्मचारी क्षेत्र सरकार योजना बजट हस्ताक्षर"
)
MARATHI = (
    "आहे आणि मध्ये ला चे च्या हे ते दर महिन्याला नोंदवही कागद जिल्हा गाव मराठी अहवाल काम फोन संख्या संपर्क "
    "कार्यकर्ती पर्यवेक्षक बैठक उशीर चूक दोनदा लिहावे लागते नाही होत केंद्र मुले आई औषध तपासणी प्रशिक्षण पगार यादी "
    "आकडे कार्यालय पाठवणे विचारणे उत्तर वाट दुसऱ्या ऑफिस अॅप क्षेत्र सरकार योजना अंदाजपत्रक सही"
)
ENDINGS = {
    "en": ("", "s", "ing", "ed", "er", "ness", "less", "able", "ment", "ly"),
    "hi": ("", "ों", "ी", "े", "वाला", "पन", "दार", "ता"),
    "mr": ("", "ला", "ची", "ने", "त", "ंना", "पण", "साठी"),
}


class Language:
    """Words of a language, the first ones frequent and thousands of others seldom."""

    def __init__(self, code: str, frequent: str) -> None:
        self.code = code
        stems = frequent.split()
        rest = [
            first + second + ending
            for ending in ENDINGS[code]
            for first in ("", *stems[:24])
            for second in stems
            if first or ending
        ]
        random.Random(code).shuffle(rest)  # noqa: S311 - the same texts every time
        self.words = [*stems, *rest]
        self._weights = list(accumulate((rank + 2) ** -ZIPF for rank in range(len(self.words))))

    def text(self, dice: random.Random) -> str:
        """Return a text of about 2 KB in sentences."""
        words = dice.choices(self.words, cum_weights=self._weights, k=NOTE_BYTES // 3)
        size, sentence, sentences = 0, [], []
        for word in words:
            size += len(word.encode()) + 1
            sentence.append(word)
            if len(sentence) == SENTENCE_WORDS or size >= NOTE_BYTES:
                sentences.append(" ".join(sentence).capitalize())
                sentence = []
            if size >= NOTE_BYTES:
                break
        return ("। " if self.code == "hi" else ". ").join(sentences)


def notes(count: int) -> Iterable[Note]:
    """Yield the notes of the benchmark."""
    dice = random.Random(20261124)  # noqa: S311 - the same texts every time
    languages = [Language("en", ENGLISH)] * 8
    languages += [Language("hi", HINDI), Language("mr", MARATHI)]
    ids = IdFactory(random_bits=dice.getrandbits)
    kinds = list(NoteKind)
    for number in range(count):
        language = languages[number % len(languages)]
        yield Note(
            id=ids.new(),
            code=f"N{number}",
            interview=f"I{number // 20}",
            person=f"P{number % 40}",
            kind=kinds[number % len(kinds)],
            language=language.code,
            text=language.text(dice),
        )


def filled(folder: Path, count: int) -> tuple[Database, Database]:
    """Return our database with notes and people, and the raw one with an FTS5 table of them."""
    ours = open_database(folder / "ours.db", KEY)
    raw = open_database(folder / "raw.db", KEY)
    raw.execute(f"CREATE VIRTUAL TABLE raw USING fts5(text, {TOKENIZE})")
    with ours.atomic(), raw.atomic():
        for number in range(40):
            person = Person(id=f"p{number}", code=f"P{number}", role="officer", level="L3")
            ours.table("person").insert(to_row(person))
        for note in notes(count):
            ours.table("note").insert(to_row(note))
            raw.execute("INSERT INTO raw (text) VALUES (?)", [note.text])
    return ours, raw


def words_asked(raw: Database, count: int) -> dict[str, list[str]]:
    """Return words that stand in at least a tenth of the notes, and some in ten notes at most."""
    raw.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, raw, row)")
    common = "SELECT term FROM vocabulary WHERE doc >= ? ORDER BY doc DESC LIMIT 40"
    rare = "SELECT term FROM vocabulary WHERE doc BETWEEN 1 AND 10 ORDER BY term LIMIT 4000"
    of_script = "SELECT term FROM vocabulary WHERE term > 'ऀ' ORDER BY doc DESC LIMIT 10"
    seldom = [term for (term,) in raw.execute(rare)]
    return {
        "common": [term for (term,) in raw.execute(common, [count // 10])],
        "common, Devanagari": [term for (term,) in raw.execute(of_script)],
        "rare": seldom[:: max(1, len(seldom) // 40)],
    }


def ask_us(index: SearchIndex, typed: str) -> int:
    """Search as the program does: understand, find, cut snippets."""
    query = parse_query(typed)
    return len([snippet(match.text, query.terms) for match in index.find(query, TOP)])


def ask_raw(raw: Database, word: str) -> int:
    """Search with FTS5 alone."""
    statement = (
        "SELECT rowid, bm25(raw), snippet(raw, 0, '[', ']', '…', 20) FROM raw "
        "WHERE raw MATCH ? ORDER BY rank LIMIT ?"
    )
    return len(raw.execute(statement, [f'"{word}"', TOP]).fetchall())


def took(act: Callable[[], int]) -> float:
    """Return the milliseconds of processor time that something takes."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def p95(times: list[float]) -> float:
    """Return the time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--notes", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, raw = filled(Path(folder), given.notes)
        text = ours.execute("SELECT sum(length(CAST(text AS BLOB))) FROM note").fetchone()[0]
        before = pages(ours)
        index = SearchIndex(ours)
        build = took(lambda: index.rebuild() or 0) / 1000
        size = pages(ours) - before
        print(f"{given.notes} notes, {text / 1e6:.1f} MB of text, index built in {build:.1f} s")
        print(f"index: {size / 1e6:.1f} MB, {size / text:.2f} of the text\n")
        compare(index, raw, given.notes, given.rounds)
        ours.close()
        raw.close()


def pages(db: Database) -> int:
    """Return the bytes of the database file in use."""
    names = ("page_count", "freelist_count", "page_size")
    count, free, size = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in names)
    return (count - free) * size


def compare(index: SearchIndex, raw: Database, count: int, rounds: int) -> None:
    """Print the times of both sides for each kind of word, then ours for other questions."""
    print(
        f"{'words':<24}{'asked':>6}{'ours p50':>10}{'p95':>8}{'raw p50':>10}{'p95':>8}{'ratio':>7}"
    )
    for name, words in words_asked(raw, count).items():
        us: list[float] = []
        them: list[float] = []
        for word in words * rounds:
            us.append(took(lambda word=word: ask_us(index, word)))
            them.append(took(lambda word=word: ask_raw(raw, word)))
        ratio = sum(us) / sum(them)
        times = [statistics.median(us), p95(us), statistics.median(them), p95(them)]
        print(f"{name:<24}{len(words):>6}" + "{:>10.1f}{:>8.1f}".format(*times[:2]), end="")
        print("{:>10.1f}{:>8.1f}".format(*times[2:]) + f"{ratio:>7.2f}")
    print(f"\n{'questions':<44}{'p50':>8}{'p95':>8}  ms")
    for typed in (
        "reg*",
        '"field worker"',
        "register paper month",
        "register kind:pain level:L3",
        "हिंदी जिला",
        "kind:pain by:P7",
    ):
        times = [took(lambda typed=typed: ask_us(index, typed)) for _ in range(10 * rounds)]
        print(f"{typed:<44}{statistics.median(times):>8.1f}{p95(times):>8.1f}")


if __name__ == "__main__":
    main()
