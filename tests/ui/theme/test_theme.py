"""The look: readable in every theme, switched while running, and tidy behind itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QRadioButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from planbureau.ui.theme.contrast import (
    CONTROL_MINIMUM,
    CONTROL_PAIRS,
    TEXT_MINIMUM,
    TEXT_PAIRS,
    contrast,
)
from planbureau.ui.theme.fonts import FAMILY, FontMissingError, load_fonts
from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.images import folder_of, images_of
from planbureau.ui.theme.stylesheet import source, stylesheet
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import LIGHT, Look, TextSize, Tokens, tokens_of


def _ratio(tokens: Tokens, one: str, other: str) -> float:
    return contrast(QColor(tokens.colour(one)), QColor(tokens.colour(other)))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("pair", TEXT_PAIRS)
def test_text_can_be_read(look: Look, pair: tuple[str, str]) -> None:
    assert _ratio(tokens_of(look), *pair) >= TEXT_MINIMUM


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("pair", CONTROL_PAIRS)
def test_controls_and_focus_can_be_seen(look: Look, pair: tuple[str, str]) -> None:
    assert _ratio(tokens_of(look), *pair) >= CONTROL_MINIMUM


def test_every_colour_is_written_in_full() -> None:
    for look in Look:
        tokens = tokens_of(look)
        assert tokens.look is look
        for field in Tokens._fields:
            if field != "look":
                assert re.fullmatch(r"#[0-9A-F]{6}", tokens.colour(field)), field


def test_stylesheet_leaves_no_macro_and_scales() -> None:
    normal = stylesheet(LIGHT, 1.0)
    assert "@" not in normal
    assert "font-size: 22px" in normal
    assert "font-size: 29px" in stylesheet(LIGHT, 1.3)


@pytest.mark.parametrize("size", TextSize)
def test_a_radio_button_is_round_with_large_letters(qtbot: QtBot, theme: Theme, size: TextSize) -> None:
    theme.apply(Look.LIGHT, size)
    button = QRadioButton("Ja")
    qtbot.addWidget(button)
    button.show()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    picture = button.grab().toImage()
    paper = picture.pixelColor(picture.width() - 1, picture.height() // 2)
    for corner in (place.topLeft(), place.bottomRight()):
        assert picture.pixelColor(corner) == paper
    line = picture.pixelColor(place.left(), place.center().y())
    assert line != paper


def test_stylesheet_names_no_colour_itself() -> None:
    colours = set(re.findall(r"#[0-9A-Fa-f]{3,6}\b", source()))
    assert colours <= {"#FFFFFF"}, "only the ground under a pictogram stays white in every look"


def test_unknown_token_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planbureau.ui.theme.stylesheet.source", lambda: "QLabel { color: @nonsense; }")
    with pytest.raises(AttributeError):
        stylesheet(LIGHT, 1.0)


def test_switching_reaches_font_palette_and_listeners(theme: Theme, qapp: QApplication) -> None:
    heard: list[Look] = []
    theme.context.theme_changed.connect(lambda: heard.append(theme.look))
    theme.apply(Look.DARK, TextSize.LARGEST)
    assert heard == [Look.DARK]
    assert qapp.font().pixelSize() == 20
    assert qapp.palette().window().color() == QColor(tokens_of(Look.DARK).bg)
    assert theme.context.px(38) == 49


def test_the_shipped_font_is_the_one_in_use(theme: Theme, qapp: QApplication) -> None:
    assert theme.look is Look.LIGHT
    assert QFontInfo(qapp.font()).family() == FAMILY


def test_a_missing_font_says_so_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(FontMissingError, match="kan niet worden gelezen"):
        load_fonts(tmp_path)


def test_every_image_of_the_stylesheet_exists(theme: Theme) -> None:
    for look in Look:
        theme.apply(look, TextSize.NORMAL)
        urls = re.findall(r"url\(([^)]+)\)", stylesheet(tokens_of(look), 1.0))
        assert urls
        for url in urls:
            assert QFile.exists(url), url


@pytest.mark.parametrize("look", list(Look))
def test_the_shipped_images_have_the_colours_of_their_look(icons_folder: Path, look: Look) -> None:
    """Draw them again with packaging/build_theme_images.py when a colour or a drawing changed."""
    shipped = {file.name: file.read_bytes() for file in folder_of(look).iterdir()}
    assert shipped == images_of(IconDrawings(icons_folder), tokens_of(look))


def test_a_theme_knows_when_another_one_took_its_place(theme: Theme, qapp: QApplication) -> None:
    assert theme.in_charge
    Theme(qapp, look=Look.DARK)
    assert not theme.in_charge
    theme.apply(Look.LIGHT, TextSize.NORMAL)
    assert theme.in_charge


def test_icon_follows_the_look_without_being_set_again(theme: Theme) -> None:
    icon = theme.context.icon("check", "text")

    def darkest() -> int:
        image = icon.pixmap(24, 24).toImage()
        points = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        return min(colour.lightness() for colour in points if colour.alpha() > 200)

    light = darkest()
    theme.apply(Look.DARK, TextSize.NORMAL)
    assert darkest() > light + 100


def test_an_icon_that_cannot_be_pressed_has_the_colour_of_its_words(theme: Theme) -> None:
    """On a main button it would else be white on pale grey."""
    for look in Look:
        theme.apply(look, TextSize.NORMAL)
        icon = theme.context.icon("arrow-right", "on_primary", "primary")
        picture = icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert QColor(theme.context.colour("muted")).name() in colours
        assert QColor(theme.context.colour("on_primary")).name() not in colours
