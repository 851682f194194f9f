import { usualHours } from "../nudges/time/working-hours.ts";
import { exportFormat } from "./export.ts";

/**
 * What a version of the format did not have yet, for each version that this one replaced. Whoever changes the format adds a row, and every
 * file that people have kept is still read.
 */
const sinceVersion: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {
  1: { oneToOnes: [], nudges: null, workingHours: usualHours, notReceivingFrom: [] },
};

interface Versioned {
  readonly version: number;
  readonly [name: string]: unknown;
}

/** The file as this version would have written it. A version that never was stays what it is, and is refused. */
export function toThisVersion(file: Versioned): Versioned {
  const missing = sinceVersion[file.version];

  return missing === undefined || file.version >= exportFormat.version
    ? file
    : toThisVersion({ ...file, ...missing, version: file.version + 1 });
}
