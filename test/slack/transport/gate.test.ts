import { App, type ReceiverEvent } from "@slack/bolt";
import { expect, test } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createMetrics } from "../../../src/metrics.ts";
import { createGate } from "../../../src/slack/transport/gate.ts";

const DEAD = "http://dead";

/** The real Bolt app behind the gate; only the wire is missing. */
function gated(listen: (app: App) => void) {
  const lines: string[] = [];
  const apologies: object[] = [];
  const gate = createGate({
    log: createLog("debug", { write: (line) => lines.push(line) }),
    metrics: createMetrics(),
    now: Date.now,
    teamId: () => "T1",
    respond: async (url, { text }) => {
      if (url === DEAD) throw new Error("expired_url");
      apologies.push({ url, text });
    },
    show: async (trigger, modal, above) => void apologies.push({ trigger, said: JSON.stringify(modal.blocks), above }),
    tell: async (where, text) => void apologies.push({ ...where, text }),
  });
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    convoStore: false,
    extendedErrorHandler: true,
    authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }),
  });
  const guarded = gate.guard(app);
  const deliver = async (body: ReceiverEvent["body"], retryNum?: number) => {
    const acks: unknown[] = [];

    await guarded.processEvent({
      body,
      ack: async (response) => void acks.push(response),
      ...(retryNum === undefined ? {} : { retryNum }),
    });
    return acks;
  };

  listen(app);
  return { gate, deliver, apologies, logged: () => lines.join("") };
}

const command = {
  command: "/progression",
  text: "private words",
  team_id: "T1",
  user_id: "U1",
  response_url: "http://r",
};
const press = (trigger: string) => ({
  type: "block_actions",
  team: { id: "T1" },
  user: { id: "U1", team_id: "T1" },
  trigger_id: trigger,
  response_url: "http://r",
  actions: [{ type: "button", action_id: "go", block_id: "b" }],
});
const event = (id: string) => ({
  type: "event_callback",
  team_id: "T1",
  event_id: id,
  event: { type: "app_home_opened", user: "U1", tab: "home" },
});

test("a listener that throws becomes an apology with the id that is in the log, and no words of the person", async () => {
  const { deliver, logged } = gated((app) =>
    app.command("/progression", async () => {
      throw new Error("defect");
    }),
  );

  const [answer] = await deliver(command);

  const id = /id: ([0-9a-f]{8})/.exec(JSON.stringify(answer))?.[1];
  expect(id).toBeDefined();
  expect(logged()).toContain(`"errorId":"${id}"`);
  expect(logged()).not.toContain("private words");
});

test("a press that fails after it was acknowledged is apologised for where it was made", async () => {
  const { deliver, apologies } = gated((app) =>
    app.action("go", async ({ ack }) => {
      await ack();
      throw new Error("defect");
    }),
  );

  expect(await deliver(press("1.1.a"))).toEqual([undefined]);
  expect(apologies).toEqual([
    { url: "http://r", text: expect.stringMatching(/may have been done all the same.*id: [0-9a-f]{8}/) },
  ]);
});

const sorry = expect.stringMatching(/nothing was changed.*id: [0-9a-f]{8}/);

test("where the address of a message is used up, the apology comes in a modal", async () => {
  const { deliver, apologies } = gated((app) =>
    app.action("go", async () => {
      throw new Error("defect");
    }),
  );

  await deliver({ ...press("1.1.a"), response_url: DEAD });
  expect(apologies).toEqual([{ trigger: "1.1.a", said: sorry, above: false }]);
});

test("a message whose work fails is apologised for when Slack brings it for the last time", async () => {
  const { deliver, apologies } = gated((app) =>
    app.message(async () => {
      throw new Error("defect");
    }),
  );
  const message = {
    ...event("Ev9"),
    event: { type: "message", channel_type: "im", channel: "D1", user: "U1", text: "private words", ts: "1.1" },
  };

  for (const retry of [undefined, 1, 2]) await expect(deliver(message, retry)).rejects.toThrow(/not handled/);
  expect(apologies).toEqual([]);
  await expect(deliver(message, 3)).rejects.toThrow(/not handled/);
  expect(apologies).toEqual([{ channel: "D1", user: "U1", text: sorry }]);
});

test("a delivery that does not say whose workspace it is from is not ours", async () => {
  const { deliver } = gated((app) => app.command("/progression", async ({ ack }) => ack("answered")));
  const { team_id: _none, ...nobodys } = command;

  expect(JSON.stringify(await deliver(nobodys))).toContain("belongs to another workspace");
});

test("a win that comes while the program stops is handed back", async () => {
  const { deliver, gate } = gated(() => undefined);
  void gate.close();

  const [answer] = await deliver({ ...command, command: "/win", text: "Mended the deploy" });
  expect(JSON.stringify(answer)).toContain("Mended the deploy");
  expect(JSON.stringify(answer)).toContain("restarting");
});

test.for([
  ["on Home", "home", false],
  ["in a form", "modal", true],
] as const)("a press %s that fails is apologised for in a modal", async ([, type, above]) => {
  const { deliver, apologies } = gated((app) =>
    app.action("go", async () => {
      throw new Error("defect");
    }),
  );
  const { response_url: _none, ...pressed } = press("1.1.a");

  expect(await deliver({ ...pressed, view: { type, id: "V1" } })).toEqual([undefined]);
  expect(apologies).toEqual([{ trigger: "1.1.a", said: sorry, above }]);
});

test.for([
  [
    "keeps what was typed, and says it under the first field",
    [
      { type: "section", block_id: "a" },
      { type: "input", block_id: "b" },
    ],
    { response_action: "errors", errors: { b: sorry } },
  ],
  [
    "that has no field becomes the sentence",
    [],
    {
      response_action: "update",
      view: expect.objectContaining({ title: expect.objectContaining({ text: "Not done" }) }),
    },
  ],
] as const)("a form that fails %s", async ([, blocks, answer]) => {
  const { deliver } = gated((app) =>
    app.view("form", async () => {
      throw new Error("defect");
    }),
  );
  const view = { type: "modal", callback_id: "form", blocks, state: { values: {} } };

  expect(await deliver({ type: "view_submission", team: { id: "T1" }, user: { id: "U1" }, view })).toEqual([answer]);
});

test("an event is acknowledged after its work, and not at all when the work failed", async () => {
  const order: string[] = [];
  let broken = true;
  const { deliver } = gated((app) =>
    app.event("app_home_opened", async () => {
      order.push("work");
      if (broken) {
        throw new Error("defect");
      }
    }),
  );

  await expect(deliver(event("Ev1"))).rejects.toThrow("was not handled");
  broken = false;
  const acks = await deliver(event("Ev1"));

  expect(order).toEqual(["work", "work"]);
  expect(acks).toHaveLength(1);
});

test("a double press has one effect, and both presses are answered", async () => {
  let effects = 0;
  const { deliver } = gated((app) =>
    app.action("go", async ({ ack }) => {
      await ack();
      effects += 1;
    }),
  );

  const answers = await Promise.all([deliver(press("1.1.same")), deliver(press("1.1.same"))]);

  expect(effects).toBe(1);
  expect(answers.map((acks) => acks.length)).toEqual([1, 1]);
});

test("a second acknowledgement is logged and does not break the first", async () => {
  const { deliver, logged } = gated((app) =>
    app.command("/progression", async ({ ack }) => {
      await ack("one");
      await ack("two");
    }),
  );

  expect(await deliver(command)).toEqual(["one"]);
  expect(logged()).toContain("acknowledged twice");
});

test("closing waits for what runs, refuses events so that Slack repeats them, and tells people to try again", async () => {
  const release = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const { deliver, gate } = gated((app) =>
    app.command("/progression", async ({ ack }) => {
      started.resolve();
      await release.promise;
      await ack("done");
    }),
  );
  const running = deliver(command);
  await started.promise;
  let closed = false;

  const closing = gate.close().then(() => {
    closed = true;
  });

  expect(await deliver(command)).toEqual([{ response_type: "ephemeral", text: expect.stringContaining("restarting") }]);
  await expect(deliver(event("Ev2"))).rejects.toThrow("was not handled");
  expect(closed).toBe(false);
  release.resolve();
  expect(await running).toEqual(["done"]);
  await closing;
});
