import type { BlockAction } from "@slack/bolt";

/** Slack's ids say what a conversation is: only channels and private channels have somebody to share with. */
export function canShareIn(channel: string | undefined): boolean {
  return channel !== undefined && /^[CG]/.test(channel);
}

/** Slack calls every private channel "privategroup" and every direct message "directmessage" in a press: that is no name. */
export function channelOf({ channel }: Pick<BlockAction, "channel">): {
  readonly id: string;
  readonly name: string | null;
} {
  const name = channel?.name ?? "";
  return { id: channel?.id ?? "", name: /^(?:privategroup|directmessage|)$/.test(name) ? null : name };
}

export function isHome(body: BlockAction): boolean {
  return body.view?.type === "home";
}

/** What a pressed button or a chosen option carries. Anything else is no code of ours. */
export function codeOf(action: unknown): unknown {
  if (typeof action !== "object" || action === null) {
    return undefined;
  }
  if ("selected_option" in action && typeof action.selected_option === "object" && action.selected_option !== null) {
    return "value" in action.selected_option ? action.selected_option.value : undefined;
  }
  return "value" in action ? action.value : undefined;
}
