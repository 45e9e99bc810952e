"""The style sheet's parts, with `$name` where a token goes, by `stylesheet_of` alone.

A focused control takes a border of two pixels and gives one of padding back, so nothing moves.
"""

from typing import Final

_GROUNDS: Final = """
QWidget { color: $ink; }
QMainWindow, QDialog, QStackedWidget { background: $bg; }
QScrollArea, QScrollArea > #qt_scrollarea_viewport > QWidget { background: transparent; border: none; }
QFrame[ground="card"] { background: $panel; border: 1px solid $line; border-radius: ${radius_card}px; }
QFrame[ground="rail"] { background: $rail; border: none; }
QFrame[ground="day"] { background: $panel; }
QFrame[ground="today"] { background: $selection; }
QFrame[ground="day"], QFrame[ground="today"], QFrame[ground="other"] {
    border: 1px solid $line; border-radius: ${radius_control}px;
}
QFrame[ground="selection"] { background: $selection; border: none; }
QFrame[ground="line"] { background: $line; border: none; }
QLabel { background: transparent; }
QLabel[look="display"] { font-size: ${font_display}px; font-weight: $weight_strong; }
QLabel[look="title"] { font-size: ${font_title}px; font-weight: $weight_strong; }
QLabel[look="heading"] { font-size: ${font_heading}px; font-weight: $weight_strong; }
QLabel[look="strong"] { font-weight: $weight_strong; }
QLabel[look="section"] { font-weight: $weight_strong; color: $ink2; }
QLabel[look="secondary"] { color: $ink2; }
QLabel[look="hint"] { color: $ink3; font-size: ${font_small}px; }
QLabel[look="tiny"] { color: $ink3; font-size: ${font_tiny}px; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="accent"] { color: $accent; }
QToolTip {
    color: $ink; background: $panel; border: 1px solid $line; padding: 3px 6px; font-size: ${font_small}px;
}
"""

_BUTTONS: Final = """
QPushButton {
    min-height: ${inner_control}px; padding: 0 ${space_medium}px; color: $ink;
    background: $panel; border: 1px solid $line; border-radius: ${radius_control}px;
}
QPushButton:hover { background: $rail; }
QPushButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:disabled { color: $ink3; background: $bg; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 29px; }
QPushButton[role="primary"] {
    color: $on_accent; background: $accent; border-color: $accent; font-weight: $weight_strong;
}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="primary"]:disabled { color: $ink3; background: $rail; border-color: $line; }
QPushButton[role="quiet"] { color: $ink2; background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:pressed { color: $ink; background: $rail; }
QPushButton[role="quiet"]:disabled { color: $ink3; background: transparent; }
QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[compact="true"] { min-height: ${inner_hit}px; font-size: ${font_small}px; padding: 0 9px; }
QPushButton[compact="true"]:focus { min-height: 24px; padding: 0 ${space_small}px; }
*[event="true"] QPushButton, QPushButton[event="true"] { min-height: ${inner_event}px; }
QToolButton {
    min-width: ${inner_hit}px; min-height: ${inner_hit}px; color: $ink2;
    background: transparent; border: 1px solid transparent; border-radius: ${radius_control}px;
}
QToolButton:hover, QToolButton:pressed, QToolButton:checked { color: $ink; background: $selection; }
QToolButton:disabled { color: $ink3; }
QToolButton:focus { border: 2px solid $accent; min-width: 24px; min-height: 24px; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    color: $ink; background: $panel; border: 1px solid $line; border-radius: ${radius_control}px;
}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink3;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${inner_control}px; padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: $ink3;
}
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 ${space_small}px; min-height: 29px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $ink3; background: $bg; border-color: $line; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] { background: transparent; border: none; padding: 0; }
QLineEdit[line="true"], QPlainTextEdit[line="true"], QComboBox[line="true"],
QDateEdit[line="true"] {
    background: transparent; border-color: transparent; border-radius: ${radius_chip}px;
}
QLineEdit[line="true"], QComboBox[line="true"], QDateEdit[line="true"] {
    min-height: ${inner_hit}px; padding: 0 7px;
}
QLineEdit[label="true"] { font-size: ${font_small}px; color: $ink2; }
QComboBox[line="true"], QDateEdit[line="true"] { padding-left: 9px; }
QPlainTextEdit[line="true"] { padding: 0 5px; }
QLineEdit[line="true"]:hover, QPlainTextEdit[line="true"]:hover, QComboBox[line="true"]:hover,
QDateEdit[line="true"]:hover {
    border-color: $line;
}
QLineEdit[line="true"]:focus, QPlainTextEdit[line="true"]:focus, QComboBox[line="true"]:focus,
QComboBox[line="true"]:on, QDateEdit[line="true"]:focus { border: 2px solid $accent; }
QLineEdit[line="true"]:focus, QComboBox[line="true"]:focus, QComboBox[line="true"]:on,
QDateEdit[line="true"]:focus {
    min-height: 24px; padding: 0 6px;
}
QComboBox[line="true"]:focus, QComboBox[line="true"]:on, QDateEdit[line="true"]:focus { padding-left: 8px; }
QPlainTextEdit[line="true"]:focus { padding: 0 4px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; background: transparent; padding: 0; min-height: 0;
}
*[event="true"] QLineEdit, QLineEdit[event="true"] {
    min-height: ${inner_event}px; font-size: ${font_title}px;
}
QLineEdit QToolButton { border: none; background: transparent; min-width: 0; min-height: 0; }
"""

_CHOICES: Final = """
QComboBox::drop-down, QDateEdit::drop-down, QTimeEdit::drop-down, QDateTimeEdit::drop-down {
    border: none; width: 26px; subcontrol-origin: padding; subcontrol-position: center right;
}
QComboBox::down-arrow, QDateEdit::down-arrow, QTimeEdit::down-arrow {
    image: url(control:chevron-down-$name.svg); width: 14px; height: 14px;
}
QAbstractSpinBox::up-button { border: none; width: 22px; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: none; width: 22px; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(control:chevron-up-$name.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(control:chevron-down-$name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line; padding: ${space_tight}px; outline: none;
    selection-background-color: $selection; selection-color: $ink;
}
QComboBox QAbstractItemView::item {
    min-height: ${inner_hit}px; padding: 0 ${space_small}px; border-radius: ${radius_chip}px;
}
QComboBox QAbstractItemView::item:selected { background: $selection; color: $ink; }
QMenu { background: $panel; border: 1px solid $line; padding: ${space_tight}px; }
QMenu::item { min-height: 20px; padding: 4px 24px 4px 12px; border-radius: ${radius_chip}px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::icon { padding-left: ${space_small}px; }
QMenu::separator { height: 1px; background: $line; margin: ${space_tight}px ${space_small}px; }
QCheckBox, QRadioButton {
    spacing: ${space_small}px; min-height: 24px; padding: 1px 3px; background: transparent;
    border: 1px solid transparent; border-radius: ${radius_key}px;
}
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; padding: 0 2px; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink3; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; background: $panel; border: 1px solid $ink3;
}
QCheckBox::indicator { border-radius: ${radius_key}px; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url(control:check-$name.svg);
}
QCheckBox::indicator:indeterminate { background: $accent_bg; border-color: $accent; }
QRadioButton::indicator { border-radius: ${radius_control}px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background-color: $bg; border-color: $line;
}
QCheckBox::indicator:checked:disabled { background-color: $ink3; border-color: $ink3; }
"""

_VIEWS: Final = """
QAbstractItemView {
    background: $bg; border: none; outline: none; gridline-color: $line;
    selection-background-color: $selection; selection-color: $ink;
}
QListView[ground="none"] { background: transparent; }
QTableView { alternate-background-color: $bg; }
QFrame[ground="card"] QAbstractItemView { background: $panel; }
QTableView::item { border: none; padding: 0 ${space_small}px; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $selection; color: $ink;
}
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $ink2; font-size: ${font_small}px; min-height: 24px;
    padding: ${space_tight}px ${space_small}px; border: none; border-bottom: 1px solid $line;
}
QHeaderView::section:hover { color: $ink; }
QTableCornerButton::section { background: $panel; border: none; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    color: $ink2; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: ${space_small}px 0; margin-right: ${tab_gap}px;
}
QTabBar[tight="true"]::tab { margin-right: ${space_medium}px; }
QTabBar::tab:hover { color: $ink; border-bottom-color: $line; }
QTabBar::tab:selected { color: $ink; font-weight: $weight_strong; border-bottom-color: $accent; }
QTabBar::tab:disabled { color: $ink3; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
"""

_BARS: Final = """
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $rail; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; color: $ink2;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

_CALENDAR: Final = """
QCalendarWidget { background: $panel; border: 1px solid $line; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $panel; border-bottom: 1px solid $line; }
QCalendarWidget QToolButton { color: $ink; font-weight: $weight_strong; padding: 0 ${space_small}px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url(control:chevron-left-$name.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url(control:chevron-right-$name.svg); }
QCalendarWidget QSpinBox { min-width: 64px; }
QCalendarWidget QAbstractItemView {
    background: $panel; color: $ink; selection-background-color: $accent; selection-color: $on_accent;
    alternate-background-color: $panel; border: none;
}
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $ink3; }
"""

ALL: Final = (_GROUNDS, _BUTTONS, _FIELDS, _CHOICES, _VIEWS, _BARS, _CALENDAR)
