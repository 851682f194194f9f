/** What a person does in the Slack client, sent on its way. */

import type { Gesture, Outcome } from "../protocol.ts";
import { act, shortcut, suggest } from "./acting.ts";
import { type Bench, done, refuse } from "./bench.ts";
import { openHome, react, read } from "./looking.ts";
import { closeModal, submitModal } from "./modals.ts";
import { changeProfile } from "./profile.ts";
import { command, say } from "./typing.ts";

export async function perform(bench: Bench, gesture: Gesture): Promise<Outcome> {
  const person = bench.world.workspace.people().find(({ id, deleted }) => id === gesture.as && !deleted);
  if (person === undefined) return refuse("There is nobody with this id.");
  switch (gesture.kind) {
    case "command":
      return command(bench, person, gesture);
    case "message":
      return say(bench, person, gesture);
    case "action":
      return act(bench, person, gesture);
    case "suggest":
      return suggest(bench, person, gesture);
    case "submit":
      return submitModal(bench, person, gesture);
    case "close":
      return closeModal(bench, person, gesture);
    case "shortcut":
      return shortcut(bench, person, gesture);
    case "home":
      return openHome(bench, person);
    case "react":
      return react(bench, person, gesture);
    case "read":
      return read(bench, person, gesture);
    case "faults":
      bench.world.faults.set(gesture.faults);
      bench.world.changed();
      return done;
    case "clock": {
      if (bench.jump === undefined) return refuse("The clock of this Slack cannot be moved.");
      const trouble = await bench.jump(gesture.jump, person.tz);
      bench.world.changed();
      return trouble === null ? done : refuse(trouble);
    }
    case "profile":
      return changeProfile(bench, person, gesture);
    case "reset":
      bench.reset();
      return done;
  }
}
