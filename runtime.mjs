import { existsSync } from "node:fs";
// Whole, because what an old Node's module does not have cannot be imported by name.
import nodeModule from "node:module";
import { fileURLToPath } from "node:url";

// Plain JavaScript on purpose: an old Node stops at the first TypeScript line, before any check written there could run.
const needed = 26;
const major = Number(process.versions.node.split(".")[0]);

if (major < needed) {
  process.stderr.write(
    `Progression needs Node ${needed} or newer, and this is Node ${process.versions.node}: run it through npm (npm start, npm test), which brings its own Node, or install Node ${needed}.\n`,
  );
  process.exit(2);
}

// The next start finds what this one compiled, types already stripped. Where nothing can be written, all is compiled again.
nodeModule.enableCompileCache(fileURLToPath(new URL("node_modules/.cache/progression-compiled", import.meta.url)));

// Node's own --env-file-if-exists prints a line when there is none.
if (existsSync(".env")) {
  process.loadEnvFile(".env");
}
