"""The page of a comparison in a real browser: from one text to the other by mouse and keyboard; filters; axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factx import Comparison, compare

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
EXAMPLE = Path(__file__).parents[2] / "examples" / "compare"


@pytest.fixture(scope="module")
def example() -> Comparison:
    if not EXAMPLE.is_dir():
        pytest.skip("run outside the project")
    return compare(EXAMPLE / "statement.txt", EXAMPLE / "report.txt")


@pytest.fixture(scope="module")
def long() -> Comparison:
    """Two texts of many screens, of which the later one has its last quote changed."""
    parts = [
        f"“We sold {n} engines in the town of number {n}, and all of them run,” said Ann Lee, head of sales at Bolt."
        for n in range(20, 120)
    ]
    return compare(
        "\n\n".join(parts), "\n\n".join([*parts[:-1], parts[-1].replace("all of them", "few of them")]), mode="report"
    )


def in_frame(page: Any, selector: str) -> bool:
    """Is the element to be seen inside its side of the page?"""
    return bool(
        page.locator(selector).first.evaluate(
            "e => { const b = e.getBoundingClientRect(), s = e.closest('.side').getBoundingClientRect();"
            " return b.top >= s.top && b.bottom <= s.bottom + 1 && b.top >= 0; }"
        )
    )


def focus(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.dataset.of || ''"))


def wrong(found: Comparison, status: str) -> str:
    return found.of(status)[0].id


def test_a_click_in_one_text_scrolls_the_other(show: Open, long: Comparison) -> None:
    page = show(long)
    key = wrong(long, "altered")
    assert not in_frame(page, f"#at-s-{key}")
    page.locator("#report").evaluate("e => e.scrollTo(0, e.scrollHeight)")
    page.locator(f"#at-r-{key}").click()
    assert in_frame(page, f"#at-s-{key}")
    assert in_frame(page, f"#{key}")
    for place in (f"#at-r-{key}", f"#at-s-{key}", f"#{key}"):
        assert page.locator(place).evaluate("e => e.classList.contains('current')")


def test_a_finding_leads_to_both_texts(show: Open, long: Comparison) -> None:
    page = show(long)
    key = wrong(long, "altered")
    page.locator(f"#{key} .what").click()
    assert in_frame(page, f"#at-s-{key}")
    assert in_frame(page, f"#at-r-{key}")
    page.locator(f"#{key} a.jump").nth(1).click()
    assert focus(page) == f"at-s-{key}"


def test_keyboard_only(show: Open, example: Comparison) -> None:
    page = show(example)
    page.locator("#source").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#source-text mark.wrong')")
    page.keyboard.press("Enter")
    first = focus(page)
    assert first.startswith("at-r-")
    page.keyboard.press("ArrowRight")
    assert focus(page) not in (first, "")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-finding]')")
    key = page.evaluate("document.activeElement.dataset.finding")
    page.keyboard.press("Enter")
    assert focus(page) == f"at-r-{key}"


@pytest.mark.parametrize("script", [True, False])
def test_filters_need_no_script(show: Open, example: Comparison, script: bool) -> None:
    page = show(example, java_script_enabled=script)
    visible = "li[data-finding]:visible"
    everything = len(example.findings) + len(example.left_out)
    assert page.locator(visible).count() == everything
    page.locator("#show-right").uncheck()
    page.locator("#show-left").uncheck()
    assert page.locator(visible).count() == len(example.wrong())
    page.locator("#show-quote").uncheck()
    assert page.locator(visible).count() == sum(f.kind != "quote" for f in example.wrong())
    assert (
        page.locator("mark.quote.wrong").first.evaluate("e => getComputedStyle(e).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )


def test_all_is_there_without_script(show: Open, example: Comparison) -> None:
    page = show(example, java_script_enabled=False)
    assert page.locator("#source-text").text_content() == example.source.article.text
    assert page.locator("#report-text").text_content() == example.report.article.text
    key = wrong(example, "other speaker")
    page.locator(f"#{key} a.jump").nth(1).click()
    assert in_frame(page, f"#at-s-{key}")


def test_texts_are_under_each_other_on_a_phone(show: Open, example: Comparison) -> None:
    page = show(example, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    source, report = (page.locator(side).bounding_box() for side in ("#source", "#report"))
    assert source["y"] + source["height"] <= report["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1000, 390])
def test_axe_finds_no_violation(
    show: Open, violations: Callable[[Any], Any], example: Comparison, scheme: str, width: int
) -> None:
    page = show(example, color_scheme=scheme, viewport={"width": width, "height": 844})
    assert violations(page) == []
    page.locator("mark.wrong").first.click()
    assert violations(page) == []


@pytest.fixture(scope="module")
def acts() -> Comparison:
    """A statement that apologises and withdraws guidance, and a report that has one of both otherwise and leaves a number out."""
    source = (
        "LONDON, 7 May 2024 – Bolt plc apologised for the failure of its engines and withdrew its revenue guidance for 2024. "
        "It sold 300 engines in April. It reaffirmed its margin outlook."
    )
    report = "Bolt plc has said sorry for the failure of its engines. It raised its revenue guidance for 2024."
    return compare(source, report, mode="report")


def test_acts_are_findings_like_others(show: Open, acts: Comparison) -> None:
    page = show(acts)
    assert {finding.status for finding in acts.findings if finding.kind == "act"} == {"equal", "differs"}
    page.locator(f"#at-r-{wrong(acts, 'differs')}").click()
    assert page.locator(f"#at-s-{wrong(acts, 'differs')}").evaluate("e => e.classList.contains('current')")
    items = page.locator("li[data-finding]:visible")
    before = items.count()
    page.locator("#show-act").uncheck()
    assert items.count() == before - 2 - 1  # two findings, one that is not taken up
    assert page.locator("mark.act").first.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.locator("#show-number").uncheck()
    assert items.count() == before - 3 - 1


def test_where_there_are_no_acts_there_is_no_filter_for_them(show: Open, example: Comparison) -> None:
    assert show(example).locator("#show-act").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_violation_with_acts(
    show: Open, violations: Callable[[Any], Any], acts: Comparison, scheme: str, width: int
) -> None:
    assert violations(show(acts, color_scheme=scheme, viewport={"width": width, "height": 844})) == []
