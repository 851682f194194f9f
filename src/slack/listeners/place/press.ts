import type { App, BlockAction } from "@slack/bolt";
import type { Owner } from "../../../evidence/types.ts";
import type { HeldWords } from "../../../wins/held.ts";
import type { HomeKeeper } from "../../home-keeper.ts";
import type { Later } from "../../later.ts";
import type { OneDesk } from "../../one-desk.ts";
import type { MyPage, PlaceDesk } from "../../place-desk.ts";
import { checkChoiceLater } from "../check-choice.ts";
import { isModal, ownerOf } from "../envelope.ts";
import { codeOf, isHome } from "../surface.ts";

/** What the listeners of a person's own pages work with. */
export interface MyParts {
  readonly place: PlaceDesk;
  readonly home: HomeKeeper;
  readonly later: Later;
  readonly ones: OneDesk;
  /** What could not be saved and is kept in memory. */
  readonly held: Pick<HeldWords, "forget">;
}

/** One press on a page of the person's own. */
export interface Press {
  readonly owner: Owner;
  /** Whatever came back from Slack: any text, or nothing. */
  readonly value: unknown;
  readonly trigger: string;
  readonly inHome: boolean;
  readonly inModal: boolean;
  readonly viewId: string | undefined;
  /** Everything is on disk: Slack may stop waiting. */
  done(): Promise<void>;
  /** Draws a page where the press was made. */
  show(page: MyPage, remark?: string): Promise<void>;
}

/** `run` saves first, then calls `done`, then shows. Guests and strangers get their page, and nothing of theirs is saved. */
export function onPress(
  app: App,
  id: string,
  { place, home, later }: MyParts,
  run: (press: Press, client: App["client"]) => Promise<void>,
): void {
  const pattern = new RegExp(`^${id.replaceAll(".", "\\.")}(-[a-z0-9-]{1,30})?$`);

  app.action<BlockAction>(pattern, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const inHome = isHome(body);
    const known = place.people.known(owner);
    const done = () => ack();
    const show = async (page: MyPage, remark?: string): Promise<void> => {
      if (inHome) {
        await home.show(owner, page, remark);
        return;
      }
      const { text, blocks } = await place.view(owner, page, "message", remark);
      await respond({ replace_original: true, text, blocks: [...blocks] });
    };

    if (known !== undefined && known.standing !== "member") {
      await done();
      await show({ kind: "me" });
      return;
    }
    try {
      await run(
        {
          owner,
          value: codeOf(action),
          trigger: body.trigger_id,
          inHome,
          inModal: isModal(body),
          viewId: body.view?.id,
          done,
          show,
        },
        client,
      );
    } finally {
      if (known === undefined) checkChoiceLater({ ...place, later }, owner, () => show({ kind: "me" }));
    }
  });
}
