import { connect } from "node:net";
import { expect, test } from "vitest";

test("a connection that leaves the machine fails", async () => {
  expect(() => connect({ host: "slack.com", port: 443 })).toThrow("A test tried to reach slack.com");
  await expect(fetch("http://192.0.2.1/")).rejects.toThrow();
});
