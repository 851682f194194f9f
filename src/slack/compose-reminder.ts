import type { Compose } from "../nudges/composer.ts";
import { type RemindParts, remind, type Standing } from "../one-to-ones/remind.ts";
import type { OneDesk } from "./one-desk.ts";
import { nudgeView } from "./views/nudges/nudge.ts";
import { preparationView } from "./views/one-to-ones/preparation.ts";
import { followUpView } from "./views/one-to-ones/turn.ts";
import type { View } from "./views/render.ts";

/** Words for a reminder, from what is true at the moment when it is sent. */
export function createComposer(desk: OneDesk): Compose {
  const { people, nameOf } = desk;
  const parts: RemindParts = {
    ...desk,
    async standing(owner): Promise<Standing> {
      const person = await people.look(owner);
      if (person === undefined) throw new Error("Slack did not say who this is.");
      const { standing, tz, unreachable } = person;
      return { standing, tz, deactivated: unreachable !== undefined };
    },
    // There is no scope for it in this version: a person's own pause says it.
    away: async () => false,
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
        return message(preparationView(preparation, { nameOf }));
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
