/**
 * Payloads come from outside as unknown values. These few readers are the only place where one is looked into, so that no
 * other file casts.
 */

import type { Block, Json } from "./protocol.ts";

export type Payload = { readonly [key: string]: unknown };

export function isPayload(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text under this key; a number counts as its digits, as in a form. */
export function textAt(payload: Payload, key: string): string | undefined {
  const value = payload[key];
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

export function flagAt(payload: Payload, key: string): boolean {
  const value = payload[key];
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A value that a form carries as JSON text and a JSON body as itself. */
export function structureAt(payload: Payload, key: string): unknown {
  const value = payload[key];
  return typeof value === "string" ? parseJson(value) : value;
}

export function payloadAt(payload: Payload, key: string): Payload {
  const value = structureAt(payload, key);
  return isPayload(value) ? value : {};
}

export function listAt(payload: Payload, key: string): readonly unknown[] {
  const value = structureAt(payload, key);
  return Array.isArray(value) ? value : [];
}

export function isBlock(value: unknown): value is Block {
  return isPayload(value) && typeof value["type"] === "string";
}

/** What JSON makes of a value. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (!isPayload(value)) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, toJson(inner)]),
  );
}
