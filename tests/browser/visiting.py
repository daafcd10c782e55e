"""A window of the browser, with an eye on everything that it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from browser.server import Server
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

SANNE = {"naam": "Sanne Verzonnen", "klas": "3B", "programma": "VT", "leerweg": "KB", "doel": "Autoverkoper"}

# A page of 4xx that a test asks for on purpose, and a click that let go of the one before it.
EXPECTED = re.compile(r"status of 4\d\d|htmx:(sendAbort|afterRequest),|Response Status Error Code 4")


@dataclass
class Visit:
    """A window, and what it did: what it asked, and what it complained of."""

    context: BrowserContext
    page: Page
    server: Server
    asked: list[str] = field(default_factory=list)
    """The addresses of all requests and sockets, of every page."""
    complaints: list[str] = field(default_factory=list)
    """Errors on the console and in scripts, and dialogs; the end of the test wants none."""

    @classmethod
    def of(cls, browser: Browser, server: Server, **how: object) -> Visit:
        context = browser.new_context(**how)
        context.set_default_timeout(10_000)
        made = cls(context, context.new_page(), server)
        context.on("request", lambda request: made.asked.append(request.url))
        made.watch(made.page)
        made.page.goto(server.address)
        return made

    def watch(self, page: Page) -> Page:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        return page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not EXPECTED.search(message.text):
            self.complaints.append(f"console: {message.text}")

    def tab(self) -> Page:
        """Another tab of the same browser, on the same page."""
        page = self.watch(self.context.new_page())
        page.goto(self.page.url)
        return page

    def begin(self, **form: str) -> Page:
        """Begin a conversation as a mentor does, and return the page of it."""
        wanted = SANNE | form
        self.page.get_by_label("Naam").fill(wanted["naam"])
        self.page.get_by_label("Klas").fill(wanted["klas"])
        for label, name in (
            ("Programma", "programma"),
            ("Leerweg", "leerweg"),
            ("Wat wil je worden?", "doel"),
        ):
            self.page.get_by_role("combobox", name=label).select_option(wanted[name])
        self.page.get_by_role("button", name="Begin", exact=True).click()
        self.page.wait_for_selector("#gesprek")
        return self.page

    def close(self) -> None:
        self.context.close()
        elsewhere = [url for url in self.asked if not url.startswith((f"{self.server.origin}/", "data:"))]
        assert self.asked
        assert elsewhere == [], "a page asked for something that is not on this machine"
        assert self.complaints == []


def pick(page: Page, name: str) -> Locator:
    """The button of a choice, by what it says, with the unit that it is of."""
    return page.locator("button.pick").filter(has_text=name)


def settled(page: Page) -> Page:
    """The page when what was clicked has been answered and shown."""
    page.wait_for_load_state()
    page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
    return page
