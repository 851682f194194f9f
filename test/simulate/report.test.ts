import { expect, test } from "vitest";
import { printVerdicts, verdictsOf } from "../../simulate/report.ts";

test("every promise has a line, and the last line counts them", () => {
  const lines: string[] = [];
  const breached = [{ kind: "doubled", what: "U1 nudge 2028-W02 came 2 times" } as const];

  expect(printVerdicts(verdictsOf({ faults: [] }), () => undefined)).toBe(true);
  expect(printVerdicts(verdictsOf({ faults: breached }), (line) => void lines.push(line))).toBe(false);

  expect(lines.filter((line) => line.startsWith("kept"))).toHaveLength(4);
  expect(lines).toContain("broken  none arrived twice: 1");
  expect(lines).toContain("  ! U1 nudge 2028-W02 came 2 times");
  expect(lines.at(-1)).toBe("Promises: 4 passed, 1 failed");
});
