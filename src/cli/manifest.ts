import { dump } from "js-yaml";
import { manifest as buildManifest } from "../slack/manifest/manifest.ts";

/** `manifest [--http URL]`: the Slack app manifest, for Socket Mode or for a public address. */

interface Io {
  out(text: string): void;
  err(text: string): void;
}

const USAGE = "Usage: manifest [--http URL]\n";
const MENDED = "Give the bot's public address, for example https://progression.example.com";

export async function manifest(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 0) {
    io.out(print("For Socket Mode. Printed by npm run -s progression -- manifest", buildManifest()));
    return 0;
  }
  const [flag, given, ...rest] = args[0]?.startsWith("--http=") ? ["--http", args[0].slice(7), ...args.slice(1)] : args;
  if (flag !== "--http" || rest.length > 0) {
    io.err(USAGE);
    return 2;
  }
  const http = given === undefined ? null : URL.parse(given);
  const problem = findProblem(given, http);
  if (http === null || problem !== undefined) {
    io.err(`${problem ?? "--http needs an address."} ${MENDED}.\n`);
    return 2;
  }
  io.out(print("For HTTP. Printed by npm run -s progression -- manifest --http URL", buildManifest({ http })));
  return 0;
}

function findProblem(given: string | undefined, url: URL | null): string | undefined {
  if (given === undefined) return "--http needs an address.";
  if (url === null) return `“${given}” is not an address.`;
  if (url.protocol !== "https:") return `“${given}” is not an https address, and Slack calls no other.`;
  if (url.username !== "" || url.password !== "") return "The address must not hold a user name or password.";
  if (url.search !== "" || url.hash !== "")
    return `“${given}” has a query or a fragment, which a request address cannot have.`;
  return undefined;
}

function print(comment: string, value: object): string {
  return `# ${comment}\n${dump(value, { lineWidth: -1 })}`;
}
