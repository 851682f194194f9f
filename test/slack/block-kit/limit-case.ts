import type { Surface } from "../../../src/slack/block-kit/surfaces.ts";
import { type Fields, words } from "./samples.ts";

/** Every limit: a payload that sits on it and passes, and one that is over it in nothing else. */
export interface LimitCase {
  readonly name: string;
  readonly surface: Surface;
  readonly passes: Fields;
  readonly breaks: Fields;
  readonly pointer: string;
  readonly code: string;
  readonly constraint?: Fields;
}

type Make = (size: number) => Fields;

function surfaceOf(payload: Fields): Surface {
  return payload["type"] === "home" ? "home" : payload["type"] === "modal" ? "modal" : "message";
}

function sized(
  name: string,
  unit: "length" | "items",
  range: readonly [number, number],
  pointer: string,
  make: Make,
): LimitCase[] {
  const [min, max] = range;
  const one = (bound: "min" | "max", at: number, over: number): LimitCase => ({
    name: `${name}: ${bound} ${at}`,
    surface: surfaceOf(make(at)),
    passes: make(at),
    breaks: make(over),
    pointer,
    code: "failed_constraint",
    constraint: { type: `${bound}_${unit}`, expected: at, got: over },
  });
  return [one("max", max, max + 1), ...(min > 0 ? [one("min", min, min - 1)] : [])];
}

export const length = (name: string, max: number, pointer: string, make: (text: string) => Fields, min = 1) =>
  sized(name, "length", [min, max], pointer, (size) => make(words(size)));
/** A text that has a smallest length and no largest of its own. */
export const least = (name: string, pointer: string, make: (text: string) => Fields): LimitCase[] =>
  length(name, 2, pointer, make).filter((one) => one.name.includes(": min"));
export const count = (name: string, max: number, pointer: string, make: Make, min = 1) =>
  sized(name, "items", [min, max], pointer, make);

export function range(name: string, min: number, max: number, pointer: string, make: Make): LimitCase[] {
  const common = { surface: surfaceOf(make(min)), pointer, code: "failed_constraint" };
  return [
    {
      ...common,
      name: `${name}: max ${max}`,
      passes: make(max),
      breaks: make(max + 1),
      constraint: { type: "maximum", expected: max, got: max + 1 },
    },
    {
      ...common,
      name: `${name}: min ${min}`,
      passes: make(min),
      breaks: make(min - 1),
      constraint: { type: "minimum", expected: min, got: min - 1 },
    },
  ];
}
