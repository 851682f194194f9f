/** What a benchmark found beside what was wanted: ratios of one run where there is something to compare with. */
export interface Aim {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  readonly met: boolean;
}

export type Print = (line: string) => void;

export function atMost(what: string, value: number, most: number, unit = ""): Aim {
  return { what, found: `${show(value)}${unit}`, wanted: `at most ${most}${unit}`, met: value <= most };
}

export function atLeast(what: string, value: number, least: number, unit = ""): Aim {
  return { what, found: `${show(value)}${unit}`, wanted: `at least ${least}${unit}`, met: value >= least };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);

  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
