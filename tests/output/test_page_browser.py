"""The page in a real browser: from record to text and back, by mouse and by keyboard; filters; hostile text; axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factx import Facts

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def in_view(page: Any, selector: str) -> bool:
    box, size = page.locator(selector).first.bounding_box(), page.viewport_size
    return bool(box and box["y"] >= 50 and box["y"] < size["height"] and box["x"] >= 0)


def focus(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.dataset.of || ''"))


def test_record_to_text_and_back(show: Open, hundred_quotes: Facts) -> None:
    page = show(hundred_quotes)
    page.locator("#q95 a.jump").click()
    assert page.locator("#at-q95").evaluate("e => e.classList.contains('current')")
    assert in_view(page, "#at-q95")
    assert focus(page) == "at-q95"
    page.locator("#at-m90").click()
    assert page.locator("#m90").evaluate("e => e.classList.contains('current')")
    assert in_view(page, "#m90")
    assert not page.locator("#at-q95").evaluate("e => e.classList.contains('current')")
    page.locator("#m50 td").first.click()
    assert focus(page) == "at-m50"
    assert in_view(page, "#at-m50")


def test_the_back_button_works(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#q2 a.jump").click()
    page.locator("#q6 a.jump").click()
    page.go_back()
    page.wait_for_function("document.activeElement.id === 'at-q2'")
    assert page.locator("#at-q2").evaluate("e => e.classList.contains('current')")


def test_all_parts_of_a_record_light_up(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#q2 a.jump").click()
    assert page.locator("mark.current[data-of='q2']").count() == 2


def test_keyboard_only(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#reset").focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.tagName + document.activeElement.dataset.of")
    assert first == "MARKs1"
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.of")
    assert second == "d1"
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    key = page.evaluate("document.activeElement.dataset.of")
    page.keyboard.press("Enter")
    page.wait_for_function("!document.activeElement.matches('mark')")
    assert page.evaluate("(key) => document.activeElement.dataset.record.split(' ').includes(key)", key)
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('mark')")
    assert page.evaluate("document.activeElement.dataset.of") == key
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.matches('mark')")


def test_record_by_keyboard(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#q6 a.jump").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'at-q6'")


def test_filter_by_speaker(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#by-speaker").select_option(label="Ingrid Moen")
    quotes = page.locator("li[data-kind='quote']:visible")
    assert {quotes.nth(i).get_attribute("data-speaker") for i in range(quotes.count())} == {"s3"}
    assert page.locator("tr[data-record]:visible").count() == 2
    assert page.locator("article.card:visible").count() == 1
    assert page.locator("#at-q6").evaluate("e => e.classList.contains('off')")
    assert not page.locator("#at-q2").evaluate("e => e.classList.contains('off')")
    assert page.locator("#status").text_content() == "Showing 5 of 32 records."
    page.locator("#reset").click()
    assert page.locator("#status").text_content() == ""
    assert page.locator("article.card:visible").count() == 7


def test_filter_by_part(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#by-section").select_option("boilerplate")
    assert page.locator("tr[data-record]:visible").count() == 2
    assert page.locator("li[data-kind='quote']:visible").count() == 0


def test_filter_by_kind_also_without_script(show: Open, statement: Facts) -> None:
    for script in (True, False):
        page = show(statement, java_script_enabled=script)
        colour = "e => getComputedStyle(e).backgroundColor"
        page.locator("#show-money").uncheck()
        assert page.locator("tr[data-kind='money']:visible").count() == 0
        assert page.locator("tr[data-kind='number']:visible").count() == 7
        if script:
            assert page.locator("#at-m3").evaluate(colour) == "rgba(0, 0, 0, 0)"


def test_without_script_everything_is_there(show: Open, statement: Facts) -> None:
    page = show(statement, java_script_enabled=False)
    assert page.locator("#text").inner_text().startswith("Halden Rail rejects")
    assert page.locator("#reset").is_visible() is False
    assert page.locator("tr[data-record]:visible").count() == 12
    assert page.locator("li[data-kind='quote']:visible").count() == 9
    page.locator("#q6 a.jump").click()
    assert in_view(page, "#at-q6")


def test_table_sorts_up_down_and_back(show: Open, statement: Facts) -> None:
    page = show(statement)
    order = "[...document.querySelectorAll('.claims tbody tr')].map(row => row.id)"
    before = page.evaluate(order)
    amount = page.locator(".claims thead button").first
    amount.click()
    lows = [
        float(v) for v in page.evaluate("[...document.querySelectorAll('.claims tbody th')].map(c => c.dataset.sort)")
    ]
    assert lows == sorted(lows)
    assert page.locator(".claims thead th").first.get_attribute("aria-sort") == "ascending"
    amount.click()
    assert page.evaluate(order)[0] == "m5"
    amount.click()
    assert page.evaluate(order) == before
    page.locator(".claims thead button").nth(3).click()
    assert page.locator(".claims tbody td:nth-child(4)").first.inner_text() == "Halden Rail"


def test_hostile_text_stays_text(show: Open, hostile_texts: list[str], make_hostile: Callable[[str], Facts]) -> None:
    for evil in hostile_texts:
        facts = make_hostile(evil)
        page = show(facts)
        shown = page.evaluate("document.getElementById('text').textContent")
        assert shown == facts.article.text.replace("\x00", "\u2400")
        assert page.locator("script").count() == 1
        assert page.locator("img, b[onclick], [onerror], [onfocus]").count() == 0


def test_phone_needs_no_sideways_scrolling(
    show: Open, statement: Facts, hundred_quotes: Facts, make_hostile: Any
) -> None:
    for facts in (statement, hundred_quotes, make_hostile("x" * 300)):
        page = show(facts, viewport={"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_print_shows_article_and_records(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.emulate_media(media="print")
    assert page.locator(".menus").is_visible() is False
    assert page.locator("#notes").is_visible()
    assert page.locator(".records").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert len(page.pdf(print_background=True)) > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_violation(
    show: Open, violations: Callable[[Any], Any], statement: Facts, hundred_quotes: Facts, scheme: str, width: int
) -> None:
    for facts in (statement, hundred_quotes):
        page = show(facts, color_scheme=scheme, viewport={"width": width, "height": 844})
        assert violations(page) == []
