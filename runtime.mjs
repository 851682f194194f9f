import { existsSync } from "node:fs";

// Plain JavaScript on purpose: an old Node stops at the first TypeScript line, before any check written there could run.
const needed = 26;
const major = Number(process.versions.node.split(".")[0]);

if (major < needed) {
  process.stderr.write(
    `Progression needs Node ${needed} or newer, and this is Node ${process.versions.node}: run it through npm (npm start, npm test), which brings its own Node, or install Node ${needed}.\n`,
  );
  process.exit(2);
}

// Node's own --env-file-if-exists prints a line when there is none.
if (existsSync(".env")) {
  process.loadEnvFile(".env");
}
