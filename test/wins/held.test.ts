import { expect, test } from "vitest";
import { createHeldWords } from "../../src/wins/held.ts";

test("forgetting somebody drops what is kept of theirs, and nobody else's", () => {
  const held = createHeldWords(Date.now);
  const maya = { team: "T1", user: "U1" };
  const tom = { team: "T1", user: "U2" };
  const handed = (owner: typeof maya) => ({ owner, text: "words" }) as Parameters<typeof held.keep>[0];
  const [hers, his] = [held.keep(handed(maya)), held.keep(handed(tom))];

  held.forget(maya);

  expect(held.find(maya, hers)).toBeUndefined();
  expect(held.find(tom, his)?.text).toBe("words");
});
