"""Signing in at a real OpenID provider, as each role; and all that must not get anyone in."""

import base64
import json
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from web.oidc_place import (
    HOST,
    ORIGIN,
    PEOPLE,
    ROLLEN,
    Browser,
    Place,
    Provider,
    given,
    place,
    provider,
    why_not,
)

from routeplanner.dossier.policy import Rol
from routeplanner.dossier.records import Leerling
from routeplanner.web.sessions import IDLE, LONGEST

pytestmark = pytest.mark.skipif(
    bool(why_not()) and os.environ.get("CI") != "true", reason=f"needs a provider: {why_not()}"
)
WHO = {"p-" + rol: rol for rol in Rol}


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with provider() as started:
        yield started


@pytest.fixture
def here(running: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with place(running, tmp_path_factory.mktemp("aanmelden")) as made:
        yield made


@pytest.fixture
def browser(here: Place) -> Browser:
    return here.browser()


def test_there_is_a_person_of_each_role() -> None:
    assert sorted(WHO) == sorted(PEOPLE.keys() - {"p-niemand"})
    assert sorted(ROLLEN.values()) == sorted(Rol)


@pytest.mark.parametrize("who", WHO)
def test_each_role_signs_in(browser: Browser, who: str) -> None:
    answer = browser.signs_in(who)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    person = browser.place.door.sessions.get(str(browser.key))
    assert person is not None
    assert (person.id, person.rollen) == (who, {WHO[who]})
    assert person.klassen == ({"3M"} if who == "p-mentor" else set())
    assert person.teams == ({"mijn team"} if who == "p-teamleider" else set())
    assert (person.leerling is not None) is (who == "p-leerling")
    home = browser.page.get("/")
    assert home.status_code == 200
    assert "Meld je af" in home.text


def test_a_pupil_begins_once_and_is_found_again(browser: Browser) -> None:
    browser.signs_in("p-leerling")
    form = {"naam": "Proef Persoon", "programma": "VT", "leerweg": "KB"}
    for _ in range(2):
        answer = browser.page.post("/leerling", data=form, headers={"origin": ORIGIN})
        assert browser.page.get(answer.headers["location"]).status_code == 200
    (pupil,) = browser.place.store.find(Leerling)
    assert "p-leerling" not in pupil.id
    assert {line.door for line in browser.place.store.trail()} == {"p-leerling"}


def test_the_roles_may_come_from_userinfo(tmp_path_factory: pytest.TempPathFactory) -> None:
    with provider(in_userinfo=True) as running, place(running, tmp_path_factory.mktemp("meer")) as made:
        browser = made.browser()
        assert browser.signs_in("p-mentor").status_code == 303
        assert "/me" in made.between.asked
        assert browser.page.get("/").status_code == 200


def test_one_without_a_role_is_refused(browser: Browser) -> None:
    answer = browser.signs_in("p-niemand")
    assert answer.status_code == 403
    assert "zegt niet wat je hier mag" in answer.text
    assert browser.key is None


def test_the_cookie_of_the_session(browser: Browser) -> None:
    held = browser.signs_in("p-mentor").headers.get_list("set-cookie")
    (session,) = [text for text in held if text.startswith("__Host-routeplanner=")]
    assert {part.strip().lower() for part in session.split(";")[1:]} == {
        "httponly",
        "secure",
        "samesite=lax",
        "path=/",
    }


def test_the_question_has_all_that_protects_it(browser: Browser) -> None:
    first, second = given(browser.asks()), given(browser.asks())
    assert (first["response_type"], first["code_challenge_method"]) == ("code", "S256")
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 40
        assert first[name] != second[name]


def test_without_a_session_one_is_sent_to_sign_in_and_then_on(browser: Browser) -> None:
    away = browser.page.get("/gesprek/abc")
    assert (away.status_code, away.headers["location"]) == (303, "/aanmelden?naar=%2Fgesprek%2Fabc")
    assert browser.signs_in("p-mentor", away.headers["location"]).headers["location"] == "/gesprek/abc"
    part = browser.place.browser().page.get("/gesprek/abc/nieuws", headers={"hx-request": "true"})
    assert (part.status_code, part.headers["hx-redirect"]) == (403, "/aanmelden?naar=%2F")
    broken = {"hx-request": "true", "hx-current-url": "https://[x"}
    assert (
        browser.place.browser().page.get("/", headers=broken).headers["hx-redirect"] == "/aanmelden?naar=%2F"
    )


def test_a_click_after_the_session_tells_that_nothing_was_saved(browser: Browser) -> None:
    form = browser.page.post("/gesprek/abc/doe/kies", headers={"origin": ORIGIN})
    assert form.status_code == 403
    assert "Wat je net deed, is niet bewaard" in form.text
    headers = {"origin": ORIGIN, "hx-request": "true", "hx-current-url": f"{ORIGIN}/gesprek/abc?waarom=x"}
    part = browser.page.post("/gesprek/abc/doe/kies", headers=headers)
    assert (part.status_code, part.headers["hx-redirect"]) == (403, "/aanmelden?naar=%2Fgesprek%2Fabc")


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/%2F/evil.example",
        "/.//evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "",
        "/@evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(browser: Browser, to: str) -> None:
    asked = browser.page.get("/aanmelden", params={"naar": to}).headers["location"]
    back = browser.page.get(browser.identifies(asked, "p-mentor"))
    assert (back.status_code, back.headers["location"]) == (303, "/")


# ---- what must not get anyone in


def refused(browser: Browser, path: str) -> None:
    answer = browser.page.get(path)
    assert answer.status_code == 403
    assert "Het aanmelden is niet gelukt" in answer.text
    assert browser.key is None
    assert browser.page.get("/").status_code == 303


def test_a_wrong_state(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    state = given(back)["state"]
    refused(browser, back.replace(state, f"{state[:-1]}_"))


def test_no_state(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    refused(browser, back.replace("state=", "stand="))


def test_two_states(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    refused(browser, f"{back}&state=x")


def test_the_answer_of_another_browser(browser: Browser) -> None:
    back = browser.place.browser()
    path = back.identifies(back.asks(), "p-beheerder")
    refused(browser, path)  # that never asked
    browser.asks()
    refused(browser, path)  # that asked something else


def test_an_answer_is_taken_once(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    assert browser.page.get(back).status_code == 303
    browser.page.cookies.delete(browser.place.door.cookie)
    refused(browser, back)


def test_a_code_is_taken_once_by_the_provider_too(browser: Browser) -> None:
    asked = browser.asks()
    cookies = dict(browser.page.cookies)
    back = browser.identifies(asked, "p-mentor")
    code = given(back)["code"]
    assert browser.page.get(back).status_code == 303
    another = browser.place.browser()
    path = another.identifies(another.asks(), "p-mentor")
    assert cookies
    refused(another, path.replace(given(path)["code"], code))


def test_a_code_that_is_none(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    refused(browser, back.replace(given(back)["code"], "geraden"))


def test_another_issuer_in_the_address(browser: Browser) -> None:
    back = browser.identifies(browser.asks(), "p-mentor")
    assert "iss=" in back
    refused(browser, f"{back.partition('&iss=')[0]}&iss=https%3A%2F%2Fevil.example")
    again = browser.identifies(browser.asks(), "p-mentor")
    refused(browser, again.partition("&iss=")[0])


def test_a_refusal_of_the_provider(browser: Browser) -> None:
    state = given(browser.asks())["state"]
    refused(browser, f"/aanmelden/terug?error=access_denied&state={state}")


NOW = int(time.time())
NOT_MINE = RSAKey.generate_key(2048, {"kid": "proef", "use": "sig", "alg": "RS256"})


def unsigned(claims: dict[str, Any]) -> str:
    parts = ({"alg": "none", "typ": "JWT"}, claims)
    texts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*texts, ""])


def with_shared_secret(claims: dict[str, Any], running: Provider) -> str:
    """Sign with the public key as if it were a secret: the old trick with a check that believes `alg`."""
    import hashlib
    import hmac

    head = {"alg": "HS256", "kid": "proef", "typ": "JWT"}
    texts = [base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in (head, claims)]
    made = hmac.new(running.key.as_pem(private=False), ".".join(texts).encode(), hashlib.sha256).digest()
    return ".".join([*texts, base64.urlsafe_b64encode(made).rstrip(b"=").decode()])


FORGED: dict[str, Callable[[Provider, dict[str, Any]], str | None]] = {
    "wrong nonce": lambda p, c: p.signed(c | {"nonce": "x" * 43}),
    "no nonce": lambda p, c: p.signed({k: v for k, v in c.items() if k != "nonce"}),
    "wrong issuer": lambda p, c: p.signed(c | {"iss": "https://evil.example"}),
    "no issuer": lambda p, c: p.signed({k: v for k, v in c.items() if k != "iss"}),
    "for another": lambda p, c: p.signed(c | {"aud": "een-ander"}),
    "for another too": lambda p, c: p.signed(c | {"aud": ["routeplanner", "een-ander"]}),
    "asked by another": lambda p, c: p.signed(c | {"azp": "een-ander"}),
    "for nobody": lambda p, c: p.signed({k: v for k, v in c.items() if k != "aud"}),
    "expired": lambda p, c: p.signed(c | {"exp": NOW - 120, "iat": NOW - 600}),
    "no expiry": lambda p, c: p.signed({k: v for k, v in c.items() if k != "exp"}),
    "of the future": lambda p, c: p.signed(c | {"iat": NOW + 3600}),
    "signed by another": lambda p, c: p.signed(c, key=NOT_MINE),
    "unsigned": lambda _, c: unsigned(c),
    "signed with the public key": lambda p, c: with_shared_secret(c, p),
    "other access token": lambda p, c: p.signed(c | {"at_hash": "x" * 22}),
    "cut off": lambda p, c: p.signed(c)[:-4],
    "no token": lambda *_: None,
    "no text": lambda *_: "...",
}


@pytest.mark.parametrize("kind", [None, *FORGED])
def test_a_token_that_is_not_as_it_must_be(browser: Browser, kind: str | None) -> None:
    running = browser.place.provider

    def change(token: dict[str, Any]) -> dict[str, Any]:
        body = token["id_token"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return token | {"id_token": running.signed(claims) if kind is None else FORGED[kind](running, claims)}

    browser.place.between.change = change
    if (
        kind is None
    ):  # made again in the same way it does get in: what is refused is what is wrong with the others
        assert browser.signs_in("p-mentor").status_code == 303
    else:
        refused(browser, browser.identifies(browser.asks(), "p-mentor"))


def test_a_provider_that_is_away_or_another_than_it_says(here: Place) -> None:
    from dataclasses import replace

    service, browser = here.service, here.browser()
    issuer = here.provider.issuer
    for one in ("http://127.0.0.1:1", issuer.replace("127.0.0.1", "127.0.0.2"), f"{issuer}/"):
        service.sign_in = replace(service.sign_in, issuer=one)
        service._told, service._again = None, 0.0
        answer = browser.page.get("/aanmelden")
        assert answer.status_code == 503
        assert "antwoordt niet" in answer.text
    asked = len(here.between.asked)
    assert browser.page.get("/aanmelden").status_code == 503
    assert len(here.between.asked) == asked  # it is left alone for a while


# ---- the session


def test_the_key_is_another_after_signing_in_again(browser: Browser) -> None:
    browser.signs_in("p-mentor")
    first = browser.key
    browser.signs_in("p-mentor")
    assert first is not None
    assert browser.key not in {first, None}
    assert browser.place.door.sessions.get(first) is None


def test_a_key_of_before_is_never_taken_over(browser: Browser) -> None:
    browser.page.cookies.set(browser.place.door.cookie, "gekozen-door-een-ander", domain=HOST)
    browser.signs_in("p-mentor")
    assert browser.place.door.sessions.get("gekozen-door-een-ander") is None


def test_signing_out_ends_the_session_itself(browser: Browser) -> None:
    browser.signs_in("p-mentor")
    key = str(browser.key)
    assert browser.page.post("/aanmelden/uit").status_code == 403  # a form of another page
    assert browser.page.get("/").status_code == 200
    answer = browser.page.post("/aanmelden/uit", headers={"origin": ORIGIN})
    assert "Je bent afgemeld" in answer.text
    browser.page.cookies.set(browser.place.door.cookie, key, domain=HOST)
    assert browser.page.get("/").status_code == 303


def test_who_comes_after_one_who_signed_out_has_to_tell_who_it_is(browser: Browser) -> None:
    browser.signs_in("p-mentor")
    browser.page.post("/aanmelden/uit", headers={"origin": ORIGIN})
    asked = browser.asks()
    assert given(asked)["prompt"] == "login"
    browser.page.get(browser.identifies(asked, "p-leerling"))  # the provider does show its form
    person = browser.place.door.sessions.get(str(browser.key))
    assert person is not None
    assert person.id == "p-leerling"
    assert "prompt" not in given(browser.asks())


def test_a_session_ends_without_a_click(browser: Browser) -> None:
    browser.signs_in("p-mentor")
    clock = browser.place.clock
    clock[0] += IDLE - 1
    assert browser.page.get("/").status_code == 200
    clock[0] += IDLE - 1
    # a page that refreshes itself is no click
    assert browser.page.get("/gesprek/x/nieuws").status_code == 404
    clock[0] += 2
    assert browser.page.get("/").status_code == 303


def test_a_session_ends_after_a_school_day(browser: Browser) -> None:
    browser.signs_in("p-mentor")
    clock = browser.place.clock
    for _ in range(int(LONGEST // (IDLE - 1))):
        clock[0] += IDLE - 1
        assert browser.page.get("/").status_code == 200
    clock[0] += IDLE - 1
    assert browser.page.get("/").status_code == 303
