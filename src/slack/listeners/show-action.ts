import type { App, BlockAction } from "@slack/bolt";
import { SHOW } from "../ids.ts";
import { answerView, homeView } from "../views/answer.ts";
import type { Desk } from "./desk.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn, codeOf, isHome } from "./surface.ts";

/** Every way to walk on from a card: the answer takes the place of the one that the button stood on. */
export function registerShowAction(app: App, desk: Desk): void {
  app.action<BlockAction>(SHOW, async ({ ack, action, body, client, respond }) => {
    await ack();

    const answer = await desk.code(codeOf(action), { user: body.user.id, command: PROGRESSION });

    if (isHome(body)) {
      await client.views.publish({ user_id: body.user.id, view: homeView(answer) });
      return;
    }

    const { text, blocks } = answerView(answer, { kind: "message", canShare: canShareIn(body.channel?.id) });

    await respond({ replace_original: true, text, blocks: [...blocks] });
  });
}
