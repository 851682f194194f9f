import type { Library } from "./catalogue/library.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** What the operator is told of the frameworks: in the log, in the metrics and on the readiness page. */

export function reportFrameworks(library: Library, metrics: Metrics, log: Log): void {
  metrics.frameworks(library.current().frameworks.length, library.held().length);
  for (const { severity, ...problem } of library.problems()) {
    if (severity !== "notice") {
      log[severity === "error" ? "error" : "warn"]({ problem }, "framework problem");
    }
  }
  log.info({ frameworks: library.current().frameworks.length, held: library.held().length }, "frameworks loaded");
}

/** Why what is served is older than the folder; null when it is not. */
export function lostFolder(library: Library): string | null {
  const lost = library.problems().find(({ code }) => code === "folder-missing" || code === "folder-empty");

  return lost === undefined ? null : `${lost.message} ${lost.hint}`;
}

/** Why some framework is not served as its file stands; null when all are. */
export function brokenFiles(library: Library): string | null {
  const files = library.held().map(({ file }) => file);

  return files.length === 0 ? null : `broken framework files, see lint: ${files.join(", ")}`;
}
