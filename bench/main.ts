import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Aim, Print } from "./aim.ts";
import { benchCatalogue } from "./catalogue.bench.ts";
import { benchHttp } from "./http.bench.ts";
import { benchNudges } from "./nudges.bench.ts";
import { benchReading } from "./reading.bench.ts";
import { benchSoak } from "./soak.bench.ts";
import { benchStart } from "./start.bench.ts";
import { benchStore } from "./store.bench.ts";
import { benchSuggestions } from "./suggestions/main.ts";

/** Runs the named benchmarks, or all, one after the other; `--write` puts what they print into README.md. */
const BENCHMARKS: Readonly<Record<string, (print: Print) => Promise<readonly Aim[]>>> = {
  http: benchHttp,
  start: benchStart,
  reading: benchReading,
  catalogue: benchCatalogue,
  store: benchStore,
  nudges: benchNudges,
  suggestions: benchSuggestions,
  soak: benchSoak,
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } });
  const unknown = positionals.filter((name) => !Object.hasOwn(BENCHMARKS, name));

  if (unknown.length > 0) {
    process.stderr.write(
      `No benchmark is called ${unknown.join(", ")}; there are ${Object.keys(BENCHMARKS).join(", ")}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const names = positionals.length === 0 ? Object.keys(BENCHMARKS) : positionals;
  const aims: Aim[] = [];
  const lines: string[] = [];
  const print: Print = (line) => {
    lines.push(line);
    process.stdout.write(`${line}\n`);
  };

  for (const name of names) {
    print(`## ${name}`);
    print("");
    const fenced = name !== "http";
    if (fenced) print("```text");
    aims.push(...((await BENCHMARKS[name]?.(print)) ?? []));
    if (fenced) print("```");
    print("");
  }
  print("## Aims");
  print("");
  print("| what | found | wanted | |");
  print("| --- | --- | --- | --- |");
  for (const { what, found, wanted, met } of aims)
    print(`| ${what} | ${found} | ${wanted} | ${met ? "met" : "not met"} |`);

  if (values.write === true) {
    const command = ["npm run bench --", ...positionals, "--write"].join(" ");

    writeFileSync(new URL("README.md", import.meta.url), `${head(command)}${lines.join("\n")}\n`);
  }
}

function head(command: string): string {
  const processors = cpus();
  const machine = `${processors.length} cores of ${processors[0]?.model ?? "an unknown kind"}`;

  return `# Benchmarks

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${machine}.
The load average at the end was ${(loadavg()[0] ?? 0).toFixed(1)}; above the number of cores, other programs took part of them.
What is compared takes turns in one run, because a machine's speed changes: trust the ratios and not the milliseconds.

`;
}

await main();
