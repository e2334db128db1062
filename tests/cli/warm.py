"""A process that has everything loaded and forks one of its own for every call of ``cxo``.

Each order is a line of JSON: the arguments, the environment, and the files for what is printed.
The answer is the exit code. It saves the tests the half second in which Python loads modules; that
a cold start works is tested in test_main.py.
"""

import contextlib
import importlib
import json
import os
import pkgutil
import sys

import cxo_desktop
from cxo_desktop.cli.main import main as cxo

PARTS = ("app", "cli", "analysis", "render", "exchange", "sync")


def load():
    """Import what the commands import only when they need it."""
    for part in PARTS:
        package = importlib.import_module(f"{cxo_desktop.__name__}.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            with contextlib.suppress(ModuleNotFoundError):  # ways to a share that are extras
                importlib.import_module(module.name)


def call(order):
    """Be ``cxo`` and end."""
    for number, (name, flags) in enumerate(
        (
            (os.devnull, os.O_RDONLY),
            (order["out"], os.O_WRONLY | os.O_CREAT),
            (order["err"], os.O_WRONLY | os.O_CREAT),
        )
    ):
        os.dup2(os.open(name, flags, 0o600), number)
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = ["cxo", *order["arguments"]]
    code = 0
    try:
        cxo()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - a process of its own would end with it, too
        sys.excepthook(*sys.exc_info())
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main():
    """Answer orders until there are no more."""
    load()
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            call(order)
        _pid, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
