import { describe, expect, test } from "vitest";
import type { Breach } from "../../../src/slack/block-kit/breach.ts";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { ELEMENT_SURFACES, SURFACE_BLOCKS, type Surface } from "../../../src/slack/block-kit/surfaces.ts";
import {
  around,
  BLOCK_SAMPLES,
  block,
  ELEMENT_SAMPLES,
  element,
  type Fields,
  home,
  message,
  modal,
} from "./samples.ts";

// Every field of every sample is taken away, given a wrong type, and joined by a stranger: each time exactly one breach, in the right place.

const SURFACES: readonly Surface[] = ["message", "modal", "home"];
const wrap = { message, modal, home };

function check(surface: Surface, payload: Fields): Breach[] {
  return surface === "message" ? checkMessage(payload) : checkView(payload);
}

function surfaceOfElement(type: string): Surface {
  return ELEMENT_SURFACES[type]?.[0] ?? "message";
}

interface Sample {
  readonly name: string;
  readonly surface: Surface;
  readonly payload: Fields;
  /** Where the sample's own fields stand. */
  readonly at: readonly (string | number)[];
}

function placeOf(type: string): readonly (string | number)[] {
  if (type.endsWith("_input")) return ["blocks", 0, "element"];
  return ["blocks", 0, type === "url" ? "sources" : "elements", 0];
}

const samples: Sample[] = [
  ...SURFACES.flatMap((surface) =>
    SURFACE_BLOCKS[surface].map((type) => ({
      name: `${type} in a ${surface}`,
      surface,
      payload: wrap[surface](block(type)),
      at: ["blocks", 0],
    })),
  ),
  ...Object.keys(ELEMENT_SAMPLES).map((type) => ({
    name: type,
    surface: surfaceOfElement(type),
    payload: around(type, element(type), surfaceOfElement(type)),
    at: placeOf(type),
  })),
  { name: "message", surface: "message", payload: { ...message(), response_type: "ephemeral" }, at: [] },
  { name: "modal", surface: "modal", payload: modal(block("divider")), at: [] },
  { name: "home", surface: "home", payload: home(block("divider")), at: [] },
];

function getAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], root);
}

/** A copy with one value replaced; undefined takes it away. */
function withAt(root: unknown, path: readonly (string | number)[], value: unknown): Fields {
  const copy = JSON.parse(JSON.stringify(root)) as Fields;
  const parent = getAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function paths(root: unknown, from: readonly (string | number)[]): (readonly (string | number)[])[] {
  const value = getAt(root, from);
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key) => [[...from, key], ...paths(root, [...from, key])]);
}

const pointer = (path: readonly (string | number)[]) => path.map((step) => `/${step}`).join("");

describe("a sample with every field that it can have", () => {
  test.each(samples)("is valid: $name", ({ surface, payload }) => {
    expect(check(surface, payload)).toEqual([]);
  });

  test("exists for every block and every element", () => {
    const allowed = new Set(SURFACES.flatMap((surface) => SURFACE_BLOCKS[surface]));
    expect(Object.keys(BLOCK_SAMPLES).sort()).toEqual([...allowed].sort());
  });

  test.each(samples)("has every value looked at: $name", ({ surface, payload, at }) => {
    for (const path of paths(payload, at)) {
      const found = check(surface, withAt(payload, path, null));
      const nullable = path.includes("column_settings") && typeof path.at(-1) === "number";
      if (nullable) continue;
      const where = path.at(-1) === "type" ? [pointer(path), pointer(path.slice(0, -1))] : [pointer(path)];
      expect(
        found.map((breach) => breach.pointer).some((one) => where.includes(one)),
        `${pointer(path)} may be null`,
      ).toBe(true);
    }
  });

  test.each(samples)("takes no stranger: $name", ({ surface, payload, at }) => {
    if (surface === "message" && at.length === 0) return;
    for (const path of [at, ...paths(payload, at)]) {
      const value = getAt(payload, path);
      if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
      const found = check(surface, withAt(payload, [...path, "a/b~c"], 1));
      expect(found).toMatchObject([
        { code: "failed_constraint", pointer: `${pointer(path)}/a~1b~0c`, constraint: { type: "additional_property" } },
      ]);
    }
  });
});

describe("required fields", () => {
  const required: Readonly<Record<string, readonly string[]>> = {
    actions: ["elements"],
    alert: ["text"],
    carousel: ["elements"],
    container: ["child_blocks"],
    context: ["elements"],
    context_actions: ["elements"],
    data_table: ["caption", "rows"],
    header: ["text"],
    image: ["alt_text"],
    input: ["label", "element"],
    markdown: ["text"],
    plan: ["title"],
    rich_text: ["elements"],
    table: ["rows"],
    task_card: ["task_id", "title", "status"],
    button: ["text"],
    checkboxes: ["options"],
    radio_buttons: ["options"],
    overflow: ["options"],
    number_input: ["is_decimal_allowed"],
    workflow_button: ["text", "workflow"],
    feedback_buttons: ["positive_button", "negative_button"],
    icon_button: ["icon", "text"],
    url: ["url", "text"],
    modal: ["title", "blocks"],
    home: ["blocks"],
  };

  const cases = samples.flatMap((sample) =>
    (required[sample.name.split(" ", 1)[0] ?? ""] ?? []).map((key) => ({
      ...sample,
      key,
      name: `${sample.name}: ${key}`,
    })),
  );

  test.each(cases)("$name", ({ surface, payload, at, key }) => {
    const found = check(surface, withAt(payload, [...at, key], undefined));
    expect(found).toContainEqual({
      code: "missing_required_field",
      message: `missing required field: ${key}`,
      pointer: pointer(at),
      constraint: { type: "required", expected: key },
    });
  });

  test("every other field of a sample may be left out", () => {
    for (const { name, surface, payload, at } of samples) {
      const needed = [
        "type",
        "text",
        "options",
        "image_url",
        "option_groups",
        "is_collapsible",
        "initial_options",
        ...(required[name.split(" ", 1)[0] ?? ""] ?? []),
      ];
      for (const key of Object.keys(getAt(payload, at) as object)) {
        if (needed.includes(key)) continue;
        expect(check(surface, withAt(payload, [...at, key], undefined)), `${name}: ${key}`).toEqual([]);
      }
    }
  });
});

describe("surfaces", () => {
  const blocks = Object.keys(BLOCK_SAMPLES).flatMap((type) => SURFACES.map((surface) => ({ type, surface })));

  test.each(blocks)("$type in a $surface", ({ type, surface }) => {
    const found = check(surface, wrap[surface](block(type)));
    if (SURFACE_BLOCKS[surface].includes(type)) expect(found).toEqual([]);
    else {
      expect(found).toEqual([
        {
          code: "failed_constraint",
          message: `unsupported type: ${type}`,
          pointer: "/blocks/0/type",
          constraint: { type: "enum", expected: SURFACE_BLOCKS[surface], got: type },
        },
      ]);
    }
  });

  const elements = Object.entries(ELEMENT_SURFACES).flatMap(([type, surfaces]) =>
    SURFACES.map((surface) => ({ type, surface, allowed: surfaces.includes(surface) })),
  );

  test.each(elements)("$type in a $surface", ({ type, surface, allowed }) => {
    const found = check(surface, around(type, element(type), surface));
    if (allowed) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ code: "failed_constraint", constraint: { type: "enum" } }]);
  });

  test("response_url_enabled is for modals", () => {
    for (const type of ["conversations_select", "channels_select"]) {
      const inside = element(type, { response_url_enabled: true });
      expect(checkView(modal(block("input", { element: inside })))).toEqual([]);
      expect(checkMessage(message(block("input", { element: inside })))).toMatchObject([
        {
          code: "failed_constraint",
          pointer: "/blocks/0/element/response_url_enabled",
          constraint: { type: "surface" },
        },
      ]);
    }
  });
});
