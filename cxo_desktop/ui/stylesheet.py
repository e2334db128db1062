"""The small style sheet over Fusion: what a palette alone cannot say."""

from __future__ import annotations

from pathlib import Path

from cxo_desktop.ui.tokens import SOFT_OF, TOKENS, Mode

_INKS = (
    "text",
    "text2",
    "text3",
    "accent",
    "onAccent",
    "surface",
    "ok",
    "warn",
    "bad",
    "pain",
    "quote",
    "tool",
    "person",
    "flow",
    "cost",
    "action",
)

TYPE = {
    "meta": (11, 500),
    "small": (12, 400),
    "label": (12, 500),
    "strong": (12, 600),
    "body": (13, 400),
    "bodyStrong": (13, 500),
    "heading": (13, 600),
    "section": (14, 600),
    "note": (14, 400),
    "subtitle": (15, 600),
    "title": (20, 700),
    "figure": (24, 700),
}
"""Styles of text: size in pixels at 100 %, and weight."""

_SHEET = """
QWidget {{ color: {text}; }}
QLabel {{ background: transparent; }}
QMainWindow, QDialog, QWidget[ground="bg"] {{ background: {bg}; }}
QWidget[ground="surface"] {{ background: {surface}; }}
QToolTip {{ background: {text}; color: {surface}; border: 0; padding: 4px 8px; }}
QFrame[card="plain"] {{ background: {surface}; border: 1px solid {border}; border-radius: 10px; }}
QFrame[opens="true"]:hover {{ border: 1px solid {borderStrong}; }}
QFrame[opens="true"]:focus {{ border: 2px solid {accent}; }}
QFrame[card="inner"] {{ background: {bg}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[card="active"] {{ background: {surface}; border: 2px solid {accent}; border-radius: 10px; }}
QFrame[card="popup"] {{ background: {surface}; border: 1px solid {borderStrong};
  border-radius: 10px; }}
QFrame[card="rail"] {{ background: {rail}; border: 0; border-right: 1px solid {border}; }}
QFrame[card="top"] {{ background: {surface}; border: 0; border-bottom: 1px solid {border}; }}
QFrame[card="notice"] {{ background: {badSoft}; border: 1px solid {bad}; border-radius: 8px; }}
QFrame[card="banner-warn"] {{ background: {warnSoft}; border: 1px solid {warn};
  border-radius: 8px; }}
QFrame[card="banner-accent"] {{ background: {accentSoft}; border: 1px solid {accent};
  border-radius: 8px; }}
QFrame[card="toast"] {{ background: {text}; border: 0; border-radius: 10px; }}
QFrame[card="toast"] QPushButton {{ background: {text}; color: {surface};
  border: 1px solid {surface}; }}
QFrame[line="true"] {{ background: {border}; border: 0; }}
QFrame[dotted="true"] {{ background: {surface2}; border: 0; border-radius: 16px; }}
QLabel[key="true"] {{ color: {text2}; background: {surface}; border: 1px solid {border};
  border-bottom: 2px solid {border}; border-radius: 4px; padding: 0 4px; }}
QFrame[chip="true"] {{ border: 0; border-radius: 9px; background: {surface2}; }}
QLineEdit, QPlainTextEdit, QComboBox {{ background: {surface}; border: 1px solid {borderStrong};
  border-radius: 6px; padding: 4px 8px; min-height: 22px;
  selection-background-color: {accent}; selection-color: {onAccent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {accent};
  padding: 3px 7px; }}
QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus {{ border: 0; padding: 0;
  background: transparent; font-size: 15px; min-height: 0; }}
QPlainTextEdit[lines="4"] {{ min-height: 76px; }}
QPlainTextEdit[lines="2"] {{ min-height: 40px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: 0; padding: 0;
  background: transparent; font-size: 15px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; min-height: 0;
  background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{marks}/chevron-down-{mode}.svg");
  width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {borderStrong};
  outline: 0; selection-background-color: {sel}; selection-color: {text}; }}
QPushButton {{ background: {surface}; border: 1px solid {borderStrong}; border-radius: 6px;
  padding: 5px 14px; min-height: 22px; font-weight: 500; }}
QPushButton:hover {{ background: {surface2}; }}
QPushButton:pressed {{ background: {sel}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {text3}; border-color: {border}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {onAccent};
  border: 1px solid {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover {{ background: {accentHover}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 4px 13px; }}
QPushButton[primary="true"]:disabled {{ background: {surface2}; color: {text3};
  border-color: {border}; }}
QPushButton[search="true"] {{ background: {bg}; border-radius: 8px; text-align: left;
  color: {text3}; font-size: 12px; font-weight: 400; padding: 4px 10px; }}
QPushButton[search="true"]:focus {{ padding: 3px 9px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 8px; color: {text2}; font-weight: 500; }}
QToolButton:hover {{ background: {surface2}; }}
QToolButton:checked {{ background: {accentSoft}; color: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[place="true"] {{ padding: 4px 0; font-size: 11px; border: 1px solid transparent; }}
QToolButton[place="true"]:checked {{ background: {surface}; border: 1px solid {border};
  font-weight: 600; }}
QToolButton[place="true"]:focus {{ border: 2px solid {accent}; padding: 3px 0; }}
QToolButton[filter="true"] {{ background: {surface2}; color: {text2}; border-radius: 9px;
  padding: 2px 8px; font-size: 12px; }}
QToolButton[filter="true"]:checked {{ background: {accentSoft}; color: {accent}; }}
QToolButton[filter="true"]:focus {{ padding: 1px 7px; }}
QToolButton[choice="true"] {{ background: {bg}; color: {text}; border: 1px solid {border};
  border-radius: 8px; padding: 6px 10px; text-align: left; }}
QToolButton[choice="true"]:checked {{ background: {accentSoft}; border: 2px solid {accent};
  padding: 5px 9px; font-weight: 600; }}
QPlainTextEdit[reading="true"], QPlainTextEdit[reading="true"]:focus {{ font-size: 14px; }}
QPlainTextEdit[large="true"], QPlainTextEdit[large="true"]:focus {{ border: 0; padding: 0;
  background: transparent; font-size: 24px; }}
QToolButton[kind="true"] {{ background: {surface2}; border-radius: 9px; padding: 3px 3px 3px 9px;
  font-size: 12px; font-weight: 600; }}
QToolButton[kind="true"]:focus {{ padding: 2px 2px 2px 8px; }}
QToolButton[brand="true"] {{ color: {text}; font-size: 14px; font-weight: 600; }}
QListView {{ background: transparent; border: 0; outline: 0;
  selection-background-color: {sel}; selection-color: {text}; }}
QListView[ring="true"] {{ border: 2px solid transparent; border-radius: 8px; }}
QListView[ring="true"]:focus {{ border: 2px solid {accent}; }}
QTableView, QTreeView {{ background: transparent; border: 2px solid transparent;
  border-radius: 8px; outline: 0; selection-background-color: {sel}; selection-color: {text}; }}
QTableView:focus, QTreeView:focus {{ border: 2px solid {accent}; }}
QTableView::item, QTreeView::item {{ padding: 3px 6px; border: 0; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {sel}; color: {text}; }}
QTableView::item:focus, QTreeView::item:focus {{ border: 1px solid {accent}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {surface}; color: {text2}; border: 0;
  border-bottom: 1px solid {border}; padding: 5px 6px; font-size: 12px; font-weight: 500; }}
QSplitter::handle {{ background: transparent; }}
QGraphicsView {{ background: {surface}; border: 2px solid transparent; border-radius: 8px; }}
QGraphicsView:focus {{ border: 2px solid {accent}; }}
QMenu {{ background: {surface}; border: 1px solid {borderStrong}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {sel}; color: {text}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QProgressBar {{ background: {surface2}; border: 0; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 2px; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 2px; }}
QScrollBar::handle {{ background: {borderStrong}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QRadioButton, QCheckBox {{ spacing: 8px; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: 16px; height: 16px;
  border: 1px solid {borderStrong}; border-radius: 9px; background: {surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 5px solid {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
  image: url("{marks}/check-{mode}.svg"); }}
QRadioButton::indicator:focus, QCheckBox::indicator:focus {{ border: 2px solid {accent};
  width: 14px; height: 14px; }}
QRadioButton::indicator:checked:focus {{ width: 8px; height: 8px; border: 5px solid {accent}; }}
"""


def style_sheet(mode: Mode, marks: Path) -> str:
    """Return the style sheet of a look; ``marks`` is the folder of its coloured control marks."""
    tokens = TOKENS[mode]
    styles = (
        f'QLabel[type="{name}"] {{ font-size: {size}px; font-weight: {weight}; }}'
        for name, (size, weight) in TYPE.items()
    )
    inks = (f'QLabel[ink="{ink}"] {{ color: {tokens[ink]}; }}' for ink in _INKS)
    grounds = (
        f'QFrame[chip="true"][ink="{ink}"] {{ background: {tokens[soft]}; }}'
        for ink, soft in SOFT_OF.items()
    )
    kinds = (
        f'QToolButton[kind="true"][ink="{ink}"] {{ color: {tokens[ink]}; '
        f"background: {tokens[SOFT_OF.get(ink, 'surface2')]}; }}"
        for ink in _INKS
    )
    sheet = _SHEET.format(**tokens, mode=mode.value, marks=marks.as_posix())
    return "\n".join((sheet, *styles, *inks, *grounds, *kinds))
