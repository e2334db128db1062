"""The measures the house holds itself to, so that nothing grows without being seen."""

from __future__ import annotations

import ast
import re
from statistics import median, quantiles

import pytest

MODULE_LINES, MEDIAN_LINES = 400, 100
FUNCTION_LINES, NINE_OF_TEN_LINES = 50, 20
METHODS = 15
MAIN_WINDOW_LINES = 150
UNDOCUMENTED_METHOD_LINES = 10
SMALL_MODULE_LINES = 15

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
BROAD = {"Exception", "BaseException"}
# Methods that Qt and ReportLab call: their base classes tell what they do.
CALLED_BACK = {"data", "draw", "event", "paint", "split", "wrap"}


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, FUNCTION)]


def classes(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


def is_public(node):
    return not node.name.startswith("_")


def too_big(module):
    """Name what is larger than the house allows in one module."""
    limit = MAIN_WINDOW_LINES if module.name.endswith("/main_window.py") else MODULE_LINES
    if module.lines > limit:
        yield f"{module.name}: {module.lines} lines, at most {limit}"
    for function in functions(module.tree):
        if length(function) > FUNCTION_LINES:
            yield f"{module.name}:{function.lineno} {function.name}: {length(function)} lines"
    for kind in classes(module.tree):
        methods = sum(isinstance(node, FUNCTION) for node in kind.body)
        if methods > METHODS:
            yield f"{module.name}:{kind.lineno} {kind.name}: {methods} methods"


def undocumented(module):
    """Name what has no docstring: modules, classes, public functions, longer public methods."""
    if not ast.get_docstring(module.tree):
        yield f"{module.name}: the module"
    for node in module.tree.body:
        if isinstance(node, FUNCTION) and is_public(node) and not ast.get_docstring(node):
            yield f"{module.name}:{node.lineno} {node.name}"
    for kind in classes(module.tree):
        if not ast.get_docstring(kind):
            yield f"{module.name}:{kind.lineno} {kind.name}"
        for method in filter(is_unexplained, kind.body):
            yield f"{module.name}:{method.lineno} {kind.name}.{method.name}"


def is_unexplained(node):
    """Tell a longer public method without a docstring; overrides have their base's words."""
    own = isinstance(node, FUNCTION) and is_public(node) and node.name.islower()
    long = own and node.name not in CALLED_BACK and length(node) > UNDOCUMENTED_METHOD_LINES
    return long and not ast.get_docstring(node)


def caught(handler):
    """Return the names that an except clause catches."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {kind.id if isinstance(kind, ast.Name) else None for kind in kinds}


def suppressed(call):
    """Return the names that a call of ``suppress`` lets disappear."""
    is_suppress = ast.unparse(call.func).split(".")[-1] == "suppress"
    return {ast.unparse(kind) for kind in call.args} if is_suppress else set()


def lost_errors(module):
    """Name the places where an error disappears, or is caught too broadly without a reason."""
    lines = module.text.splitlines()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            where = f"{module.name}:{node.lineno}"
            if all(isinstance(line, ast.Pass) or is_dots(line) for line in node.body):
                yield f"{where} silent except"
            reason = re.search(r"# noqa: BLE001 - \S{2,}", lines[node.lineno - 1])
            goes_on = isinstance(node.body[-1], ast.Raise)
            if (node.type is None or caught(node) & BROAD) and not reason and not goes_on:
                yield f"{where} broad except without a reason"
        elif isinstance(node, ast.Call) and suppressed(node) & BROAD:
            yield f"{module.name}:{node.lineno} broad suppress"


def is_dots(line):
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def unreasoned(module):
    """Name the exceptions from a rule that do not say which rule and why."""
    for number, line in enumerate(module.text.splitlines(), start=1):
        if "# noqa" in line and not re.search(r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S", line):
            yield f"{module.name}:{number} noqa"
        if "# type: ignore" in line and not re.search(r"# type: ignore\[[a-z, -]+\]", line):
            yield f"{module.name}:{number} type: ignore"


def mirror(name):
    """Return where the test of a module lies: ``cxo_desktop/a/b.py`` has ``tests/a/test_b.py``."""
    parts = name.removeprefix("cxo_desktop/").removesuffix(".py").split("/")
    if parts[-1] == "__init__":
        parts = [*parts[:-1], parts[-2] if len(parts) > 1 else "package"]
    return "/".join(["tests", *parts[:-1], f"test_{parts[-1].strip('_')}.py"])


def has_behaviour(module):
    """A module of declarations alone (enums, records) is tested through those that use it."""
    return module.lines > SMALL_MODULE_LINES and bool(functions(module.tree))


@pytest.mark.parametrize("rule", [too_big, undocumented, lost_errors, unreasoned])
def test_every_module_keeps_to_the_measures(modules, rule):
    assert "\n".join(fault for module in modules for fault in rule(module)) == ""


def test_the_usual_module_and_function_is_small(modules):
    sizes = [module.lines for module in modules if not module.name.endswith("__init__.py")]
    assert median(sizes) <= MEDIAN_LINES
    spans = [length(node) for module in modules for node in functions(module.tree)]
    assert quantiles(spans, n=10)[-1] <= NINE_OF_TEN_LINES


def test_every_module_with_behaviour_has_its_test(modules, root):
    wanted = {mirror(module.name): module.name for module in modules if has_behaviour(module)}
    assert "\n".join(name for test, name in wanted.items() if not (root / test).is_file()) == ""


@pytest.mark.parametrize(
    ("name", "test"),
    [
        ("cxo_desktop/assets.py", "tests/test_assets.py"),
        ("cxo_desktop/domain/ids.py", "tests/domain/test_ids.py"),
        ("cxo_desktop/i18n/__init__.py", "tests/i18n/test_i18n.py"),
        ("cxo_desktop/__main__.py", "tests/test_main.py"),
    ],
)
def test_a_test_lies_where_its_module_lies(name, test):
    assert mirror(name) == test


LONG = "\n".join(f"    x{n} = {n}" for n in range(60))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (too_big, f"def f():\n{LONG}\n"),
        (too_big, "x = 1\n" * 401),
        (too_big, "class A:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16))),
        (undocumented, "x = 1\n"),
        (undocumented, '"""M."""\nclass _A:\n    x = 1\n'),
        (undocumented, '"""M."""\ndef f(): ...\n'),
        (
            undocumented,
            f'"""M."""\nclass A:\n    """A."""\n    def m(self):\n{LONG[:160]}\n'.replace(
                "\n    x", "\n        x"
            ),
        ),
        (lost_errors, "try:\n    f()\nexcept OSError:\n    pass\n"),
        (lost_errors, "try:\n    f()\nexcept OSError:\n    ...\n"),
        (lost_errors, "try:\n    f()\nexcept:\n    g()\n"),
        (lost_errors, "try:\n    f()\nexcept (OSError, Exception):\n    g()\n"),
        (lost_errors, "try:\n    f()\nexcept Exception:  # noqa: BLE001\n    g()\n"),
        (lost_errors, "with contextlib.suppress(Exception):\n    g()\n"),
        (unreasoned, "x = 1  # noqa\n"),
        (unreasoned, "x = 1  # noqa: S101\n"),
        (unreasoned, "x = 1  # type: ignore\n"),
    ],
)
def test_each_measure_bites(parse, rule, source):
    assert list(rule(parse("cxo_desktop/planted.py", source)))


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept OSError as error:\n    raise Refused from error\n",
        "try:\n    f()\nexcept Exception:  # noqa: BLE001 - the border of a task\n    g()\n",
        "try:\n    f()\nexcept BaseException:\n    roll_back()\n    raise\n",
        "with contextlib.suppress(FileNotFoundError):\n    g()\n",
    ],
)
def test_an_error_that_is_dealt_with_is_no_fault(parse, source):
    assert list(lost_errors(parse("cxo_desktop/planted.py", source))) == []


def test_the_main_window_is_held_to_less(parse):
    assert list(too_big(parse("cxo_desktop/ui/main_window.py", "x = 1\n" * 151)))
    assert not list(too_big(parse("cxo_desktop/ui/desk.py", "x = 1\n" * 151)))
