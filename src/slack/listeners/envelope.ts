import type { BlockAction } from "@slack/bolt";
import type { Owner } from "../../evidence/types.ts";
import { teamOf } from "../transport/delivery.ts";
import { codeOf } from "./surface.ts";

/** Who did it, from the envelope that Slack signed and from nowhere else: nothing that stands on a button or in a form says whose it is. */

/** `user` as this kind of delivery names it. */
export function ownerOf(body: object, user: string): Owner {
  return { team: teamOf({ ...body }) ?? "", user };
}

/** The envelope itself says that the person belongs elsewhere (Slack Connect). */
export function isForeign(body: object, home: string | undefined): boolean {
  const user = "user" in body ? body.user : undefined;
  const team = typeof user === "object" && user !== null && "team_id" in user ? user.team_id : undefined;
  return home !== undefined && typeof team === "string" && team !== home;
}

/** The same over all of Slack's tries. */
export function eventIdOf(body: object): string {
  return "event_id" in body && typeof body.event_id === "string" ? body.event_id : "";
}

const WIN_ID = /^[0-9a-z]{26}$/;

/** The win that a button belongs to. The value may be anything; only its shape is looked at here, whose it is the log decides. */
export function winIdOf(action: unknown): string {
  const value = codeOf(action);
  return typeof value === "string" && WIN_ID.test(value) ? value : "";
}

/** `<winId>.<rest>`, for buttons that name a win and something of it. */
export function winAndRest(action: unknown): { readonly id: string; readonly rest: string } {
  const value = codeOf(action);
  const [, id = "", rest = ""] = typeof value === "string" ? (/^([0-9a-z]{26})\.(.{1,200})$/.exec(value) ?? []) : [];
  return { id, rest };
}

/** A short name for something in memory or a draft. */
export function keyOf(action: unknown): string {
  const value = codeOf(action);
  return typeof value === "string" && /^[0-9a-z-]{1,64}$/.test(value) ? value : "";
}

export function isModal(body: BlockAction): boolean {
  return body.view?.type === "modal";
}
