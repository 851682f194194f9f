import { addBreach, child, failConstraint, missField, type Report } from "./report.ts";

/**
 * Rules are small functions that read one value and add what is wrong with it to the report; larger rules are made of smaller ones, so
 * that a block reads like its page in Slack's reference. No rule throws, whatever JSON it is given, and none stops at the first breach.
 */
export type Rule = (value: unknown, at: string, report: Report) => void;
export type Fields = Readonly<Record<string, unknown>>;
export type RuleTable = Readonly<Record<string, Rule>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field, if the object itself has it; undefined counts as absent, as JSON has no such value. */
export function fieldOf(value: Fields, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function expectType(report: Report, at: string, expected: string, value: unknown): void {
  failConstraint(
    report,
    at,
    `must provide ${expected === "object" ? "an object" : `a ${expected}`}`,
    "type",
    expected,
    typeName(value),
  );
}

function checkSize(
  size: number,
  range: { readonly min: number; readonly max: number },
  unit: "length" | "items",
  at: string,
  report: Report,
): void {
  const noun = unit === "length" ? "characters" : "items";
  if (size > range.max) {
    failConstraint(report, at, `no more than ${range.max} ${noun} allowed`, `max_${unit}`, range.max, size);
  } else if (size < range.min) {
    failConstraint(report, at, `no fewer than ${range.min} ${noun} allowed`, `min_${unit}`, range.min, size);
  }
}

export function string(max: number, min = 1): Rule {
  return (value, at, report) => {
    if (typeof value !== "string") expectType(report, at, "string", value);
    else checkSize(value.length, { min, max }, "length", at, report);
  };
}

/** Text that is shown: it counts towards the size of the message. */
export function shownString(max: number, min = 1): Rule {
  const rule = string(max, min);
  return (value, at, report) => {
    if (typeof value === "string") report.shown += value.length;
    rule(value, at, report);
  };
}

export function pattern(shape: RegExp, wanted: string): Rule {
  return (value, at, report) => {
    if (typeof value !== "string") expectType(report, at, "string", value);
    else if (!shape.test(value)) failConstraint(report, at, `must be ${wanted}`, "format", wanted, value.slice(0, 100));
  };
}

export const boolean: Rule = (value, at, report) => {
  if (typeof value !== "boolean") expectType(report, at, "boolean", value);
};

export function integer(min: number, max: number): Rule {
  return (value, at, report) => {
    if (typeof value !== "number" || !Number.isInteger(value)) expectType(report, at, "integer", value);
    else if (value > max) failConstraint(report, at, `must be at most ${max}`, "maximum", max, value);
    else if (value < min) failConstraint(report, at, `must be at least ${min}`, "minimum", min, value);
  };
}

export const number: Rule = (value, at, report) => {
  if (typeof value !== "number" || !Number.isFinite(value)) expectType(report, at, "number", value);
};

export function oneOf(...allowed: readonly (string | number)[]): Rule {
  return (value, at, report) => {
    if (allowed.some((one) => one === value)) return;
    const got = typeof value === "string" ? value.slice(0, 100) : typeName(value);
    failConstraint(report, at, `must be one of: ${allowed.join(", ")}`, "enum", allowed, got);
  };
}

export function list(rule: Rule, range: { readonly min?: number; readonly max: number }): Rule {
  const bounds = { min: range.min ?? 1, max: range.max };
  return (value, at, report) => {
    if (!Array.isArray(value)) return expectType(report, at, "array", value);
    checkSize(value.length, bounds, "items", at, report);
    for (const [index, one] of value.entries()) rule(one, child(at, index), report);
  };
}

export interface Shape {
  readonly required?: RuleTable;
  readonly optional?: RuleTable;
  /** What depends on several fields. */
  readonly also?: (value: Fields, at: string, report: Report) => void;
}

/** An object of exactly these fields: Slack refuses others as "invalid additional property". */
export function object(shape: Shape): Rule {
  const required = Object.entries(shape.required ?? {});
  const rules = new Map([...required, ...Object.entries(shape.optional ?? {})]);
  return (value, at, report) => {
    if (!isFields(value)) return expectType(report, at, "object", value);
    for (const [key] of required) if (fieldOf(value, key) === undefined) missField(report, at, key);
    for (const key of Object.keys(value)) {
      const rule = rules.get(key);
      if (value[key] === undefined) continue;
      if (rule) rule(value[key], child(at, key), report);
      else
        failConstraint(
          report,
          child(at, key),
          `invalid additional property: ${key.slice(0, 100)}`,
          "additional_property",
          [...rules.keys()],
          key.slice(0, 100),
        );
    }
    shape.also?.(value, at, report);
  };
}

/** An object whose `type` says which shape it has. */
export function typed(shapes: Readonly<Record<string, Shape>>, allowed: (report: Report) => readonly string[]): Rule {
  const rules = new Map(
    Object.entries(shapes).map(([type, shape]) => [
      type,
      object({ ...shape, required: { ...shape.required, type: () => undefined } }),
    ]),
  );
  return (value, at, report) => {
    if (!isFields(value)) return expectType(report, at, "object", value);
    const type = fieldOf(value, "type");
    if (type === undefined) return missField(report, at, "type");
    const names = allowed(report);
    const rule = typeof type === "string" && names.includes(type) ? rules.get(type) : undefined;
    if (rule) return rule(value, at, report);
    const got = typeof type === "string" ? type.slice(0, 100) : typeName(type);
    failConstraint(report, child(at, "type"), `unsupported type: ${got}`, "enum", names, got);
  };
}

/** `also` of a shape of which exactly one (or, with `atLeast`, one or more) of the fields is needed. */
export function needsOne(keys: readonly string[], atLeast = false): NonNullable<Shape["also"]> {
  return (value, at, report) => {
    const present = keys.filter((key) => fieldOf(value, key) !== undefined);
    if (present.length === 0) missField(report, at, keys.join(" or "));
    else if (present.length > 1 && !atLeast) {
      addBreach(report, "fields_exclude_each_other", at, `only one of these may be given: ${keys.join(", ")}`, {
        type: "exclusive",
        expected: keys,
      });
    }
  };
}
