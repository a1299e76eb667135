"""Acts on the page: in the sentence on top, at the mark, in a list, on the card of who does them; and left out where there are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factx import Facts

lxml_html = pytest.importorskip("lxml.html")

Open = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
FIRST_LINE = "e => { const box = e.getClientRects()[0]; return [box.left + 4, box.top + box.height / 2]; }"
"""Where a mark that is broken over lines can be pointed at."""


def parse(facts: Facts) -> Any:
    return lxml_html.document_fromstring(facts.to_html())


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_sentence_on_top_counts_them(apology: Facts, statement: Facts) -> None:
    assert words(parse(apology).xpath("//p[@class='summary']")[0]).endswith(
        " It tells of 3 apologies and of 1 act on guidance."
    )
    one = apology.model_copy(update={"acts": apology.acts[:1]})
    assert words(parse(one).xpath("//p[@class='summary']")[0]).endswith(" It tells of 1 apology.")
    assert "apolog" not in words(parse(statement).xpath("//p[@class='summary']")[0])
    assert not parse(statement).xpath("//*[@id='acts' or @id='show-act']")


def test_each_is_marked_listed_and_linked(apology: Facts) -> None:
    root = parse(apology)
    for act in apology.acts:
        marks = root.xpath(f"//mark[@data-of='{act.id}']")
        assert "".join(mark.text_content() for mark in marks) == act.span.text
        (item,) = root.xpath(f"//li[@id='{act.id}']")
        assert act.actor in words(item)
        assert act.about in words(item)
    assert words(root.get_element_by_id("a3")) == "Bolt plc apology the delays Ann Lee"
    assert root.get_element_by_id("a3").get("class") == "unsure"


def test_who_does_something_has_a_card(apology: Facts) -> None:
    root = parse(apology)
    cards = {words(card.xpath(".//h3")[0]): words(card) for card in root.xpath("//article")}
    assert "Acts: apology, guidance withdrawn, apology" in next(text for name, text in cards.items() if "Bolt" in name)
    assert "Act: apology" in cards["Rail Committee"]
    assert "Act" not in cards["Ann Lee"]


@pytest.mark.browser
def test_the_card_at_an_act(show: Open, apology: Facts) -> None:
    page = show(apology)
    for key, wanted in (
        (
            "a2",
            {"Who": "Bolt plc", "Which": "its revenue guidance for 2024", "Sure": "90 %", "Rule": "done to guidance"},
        ),
        ("a4", {"Who": "Rail Committee", "What for": "its slow reply", "Who says so": "Bolt plc"}),
    ):
        page.mouse.move(5, 5)
        page.wait_for_selector("#tip", state="hidden")
        page.mouse.move(*page.locator(f"#at-{key}").evaluate(FIRST_LINE))
        page.wait_for_selector("#tip:visible")
        labels, told = (page.locator(f"#tip {tag}").all_inner_texts() for tag in ("dt", "dd"))
        assert wanted.items() <= dict(zip(labels, told, strict=True)).items()


@pytest.mark.browser
def test_the_sheet_at_an_act(show: Open, apology: Facts) -> None:
    page = show(apology, **PHONE)
    page.touchscreen.tap(*page.locator("#at-a2").evaluate(FIRST_LINE))
    page.wait_for_selector("#tip.sheet:visible")
    page.get_by_role("button", name="Show its record").tap()
    page.locator("#a2:focus").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_filters_take_acts_with_them(show: Open, apology: Facts) -> None:
    page = show(apology)
    items = page.locator(".acts li:visible")
    assert items.count() == 4
    page.locator("#by-speaker").select_option(label="Rail Committee")
    assert items.count() == 1
    page.locator("#reset").click()
    page.locator("#by-sure").select_option("60")
    assert items.count() == 3
    page.locator("#reset").click()
    page.locator("#show-act").uncheck()
    assert items.count() == 0
    assert page.locator("#at-a1").evaluate("e => getComputedStyle(e).borderBottomWidth") == "0px"


@pytest.mark.browser
def test_a_link_to_an_act_and_to_a_figure(show: Open, apology: Facts, statement: Facts) -> None:
    for facts, key in ((apology, "a2"), (statement, "m3")):
        page = show(facts, permissions=["clipboard-read", "clipboard-write"])
        page.locator(f"#{key}").hover()
        page.locator(f"#{key}").get_by_role("button", name="link").click()
        page.locator("#status", has_text="link is copied").wait_for()
        link = page.evaluate("navigator.clipboard.readText()")
        assert link.endswith(f".html#{key}")
        page.goto(link)
        page.locator(f"#{key}.current").wait_for()
        assert page.locator(f"#at-{key}").evaluate("e => e.classList.contains('current')")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_violation(
    show: Open, violations: Callable[[Any], Any], apology: Facts, scheme: str, width: int
) -> None:
    page = show(apology, color_scheme=scheme, viewport={"width": width, "height": 844})
    assert violations(page) == []
    page.locator("#a3").scroll_into_view_if_needed()
    page.locator("#a3").hover()
    assert violations(page) == []
