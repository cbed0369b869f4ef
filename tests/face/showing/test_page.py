"""The page of a screen, in a browser: pictures dissolve on it, it fills the screen, and comes back with the show."""

from __future__ import annotations

import io
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.face.showing import browser
from tests.face.showing.conftest import Gallery, Soon
from tests.face.showing.test_led import led

pytestmark = pytest.mark.skipif(browser.found() is None, reason="there is no Chromium here")


def seen(page: browser.Page) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(page.picture())).convert("RGB")).astype(int)


def test_a_screen_shows_pictures_one_after_the_other_and_holds_the_last_while_the_show_is_away(
    gallery: Gallery, tmp_path: Path, soon: Soon
) -> None:
    with browser.page(tmp_path / "profile") as page:
        with gallery.playing() as player:
            port = player.port
            page.go(f"http://127.0.0.1:{port}/screen/1")
            page.until("window.seen && seen.passage > 0")
            early = seen(page)
            passage = page.value("seen.passage")
            page.until(f"seen.passage > {passage + 5}")
            later = seen(page)
            title, cursor = page.value("document.title"), page.value("getComputedStyle(document.body).cursor")
            page.press("f")
            page.until("document.fullscreenElement !== null")
            page.press("F")
            page.until("document.fullscreenElement === null")
            player.kill()
        page.until("seen.away > 1")
        held, last = seen(page), page.value("seen.passage")
        with gallery.playing("--port", str(port)):
            page.until(f"seen.passage > {last}")
        drawn, errors = page.value("seen.drawn"), page.errors

    assert title == "Nobody <b>& Co</b>"
    assert cursor == "none"
    assert [] == errors
    assert drawn > 20
    assert min(picture.std() for picture in (early, later, held)) > 8  # there is something on it
    assert np.abs(early - later).mean() > 2
    assert early[300, 10:190].max() < 16  # a tall picture on a wide screen stands in the dark
    assert early[300, 300:500].max() > 40


def test_the_list_of_screens_leads_to_each(gallery: Gallery, tmp_path: Path) -> None:
    with gallery.playing() as player, browser.page(tmp_path / "profile") as page:
        page.go(f"http://127.0.0.1:{player.port}/")
        page.until("document.querySelectorAll('a').length === 2")
        heading = page.value("document.querySelector('h1').textContent")
        page.value("document.querySelectorAll('a')[1].click()")
        page.until("document.body.dataset.screen === '2' && seen.passage > 0")
        errors = page.errors

    assert heading == "Nobody <b>& Co</b>"
    assert [] == errors


def test_a_page_in_the_middle_of_a_long_dissolve_breaks_off_for_what_a_hand_does(
    moving: Gallery, tmp_path: Path
) -> None:
    moving.say("linger 0.2 s\n  dissolve 0.4 s", "linger 0 s\n  dissolve 60 s")
    with led(moving) as (player, sender, _), browser.page(tmp_path / "profile") as page:
        page.go(f"http://127.0.0.1:{player.port}/screen/1")
        page.until("window.seen && seen.begun > 0")
        before = seen(page)
        taken = []
        for moment in (1.0, 0.5, 0.0):
            number = page.value("seen.begun")
            begun = time.monotonic()
            sender.send("/1/scale", moment)
            page.until(f"seen.begun > {number}")
            taken.append(time.monotonic() - begun)
            if moment == 1.0:
                page.until(f"seen.passage > {number}")
                after = seen(page)
        page.until("seen.drawn > 20")
        errors, away = page.errors, page.value("seen.away")

    assert ([], 0) == (errors, away)
    assert np.abs(before - after).mean() > 2
    assert min(taken) < 2  # s, on a machine that others use as well, and asked ten times a second
