import type { Logger as SlackLogger } from "@slack/bolt";
import { LogLevel as SlackLogLevel } from "@slack/bolt";
import { type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";

export type Log = Logger;

/** Anything that a line goes to; standard error in the program, a list in tests. */
export interface LogSink {
  write(line: string): void;
}

/**
 * Secrets and one-time addresses, wherever in a line they stand: SDK errors put them into sentences, so redacting by field is not enough.
 */
const SECRET = /\b(?:xox[a-z]|xapp)-[\w-]+|https:\/\/hooks\.slack\.com\/[^\s"'\\]+|\b\d{6,}\.\d{6,}\.[0-9a-f]{16,}\b/g;

/** One JSON object a line. A message is a constant sentence and details are fields, so that lines can be counted. */
export function createLog(level: LogLevel, sink: LogSink = process.stderr): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describeError } },
    { write: (line: string) => void sink.write(line.replace(SECRET, "[redacted]")) },
  );
}

interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string | undefined;
  readonly cause?: DescribedError;
}

/** Name, message, code, stack and cause: never an SDK error's `data` or `body`, which hold what people wrote. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    return { name: "NotAnError", message: String(error) };
  }
  const cause = error.cause ?? ("original" in error ? error.original : undefined);

  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...("code" in error ? { code: error.code } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** JSON.parse quotes what stands around the place where it gave up, which is what somebody wrote. */
function withoutBody(sentence: string): string {
  return sentence.replace(/Unexpected token .* is not valid JSON/gs, "it is not valid JSON");
}

/** The log in the shape that Slack's packages want. Never below `info`: at `debug` they print the bodies of messages. */
export function slackLogger(log: Log): SlackLogger {
  const line =
    (level: "info" | "warn" | "error") =>
    (...words: unknown[]) =>
      log[level](
        { slack: withoutBody(words.map((word) => (word instanceof Error ? word.message : String(word))).join(" ")) },
        "slack sdk",
      );

  return {
    debug: () => undefined,
    info: line("info"),
    warn: line("warn"),
    error: line("error"),
    setLevel: () => undefined,
    setName: () => undefined,
    getLevel: () => SlackLogLevel.INFO,
  };
}
