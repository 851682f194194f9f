import { expect, test } from "vitest";
import { createLog, slackLogger } from "../src/log.ts";

function captured(level: "debug" | "info" = "debug") {
  const lines: string[] = [];

  return { lines, log: createLog(level, { write: (line) => lines.push(line) }) };
}

test("tokens, response addresses and trigger ids never reach a line, wherever they stand", () => {
  const { lines, log } = captured();

  log.info({ a: "xoxb-12-secret", b: { c: "https://hooks.slack.com/commands/T1/2/secret" } }, "token xapp-1-A-secret");
  log.error({ error: new Error("trigger 1234567890.1234567890.0123456789abcdef0123456789abcdef expired") }, "failed");

  expect(lines.join("")).not.toMatch(/secret|0123456789abcdef/);
  expect(lines.join("")).toContain("[redacted]");
});

test("an SDK error is logged by name, message and cause, without the data that people wrote", () => {
  const { lines, log } = captured();
  const error = Object.assign(new Error("refused", { cause: new Error("socket closed") }), {
    data: { text: "private words" },
  });

  log.error({ error }, "failed");

  expect(lines.join("")).not.toContain("private words");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    error: { message: "refused", cause: { message: "socket closed" } },
  });
});

test("Slack's packages cannot print bodies, even when the log is at debug", () => {
  const { lines, log } = captured();
  const logger = slackLogger(log);

  logger.debug("the body of a message");

  expect(lines).toEqual([]);
  expect(logger.getLevel()).toBe("info");
});

test("a body that is no JSON leaves no piece of itself in the log", () => {
  const { lines, log } = captured();
  const parse = () => JSON.parse('{"type":"view_submission","x": PRIVATEWORDS of mine }');

  try {
    parse();
  } catch (error) {
    slackLogger(log).error("Malformed request body:", error instanceof Error ? error : "");
  }
  expect(lines.join("")).toContain("Malformed request body: it is not valid JSON");
  expect(lines.join("")).not.toContain("PRIVATE");
});
