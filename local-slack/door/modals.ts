/** Submitting and closing a modal, and what the bot's answer does to the stack. */

import { readView } from "../api/views.ts";
import type { Taken } from "../delivery/carrier.ts";
import { flagAt, isPayload, type Payload, payloadAt } from "../payload.ts";
import type { Outcome } from "../protocol.ts";
import type { ScenarioPerson } from "../scenario.ts";
import type { StoredView } from "../views.ts";
import type { World } from "../world.ts";
import { type Bench, done, failed, type Of, refuse } from "./bench.ts";
import { basics } from "./interaction.ts";

const trouble = "We had some trouble connecting. Try again?";

export async function submitModal(bench: Bench, person: ScenarioPerson, gesture: Of<"submit">): Promise<Outcome> {
  const { world } = bench;
  const view = world.views.stack(person.id).at(-1);
  if (view?.id !== gesture.view) return refuse("This is no longer open.");
  view.state = gesture.state;
  view.errors = {};
  const answer = await bench.deliver({
    kind: "interactive",
    about: "view_submission",
    payload: {
      ...basics(world, person, "view_submission"),
      trigger_id: world.triggers.mint({ user: person.id, view: view.id }),
      view: world.viewPayload(view),
      response_urls: [],
    },
  });
  const problem = answer.ok ? applyAnswer(world, view, answer) : trouble;
  world.changed();
  return problem === undefined ? done : failed(world, person, null, problem);
}

export async function closeModal(bench: Bench, person: ScenarioPerson, gesture: Of<"close">): Promise<Outcome> {
  const { world } = bench;
  const view = world.views.stack(person.id).find(({ id }) => id === gesture.view);
  if (view === undefined) return refuse("This is no longer open.");
  const clears = flagAt(view.definition, "clear_on_close");
  if (clears) world.views.clear(person.id);
  else world.views.close(view);
  world.changed();
  if (!flagAt(view.definition, "notify_on_close")) return done;
  const payload = {
    ...basics(world, person, "view_closed"),
    view: world.viewPayload(view),
    is_cleared: clears,
  };
  await bench.deliver({ kind: "interactive", about: "view_closed", payload });
  return done;
}

/** undefined: the answer was one that Slack takes. */
function applyAnswer(world: World, view: StoredView, answer: Taken): string | undefined {
  const body = isPayload(answer.body) ? answer.body : {};
  switch (body["response_action"]) {
    case undefined:
      world.views.close(view);
      return undefined;
    case "clear":
      world.views.clear(view.user);
      return undefined;
    case "errors":
      return showErrors(view, payloadAt(body, "errors"));
    case "update":
    case "push": {
      const reading = readView(body["view"], "modal");
      answer.breached(reading.breaches);
      if (!reading.ok) return trouble;
      if (body["response_action"] === "update") {
        world.views.change(view, reading.view, reading.breaches);
        return undefined;
      }
      return world.views.push(view.user, reading.view, reading.breaches) === undefined ? trouble : undefined;
    }
    default:
      return trouble;
  }
}

/** Slack shows an error under an input; one for a block that is no input it cannot show. */
function showErrors(view: StoredView, errors: Payload): string | undefined {
  const inputs = view.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id);
  const shown = Object.entries(errors).filter(([block, text]) => inputs.includes(block) && typeof text === "string");
  if (shown.length === 0 || shown.length < Object.keys(errors).length) return trouble;
  view.errors = Object.fromEntries(shown.map(([block, text]) => [block, String(text)]));
  return undefined;
}
