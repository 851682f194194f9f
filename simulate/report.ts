import type { Ledger } from "./ledger.ts";

/** One thing that was promised, and what speaks against its having been kept. */
export interface Verdict {
  readonly promise: string;
  readonly breaches: readonly string[];
}

const SHOWN = 20;

/** The first word of a fault says which promise it breaks. */
const promises: Readonly<Record<Ledger["faults"][number]["kind"], string>> = {
  lost: "every reminder of use arrived, and each drop has a reason that holds",
  doubled: "none arrived twice",
  wrong: "none arrived at a wrong local hour, or to somebody who is away",
  "never promised": "nobody had one that they had not asked for",
  "second of the day": "nobody had a second message on a day, what a 1:1 brings on its own day aside",
};

export function verdictsOf({ faults }: Pick<Ledger, "faults">): readonly Verdict[] {
  return Object.entries(promises).map(([kind, promise]) => ({
    promise,
    breaches: faults.filter((fault) => fault.kind === kind).map(({ what }) => what),
  }));
}

export function printCounts({ promised, arrived, onceInTime, drops }: Ledger, print: (line: string) => void): void {
  const row = (name: string, count: number) => print(`  ${name.padEnd(42)}${String(count).padStart(8)}`);

  row("turns that people were promised", promised);
  row("messages that Slack received", arrived);
  row("turns that arrived once, at their hour", onceInTime);
  for (const [reason, count] of Object.entries(drops).toSorted()) row(`not sent, ${reason}`, count);
}

/** Whether every promise was kept. */
export function printVerdicts(verdicts: readonly Verdict[], print: (line: string) => void): boolean {
  for (const { promise, breaches } of verdicts) {
    print(breaches.length === 0 ? `kept    ${promise}` : `broken  ${promise}: ${breaches.length}`);
    for (const breach of breaches.slice(0, SHOWN)) print(`  ! ${breach}`);
  }
  const broken = verdicts.filter(({ breaches }) => breaches.length > 0).length;
  print(`Promises: ${verdicts.length - broken} passed, ${broken} failed`);
  return broken === 0;
}
