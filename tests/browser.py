"""A real headless Chromium with the network cut, in which a page may ask for nothing and say nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.folders import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PICTURES = ROOT / "out" / "pictures"
# Runs before anything of the page: whatever an attack does or the policy blocks is written down.
WATCH = """
window.__blocked = [];
document.addEventListener('securitypolicyviolation', e => window.__blocked.push(e.violatedDirective));
"""


@pytest.fixture(scope="module")  # not longer: its event loop would make other files' Prefect wait
def browser():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        reason = "no browser to look at the report with: install the package chromium"
        if os.environ.get("CORPUS_HEALTH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        # Root may not use the sandbox, and /dev/shm is small in containers.
        chromium = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Return a function that opens a page; at the end nothing may have been asked for or said."""
    contexts, noise = [], []

    def watched(page):
        page.on("request", lambda request: noise.append(f"request {request.url}"))
        page.on("console", lambda message: noise.append(f"console {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error {error}"))
        page.on("dialog", lambda dialog: (noise.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: noise.append(f"popup {popup.url}"))

    def show(html, viewport=DESKTOP, **settings):
        file = html if isinstance(html, Path) else tmp_path / f"report {len(contexts)}.html"
        if file is not html:
            file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport=viewport, offline=True, **settings)
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        watched(page)
        page.goto(file.as_uri())
        assert noise.pop(0) == f"request {file.as_uri()}"
        return page

    show.noise = noise
    yield show
    for context in contexts:
        context.close()
    assert noise == []


def overflow(page):
    """By how many pixels the page sticks out to the side."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
