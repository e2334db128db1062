"""Whether this laptop runs on its battery, as far as the system tells."""

from __future__ import annotations

import sys
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_ON_BATTERY = 0


def on_battery(supplies: Path = _SUPPLIES) -> bool:
    """Tell whether no mains adapter is plugged in; a system that does not tell counts as plugged.

    ``supplies`` is a folder as Linux has it, one folder a source of power with ``type`` and
    ``online``. Windows is asked itself; macOS tells only by starting a program, which is not done.
    """
    if sys.platform == "win32":
        return _on_battery_on_windows()
    adapters = [one for one in _folders(supplies) if _word(one / "type") in {"Mains", "USB"}]
    batteries = [one for one in _folders(supplies) if _word(one / "type") == "Battery"]
    discharging = any(_word(one / "status") == "Discharging" for one in batteries)
    plugged = any(_word(one / "online") == "1" for one in adapters)
    return discharging and not plugged


def _folders(supplies: Path) -> list[Path]:
    try:
        return sorted(supplies.iterdir())
    except OSError:
        return []


def _word(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _on_battery_on_windows() -> bool:
    import ctypes

    class Status(ctypes.Structure):
        """The head of SYSTEM_POWER_STATUS: ``line`` is 0 on battery, 1 on mains, 255 unknown."""

        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_uint32),
            ("full_seconds", ctypes.c_uint32),
        )

    status = Status()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return bool(kernel.GetSystemPowerStatus(ctypes.byref(status))) and status.line == _ON_BATTERY
