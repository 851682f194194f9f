import { type Breach, type BreachCode, type Json, pointerStep } from "./breach.ts";
import type { Surface } from "./surfaces.ts";

/** What one run over a payload gathers: the breaches, and the facts that only the whole payload can judge. */
export interface Report {
  readonly surface: Surface;
  readonly breaches: Breach[];
  readonly blockIds: Set<string>;
  /** Of the block that is being read. */
  actionIds: Set<string>;
  focused: number;
  inputs: number;
  tables: number;
  plans: number;
  /** Characters: everything shown, markdown blocks, table cells. */
  shown: number;
  markdown: number;
  cells: number;
}

export function createReport(surface: Surface): Report {
  return {
    surface,
    breaches: [],
    blockIds: new Set(),
    actionIds: new Set(),
    focused: 0,
    inputs: 0,
    tables: 0,
    plans: 0,
    shown: 0,
    markdown: 0,
    cells: 0,
  };
}

export function addBreach(report: Report, code: BreachCode, pointer: string, message: string, constraint?: Json): void {
  report.breaches.push({ code, message, pointer, ...(constraint === undefined ? {} : { constraint }) });
}

/** A value that is not what its place asks for; `kind` names what it fails: `max_length`, `enum`, `type`. */
export function failConstraint(
  report: Report,
  pointer: string,
  message: string,
  kind: string,
  expected: Json,
  got: Json,
): void {
  addBreach(report, "failed_constraint", pointer, message, { type: kind, expected, got });
}

export function missField(report: Report, at: string, key: string): void {
  addBreach(report, "missing_required_field", at, `missing required field: ${key}`, {
    type: "required",
    expected: key,
  });
}

export function child(at: string, key: string | number): string {
  return at + pointerStep(key);
}
