import { parseArgs } from "node:util";
import { runPlayground } from "./run.ts";

const { values } = parseArgs({ options: { socket: { type: "boolean", default: false } } });

await runPlayground(values.socket ? "socket" : "http");
