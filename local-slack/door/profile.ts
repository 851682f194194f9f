/** What a person changes about themselves: their status, how long nobody is to disturb them, and where they are. */

import { userPayload } from "../api/people.ts";
import type { Outcome } from "../protocol.ts";
import type { ScenarioPerson } from "../scenario.ts";
import type { World } from "../world.ts";
import { type Bench, done, type Of } from "./bench.ts";

export async function changeProfile(bench: Bench, person: ScenarioPerson, gesture: Of<"profile">): Promise<Outcome> {
  const { status, quietUntil, tz } = gesture;
  if (quietUntil !== undefined) {
    bench.world.workspace.changePerson(person.id, { quietUntil });
    bench.world.changed();
  }
  if (status !== undefined || tz !== undefined) {
    await tellChanged(bench, person.id, {
      ...(status === undefined ? {} : { status }),
      ...(tz === undefined ? {} : { tz }),
    });
  }
  return done;
}

/** Slack sends `user_change` for everybody of the workspace to every app that listens, whoever they are to it. */
export async function tellChanged(
  { world, emit }: { readonly world: World; readonly emit: Bench["emit"] },
  id: string,
  change: Partial<ScenarioPerson>,
): Promise<void> {
  world.workspace.changePerson(id, change);
  world.changed();
  const person = world.workspace.findPerson(id);
  if (person === undefined || !world.scopes.has("users:read")) return;
  const event_ts = world.workspace.nextTs();
  await emit({ type: "user_change", user: userPayload(world, person, true), cache_ts: 0, event_ts });
}
