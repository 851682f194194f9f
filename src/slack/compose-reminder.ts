import type { Compose } from "../nudges/composer.ts";
import { type RemindParts, remind } from "../one-to-ones/remind.ts";
import type { Away } from "./away.ts";
import type { OneDesk } from "./one-desk.ts";
import { seenPerson } from "./people.ts";
import { nudgeView } from "./views/nudges/nudge.ts";
import { preparationView } from "./views/one-to-ones/preparation.ts";
import { followUpView } from "./views/one-to-ones/turn.ts";
import type { View } from "./views/render.ts";

/** Words for a reminder, from what is true at the moment when it is sent. */
export function createComposer(desk: OneDesk, { away }: Pick<Away, "away">): Compose {
  const { people, nameOf, follower } = desk;
  const parts: RemindParts = {
    ...desk,
    async standing(owner) {
      const person = await people.look(owner);
      if (person === undefined) throw new Error("Slack did not say who this is.");
      return seenPerson(person);
    },
    async away(owner) {
      const isAway = await away(owner);
      // The answer may have said that they are elsewhere now, or gone: then this reminder is no longer the one to send.
      await follower.settled(owner);
      return isAway;
    },
  };

  return async (claim) => {
    const reminder = await remind(parts, claim);

    switch (reminder.kind) {
      case "skip":
      case "stop":
        return reminder;
      case "nudge":
        return message(nudgeView(reminder.content, nameOf));
      case "preparation": {
        const { preparation } = reminder;
        await people.look({ team: claim.owner.team, user: preparation.oneToOne.with });
        return message(preparationView(preparation, { nameOf, here: claim.place.zone }));
      }
      case "follow-up": {
        const { oneToOne, turn } = reminder;
        await people.look({ team: claim.owner.team, user: oneToOne.with });
        return message(followUpView({ oneToOne, nameOf }, turn));
      }
    }
  };
}

function message({ text, blocks }: View) {
  return { kind: "message", message: { text, blocks } } as const;
}
