/** `views.*`: modals, which need a trigger, and Home tabs, which do not. */

import { breachDetails, viewBreaches } from "../breaches.ts";
import { isPayload, type Payload, structureAt, textAt } from "../payload.ts";
import type { Breach } from "../protocol.ts";
import type { StoredView } from "../views.ts";
import type { World } from "../world.ts";
import { type Call, done, type Method, missing, type Reply, refuse } from "./reply.ts";

export const viewMethods: { readonly [name: string]: Method } = {
  "views.open": { scopes: [], run: open },
  "views.push": { scopes: [], run: push },
  "views.update": { scopes: [], run: update },
  "views.publish": { scopes: [], run: publish },
};

type Reading =
  | { readonly ok: true; readonly view: Payload; readonly breaches: readonly Breach[] }
  | { readonly ok: false; readonly reply: Reply; readonly breaches: readonly Breach[] };

/** Reads and checks a view of this type; also for the `response_action` of a submission. */
export function readView(given: unknown, type: StoredView["type"]): Reading {
  if (!isPayload(given)) return { ok: false, reply: missing("view"), breaches: [] };
  const { slack, ours } = viewBreaches(given);
  const breaches = [...slack, ...ours];
  if (given["type"] !== type || slack.length > 0) {
    const wrongType: readonly Breach[] =
      given["type"] === type ? [] : [{ code: "failed_constraint", message: `must be a ${type}`, pointer: "/type" }];
    return {
      ok: false,
      reply: refuse("invalid_arguments", breachDetails([...wrongType, ...slack], "/view")),
      breaches,
    };
  }
  return { ok: true, view: given, breaches };
}

function open(call: Call): Reply {
  return withTrigger(call, (world, user, view, breaches) => world.views.open(user, view, breaches));
}

function push(call: Call): Reply {
  const trigger = call.world.triggers.look(textAt(call.args, "trigger_id") ?? "");
  if (trigger.ok && trigger.trigger.view === null) return refuse("invalid_trigger_id");
  return withTrigger(call, (world, user, view, breaches) => world.views.push(user, view, breaches));
}

function withTrigger(
  { args, world, breached }: Call,
  show: (world: World, user: string, view: Payload, breaches: readonly Breach[]) => StoredView | undefined,
): Reply {
  const id = textAt(args, "trigger_id");
  if (id === undefined) return missing("trigger_id");
  const reading = readView(structureAt(args, "view"), "modal");
  breached(reading.breaches);
  const redeemed = world.triggers.look(id);
  if (!redeemed.ok) return refuse(redeemed.error);
  if (!reading.ok) return reading.reply;
  if (externalIdTaken(world, reading.view, undefined)) return refuse("duplicate_external_id");
  const shown = show(world, redeemed.trigger.user, reading.view, reading.breaches);
  if (shown === undefined) return refuse("push_limit_reached");
  world.triggers.use(id);
  world.changed();
  return done({ view: world.viewPayload(shown) });
}

function update({ args, world, breached }: Call): Reply {
  const id = textAt(args, "view_id");
  const externalId = textAt(args, "external_id");
  if (id === undefined && externalId === undefined) return missing("view_id");
  const found = id === undefined ? world.views.findByExternalId(externalId ?? "") : world.views.find(id);
  if (found === undefined) return refuse("not_found");
  const reading = readView(structureAt(args, "view"), found.type);
  breached(reading.breaches);
  if (!reading.ok) return reading.reply;
  if (staleHash(args, found)) return refuse("hash_conflict");
  if (externalIdTaken(world, reading.view, found)) return refuse("duplicate_external_id");
  world.views.change(found, reading.view, reading.breaches);
  world.changed();
  return done({ view: world.viewPayload(found) });
}

function publish({ args, world, breached }: Call): Reply {
  const user = textAt(args, "user_id");
  if (user === undefined) return missing("user_id");
  if (world.workspace.people().every(({ id, deleted }) => id !== user || deleted)) return refuse("user_not_found");
  const reading = readView(structureAt(args, "view"), "home");
  breached(reading.breaches);
  if (!reading.ok) return reading.reply;
  const found = world.views.home(user);
  if (staleHash(args, found)) return refuse("hash_conflict");
  if (externalIdTaken(world, reading.view, found)) return refuse("duplicate_external_id");
  const view = world.views.publish(user, reading.view, reading.breaches);
  world.changed();
  return done({ view: world.viewPayload(view) });
}

function staleHash(args: Payload, view: StoredView | undefined): boolean {
  const hash = textAt(args, "hash");
  return hash !== undefined && hash !== "" && hash !== view?.hash;
}

function externalIdTaken(world: World, definition: Payload, by: StoredView | undefined): boolean {
  const externalId = textAt(definition, "external_id");
  if (externalId === undefined || externalId === "") return false;
  const holder = world.views.findByExternalId(externalId);
  return holder !== undefined && holder !== by;
}
