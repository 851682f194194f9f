import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { journey, shows } from "../stage.ts";

/** WCAG 2.2: what shows where the focus is, and where a field ends, stands out from what is beside it by three to one. */
const LEAST = 3;

for (const theme of ["light", "dark"] as const) {
  journey(`where the focus is can be seen everywhere in ${theme}`, { theme }, async ({ tab, type, card, picture }) => {
    await tab.keyboard.type("/");
    await stands(tab, tab.getByRole("option").first(), "outlineColor");
    await tab.keyboard.press("Escape");

    await tab.keyboard.press("Backspace");
    await type("/progression backend mastery 3");
    await shows(card, "Mastery · Level 3");
    await stands(tab, card.locator(".combobox").first(), "borderTopColor");
    await card.getByRole("combobox").first().focus();
    await tab.keyboard.press("Enter");
    await stands(tab, tab.getByRole("option").first(), "outlineColor");
    await picture(`outlines-${theme}-list`);
    await tab.keyboard.press("Escape");

    await tab.getByRole("button", { name: /^Theme/ }).focus();
    await tab.keyboard.press("Tab");
    await stands(tab, tab.getByRole("button", { name: "Journal" }), "outlineColor");
    await tab.keyboard.press("Tab");
    await stands(tab, tab.getByRole("button", { name: /^Act as/ }), "outlineColor");
    await picture(`outlines-${theme}-side`);
    await tab.keyboard.press("Enter");
    await stands(tab, tab.getByRole("menuitem").first(), "outlineColor");
    await picture(`outlines-${theme}-menu`);
  });
}

/** The line is drawn, and differs from every colour that it touches: that of the element and that behind it. */
async function stands(tab: Page, target: Locator, line: "outlineColor" | "borderTopColor"): Promise<void> {
  await target.waitFor();
  const ratios = await target.evaluate((element, property) => {
    const style = getComputedStyle(element);
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const brightness = (colour: string) =>
      channels(colour)
        .slice(0, 3)
        .map((channel) => channel / 255)
        .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
        .reduce((sum, share, index) => sum + share * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const isSolid = (colour: string) => (channels(colour)[3] ?? 1) === 1;
    const behind = (from: Element | null): string => {
      if (from === null) return "rgb(255, 255, 255)";
      const colour = getComputedStyle(from).backgroundColor;
      return isSolid(colour) ? colour : behind(from.parentElement);
    };

    if (property === "outlineColor" && style.outlineStyle === "none") return [1];
    return [behind(element), behind(element.parentElement)].map((colour) => {
      const [dark = 0, bright = 0] = [brightness(style[property]), brightness(colour)].toSorted((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    });
  }, line);

  expect(Math.min(...ratios), `${line} of ${await target.innerText()} on ${tab.url()}`).toBeGreaterThanOrEqual(LEAST);
}
