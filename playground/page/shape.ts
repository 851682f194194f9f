/**
 * Blocks arrive as JSON of any shape, also broken ones: the page is where somebody finds out. So nothing is assumed of a value
 * before it has been looked at, and these are the looks.
 */
export interface Shape {
  readonly [key: string]: unknown;
}

export function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readShape(value: unknown): Shape | null {
  return isShape(value) ? value : null;
}

export function readShapes(value: unknown): readonly Shape[] {
  return Array.isArray(value) ? value.filter(isShape) : [];
}

export function readString(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function readStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

export function readNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The words of a text object, or "". */
export function readWords(value: unknown): string {
  return isShape(value) ? readString(value["text"]) : "";
}
