import { expect, test } from "vitest";
import type { Engine } from "../../src/nudges/engine.ts";
import type { NudgeBook } from "../../src/nudges/nudge-book.ts";
import { type Kit, MINUTE, maya, nudge, openKit } from "./engine-kit.ts";

const lost = { outcome: { kind: "unknown", reason: "ECONNRESET" }, arrives: true } as const;
const failed = { outcome: { kind: "unknown", reason: "status-500" }, arrives: false } as const;

async function due(kit: Kit, channel: string | null = "DU1"): Promise<void> {
  if (channel !== null) await kit.book.rememberChannel(maya, channel);
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
}

/** An engine whose process dies when it calls that method: the call is made or not, and nothing else ever happens. */
function dying(kit: Kit, method: keyof NudgeBook | "send", made: boolean): Engine {
  const never = new Promise<never>(() => undefined);
  const die = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (name !== method || typeof value !== "function") return typeof value === "function" ? value.bind(of) : value;
        return (...given: readonly unknown[]) => {
          if (made) value.apply(of, given);
          return never;
        };
      },
    });
  return kit.newEngine({ book: die(kit.book), messenger: die(kit.slack) });
}

test.for<[keyof NudgeBook | "send", boolean, string]>([
  ["takeTurns", false, "before the claim"],
  ["takeTurns", true, "after the claim"],
  ["begin", false, "before sending begins"],
  ["begin", true, "between begin and send"],
  ["send", false, "before the call leaves"],
  ["send", true, "before the reply is read"],
  ["sent", false, "before the receipt is recorded"],
  ["sent", true, "after the receipt was recorded"],
])("killed at %s (made: %s), the nudge arrives once", async ([method, made]) => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);

  await kit.minutes("2027-01-11T09:00Z", dying(kit, method, made));
  await kit.minutes("2027-01-11T09:05Z", kit.newEngine());

  expect(kit.received()).toHaveLength(1);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "sent" }]);
});

test.for([
  ["a lost reply", lost],
  ["an answer 500", failed],
] as const)("%s is looked up and ends as one message", async ([, reply]) => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);
  kit.slack.replies.push(reply);

  await kit.minutes("2027-01-11T09:05Z", kit.newEngine());

  expect(kit.received()).toHaveLength(1);
  expect(kit.slack.asked).toBe(1);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "sent", channel: "DU1" }]);
});

test("what another process is sending at this moment is not looked up", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);
  await kit.minutes("2027-01-11T09:00Z", dying(kit, "begin", true));
  const other = kit.newEngine({ reconciling: { settleMs: 10 * MINUTE, lookups: 3 } });

  await kit.minutes("2027-01-11T09:09Z", other);
  expect([kit.slack.asked, kit.slack.calls]).toEqual([0, 0]);

  await kit.minutes("2027-01-11T09:15Z", other);
  expect(kit.received()).toHaveLength(1);
});

test.for([
  ["missing_scope", "DU1"],
  ["unknown-conversation", null],
] as const)("where nobody can look (%s), a missed nudge is better than two", async ([reason, channel]) => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit, channel);
  kit.slack.replies.push(failed);
  kit.slack.lookups.push({ kind: "impossible", reason });

  await kit.minutes("2027-01-11T12:30Z", kit.newEngine());

  expect(kit.received()).toEqual([]);
  expect(kit.slack.calls).toBe(1);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "parked", reason }]);
});

const silent = { kind: "later", reason: "ratelimited" } as const;

test("a Slack that cannot say for an hour is asked again while the nudge is of use, and it arrives once", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);
  kit.slack.replies.push(failed);
  kit.slack.lookups.push(...Array.from({ length: 12 }, () => silent));

  await kit.minutes("2027-01-11T10:05Z", kit.newEngine());

  expect(kit.slack.asked).toBe(13);
  expect(kit.received()).toHaveLength(1);
});

test("the questions about an earlier doubt do not make the next one wait longer", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);
  kit.slack.replies.push(failed, failed);
  kit.slack.lookups.push(...Array.from({ length: 5 }, () => silent), { kind: "absent" }, silent);

  await kit.minutes("2027-01-11T09:27Z", kit.newEngine());

  expect(kit.received()).toHaveLength(1);
});

test("beyond its budget of questions a row that is of no use any more is parked and left alone, also by the next process", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await due(kit);
  kit.slack.replies.push(lost);
  kit.slack.lookups.push(...Array.from({ length: 200 }, () => silent));

  await kit.minutes("2027-01-11T11:59Z", kit.newEngine());
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "sending" }]);
  await kit.minutes("2027-01-11T12:10Z", kit.newEngine());
  const asked = kit.slack.asked;
  await kit.minutes("2027-01-11T12:40Z", kit.newEngine());

  expect(kit.slack.asked).toBe(asked);
  expect(asked).toBeLessThan(45);
  expect(kit.received()).toHaveLength(1);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "parked", reason: "ratelimited" }]);
});
