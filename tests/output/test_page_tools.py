"""What a reader does with the page in a real browser: rest on a mark, search, look at what is sure only, copy, link."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from factx import Article, Facts, extract

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def card(page: Any) -> str:
    return str(page.locator("#tip").inner_text())


def test_the_card_at_an_amount(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#at-m3").hover()
    page.wait_for_selector("#tip:visible")
    said = card(page)
    for words in ("€1.9 billion", "EUR 1,900,000,000", "Revenue", "2023", "Halden Rail", "up 8% from €1.76 billion", "80 %",
                  "symbol and number"):  # fmt: skip
        assert words in said, said
    lit = page.evaluate("[...document.querySelectorAll('mark.near')].map(mark => mark.dataset.of)")
    assert {"m3", "m4", "n2", "s1"} <= set(lit)
    box, size = page.locator("#tip").bounding_box(), page.viewport_size
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= size["height"]
    page.mouse.move(5, 5)
    page.wait_for_selector("#tip", state="hidden")
    assert page.locator("mark.near").count() == 0


def test_the_card_at_a_quote_a_speaker_and_a_date(show: Open, statement: Facts) -> None:
    page = show(statement)
    for key, wanted in (
        ("q6", ("Tomas Berg", "word for word", "“told”", "90 %")),
        ("s3", ("Ingrid Moen", "chief executive", "3 times")),
        ("d6", ("Monday", "13 May 2024")),
    ):
        page.mouse.move(5, 5)
        page.locator(f"#at-{key}").first.hover(position={"x": 8, "y": 8})
        page.locator("#tip", has_text=wanted[0]).wait_for()
        said = card(page)
        for words in wanted:
            assert words in said, said


def test_the_card_by_keyboard(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#reset").focus()
    page.keyboard.press("Tab")
    page.wait_for_selector("#tip:visible")
    assert "Halden Rail" in card(page)
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_visible() is False


def test_on_a_phone_a_sheet_comes_from_below(show: Open, statement: Facts) -> None:
    page = show(statement, **PHONE)
    page.locator("#at-m3").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.locator("#at-m3").tap()
    page.wait_for_selector("#tip.sheet:visible")
    assert abs(page.evaluate("scrollY") - before) < 500
    assert "EUR 1,900,000,000" in card(page)
    box = page.locator("#tip").bounding_box()
    assert round(box["y"] + box["height"]) == 844
    page.get_by_role("button", name="Show its record").tap()
    page.locator("#m3:focus").wait_for()
    assert page.locator("#tip").is_visible() is False


def test_without_script_the_title_tells(show: Open, statement: Facts) -> None:
    page = show(statement, java_script_enabled=False)
    assert "€1.9 billion – Revenue" in page.locator("#at-m3").get_attribute("title")


def test_search_finds_places_and_records(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#search").fill("inspection")
    assert page.locator("#status").text_content().startswith("4 places in the text. Showing 4 of ")
    assert page.locator("li[data-kind='quote']:visible").count() == 3
    assert page.evaluate("[...CSS.highlights.get('search')].map(range => range.toString())") == ["inspection"] * 4
    assert page.locator("mark.off").count() == 0
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("[...CSS.highlights.get('found')].length") == 1
    page.keyboard.press("Escape")
    assert page.locator("#status").text_content() == ""


@pytest.mark.parametrize("width", [1440, 1280, 800, 390])
def test_the_line_of_filters_is_not_cut_off(show: Open, statement: Facts, width: int) -> None:
    page = show(statement, viewport={"width": width, "height": 844})
    for control in ("#show-quote", "#search", "#by-speaker"):
        box = page.locator(control).bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= width, control
    assert page.locator(".bar").evaluate("bar => [...bar.children].every(part => part.offsetTop >= 0)")
    last = page.locator("#reset").bounding_box()
    assert width < 800 or last["x"] + last["width"] <= width
    assert page.locator(".bar").evaluate("bar => bar.scrollHeight <= bar.clientHeight + 1")


def test_a_card_tells_the_metric_beside_what_it_is(show: Open) -> None:
    facts = extract("Orders from Europe fell 3 percent to $210 million in 2023, driven by steel.")
    page = show(facts)
    page.locator("mark.money").first.hover()
    page.wait_for_selector("#tip:visible")
    told = dict(zip(page.locator("#tip dt").all_inner_texts(), page.locator("#tip dd").all_inner_texts(), strict=True))
    assert told["What it is"] == "orders from Europe (order intake)"
    assert told["Status"] == "down 3 percent"
    assert told["Because of"] == "steel"
    assert "Whose" not in told


def test_search_finds_words_over_the_borders_of_marks(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#search").fill("said that the company")
    assert page.locator("#status").text_content().startswith("1 place in the text.")


def test_only_what_is_sure(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#by-sure").select_option("80")
    assert page.locator("tr[data-record]:visible").count() == 12
    unsure = statement.model_copy(update={"money": [m.model_copy(update={"confidence": 0.5}) for m in statement.money]})
    page = show(unsure)
    assert page.locator("mark.money.unsure").count() == 5
    page.locator("#by-sure").select_option("60")
    assert page.locator("tr[data-kind='money']:visible").count() == 0
    assert page.locator("mark.money").evaluate_all("marks => marks.every(mark => mark.classList.contains('off'))")
    assert "Confidence is below 0.6" in page.locator("#notes + ul").inner_text()


def test_copy_a_quote_with_its_attribution_and_a_link_to_it(show: Open, statement: Facts) -> None:
    page = show(statement, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#q6").get_by_role("button", name="copy").click()
    page.locator("#status", has_text="quote is copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "“An inspection that leaves no record is not an inspection” – Tomas Berg, chair, Transport Safety Board, "
        "Halden Rail rejects regulator’s safety findings"
    )
    page.locator("#q6").get_by_role("button", name="link").click()
    page.locator("#status", has_text="link is copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith(".html#q6")
    page.goto(link)
    page.locator("#q6:focus").wait_for()


def test_a_selected_quote_of_another_speaker_does_not_stay_lit(show: Open, statement: Facts) -> None:
    page = show(statement)
    page.locator("#q6 a.jump").click()
    page.locator("#by-speaker").select_option(label="Ingrid Moen")
    look = page.locator("#at-q6").evaluate("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).padding]")
    assert look == ["rgba(0, 0, 0, 0)", "0px"]


def test_marks_switched_off_take_no_room(show: Open, statement: Facts) -> None:
    page = show(statement)
    for kind, mark in (("money", "#at-m3"), ("quote", "#at-q6"), ("date", "#at-d6")):
        page.locator(f"#show-{kind}").uncheck()
        assert page.locator(mark).evaluate("e => getComputedStyle(e).padding") == "0px"


def test_a_voice_has_one_colour_in_text_and_card(show: Open, statement: Facts) -> None:
    page = show(statement)
    colour = "e => getComputedStyle(e).getPropertyValue('--voice')"
    voices = {page.locator(f"#at-{quote}").evaluate(colour) for quote in ("q1", "q2", "q6")}
    assert len(voices) == 3
    assert page.locator("#at-q6").evaluate(colour) == page.locator("#s4").evaluate(colour) != ""


def test_labels_of_the_time_line_do_not_overlap(show: Open, statement: Facts) -> None:
    facts = extract(Article(text=f"{statement.article.text}\nIt will open in October 2026, and closed in June 2019.\n"))
    page = show(facts, viewport={"width": 390, "height": 844})
    boxes = page.locator(".timeline .tick:visible").evaluate_all(
        "ticks => ticks.map(tick => { const box = tick.getBoundingClientRect(); return [box.left, box.right]; })"
    )
    boxes.sort()
    assert all(left >= right for (_, right), (left, _) in pairwise(boxes)), boxes


def test_in_a_notebook_links_stay_in_the_frame(show: Open, statement: Facts, tmp_path: Path) -> None:
    page = show(statement)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f'<!DOCTYPE html><meta charset="utf-8">{statement._repr_html_()}', encoding="utf-8")
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#q6 a.jump").click()
    frame.locator("#at-q6.current").wait_for()
    frame.locator("#at-m3").click()
    frame.locator("#m3.current").wait_for()
    assert page.url == notebook.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_with_a_card_open(
    show: Open, violations: Callable[[Any], Any], statement: Facts, scheme: str
) -> None:
    page = show(statement, color_scheme=scheme)
    page.locator("#at-m3").hover()
    page.wait_for_selector("#tip:visible")
    assert violations(page) == []
    page = show(statement, color_scheme=scheme, **PHONE)
    page.locator("#at-m3").tap()
    page.wait_for_selector("#tip.sheet:visible")
    assert violations(page) == []
