import { expect, test } from "vitest";
import { filterChoices } from "../../../playground/page/elements/combobox.tsx";
import { formatPlace, parsePlace } from "../../../playground/page/place.ts";
import { changeKey, viewState } from "../../../playground/page/surface/element-state.ts";
import { missingFields } from "../../../playground/page/surface/missing-fields.ts";
import { dayName } from "../../../playground/page/text/time.ts";
import { fromZoned, toZoned } from "../../../playground/page/text/zoned.ts";
import { option } from "./drawn.tsx";

const input = (id: string, element: object, more = {}) => ({
  type: "input",
  block_id: id,
  element: { action_id: "a", ...element },
  ...more,
});

test("the state holds every element with a value, changed or as it began, and no button", () => {
  const blocks = [
    input("what", { type: "plain_text_input" }),
    input("who", { type: "multi_users_select", initial_users: ["U1"] }),
    {
      type: "section",
      block_id: "s",
      accessory: { type: "static_select", action_id: "t", initial_option: option("One") },
    },
    {
      type: "actions",
      block_id: "x",
      elements: [
        { type: "button", action_id: "go" },
        { type: "datepicker", action_id: "d" },
      ],
    },
  ];
  const changes = new Map([[changeKey("what", "a"), { type: "plain_text_input", value: "Led it" }]]);
  expect(viewState(blocks, changes)).toEqual({
    what: { a: { type: "plain_text_input", value: "Led it" } },
    who: { a: { type: "multi_users_select", selected_users: ["U1"] } },
    s: { t: { type: "static_select", selected_option: option("One") } },
    x: { d: { type: "datepicker", selected_date: null } },
  });
});

test("a required field that is empty, and a text outside its length, are named before anything is sent", () => {
  const blocks = [
    input("a", { type: "plain_text_input" }),
    input("b", { type: "plain_text_input" }, { optional: true }),
    input("c", { type: "plain_text_input", min_length: 5, initial_value: "abc" }),
    input("d", { type: "plain_text_input", max_length: 2, initial_value: "abc" }),
    input("e", { type: "multi_static_select" }),
    input("f", { type: "plain_text_input", initial_value: "fine" }),
  ];
  expect(Object.keys(missingFields(blocks, viewState(blocks, new Map())))).toEqual(["a", "c", "d", "e"]);
});

test("type-ahead finds words of a sentence in any order", () => {
  const choice = (label: string) => ({ key: label, label, detail: "", group: "" });
  const choices = [choice("Leads the response to an incident"), choice("Reviews designs")];
  expect(filterChoices(choices, "incident lead").map(({ label }) => label)).toEqual([choices[0]?.label]);
  expect(filterChoices(choices, "")).toHaveLength(2);
});

test("a place survives the address bar", () => {
  const place = { as: "U1", in: "C1", tab: "home" } as const;
  expect(parsePlace(formatPlace(place))).toEqual(place);
  expect(parsePlace("")).toEqual({ as: "", in: "", tab: "messages" });
});

test.each(["Europe/London", "America/New_York", "Asia/Kathmandu"])(
  "wall-clock time in %s goes there and back",
  (tz) => {
    for (const seconds of [1_774_749_600, 1_774_753_200, 1_793_494_800]) {
      expect(toZoned(fromZoned(toZoned(seconds, tz), tz), tz)).toBe(toZoned(seconds, tz));
    }
    expect(fromZoned("2026-07-01T12:00", "Europe/London")).toBe(Date.parse("2026-07-01T11:00Z") / 1000);
  },
);

test("days are those of the person's own zone", () => {
  const now = new Date("2026-11-21T02:00Z");
  expect(dayName(new Date("2026-11-20T23:30Z"), "Asia/Tokyo", now)).toBe("Today");
  expect(dayName(new Date("2026-11-20T23:30Z"), "Europe/London", now)).toBe("Yesterday");
});
