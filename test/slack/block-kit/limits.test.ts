import { describe, expect, test } from "vitest";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { ELEMENT_LIMITS } from "./element-limits.ts";
import { PAYLOAD_LIMITS } from "./payload-limits.ts";

const LIMIT_CASES = [...PAYLOAD_LIMITS, ...ELEMENT_LIMITS];

describe("each limit", () => {
  test.each(LIMIT_CASES)("$name", ({ surface, passes, breaks, code, pointer, constraint }) => {
    const check = surface === "message" ? checkMessage : checkView;
    expect(check(passes)).toEqual([]);
    expect(check(breaks)).toEqual([
      { code, pointer, constraint, message: expect.stringMatching(/^(no (more|fewer) than|must be at)/) },
    ]);
  });

  test("has a name of its own", () => {
    const names = LIMIT_CASES.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
