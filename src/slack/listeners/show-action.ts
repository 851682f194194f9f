import type { App, BlockAction } from "@slack/bolt";
import { SHOW } from "../ids.ts";
import { pageOf } from "../place-desk.ts";
import { HOME } from "../screen.ts";
import { homeView } from "../views/answer.ts";
import { type Answering, answeredView } from "./answered.ts";
import { ownerOf } from "./envelope.ts";
import { exportLater } from "./place/my-data.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn, codeOf, isHome } from "./surface.ts";

/** Every way to walk on from a card: the answer takes the place of the one that the button stood on. */
export function registerShowAction(app: App, { desk, my }: Answering): void {
  app.action<BlockAction>(SHOW, async ({ ack, action, body, client, respond }) => {
    await ack();

    const owner = ownerOf(body, body.user.id);
    const answer = await desk.code(codeOf(action), { ...owner, command: PROGRESSION });

    if (isHome(body)) {
      if (answer.kind === "mine" || answer.kind === "welcome") {
        await my.home.show(owner, answer.kind === "mine" ? pageOf(answer.what) : HOME);
        if (answer.kind === "mine" && answer.what === "export") exportLater(owner, my, client);
        return;
      }
      my.home.touched(owner, { kind: "lookup", intent: answer.intent });
      await client.views.publish({ user_id: body.user.id, view: homeView(answer) });
      return;
    }

    const { text, blocks } = await answeredView(
      answer,
      owner,
      { kind: "message", canShare: canShareIn(body.channel?.id) },
      { my, client },
    );

    await respond({ replace_original: true, text, blocks: [...blocks] });
  });
}
