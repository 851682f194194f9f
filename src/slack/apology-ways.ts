import type { WebClient } from "@slack/web-api";
import { tellPrivately } from "./listeners/wins/capture-message.ts";
import { type ApologyWays, showModal } from "./transport/apology.ts";
import { postToResponseUrl } from "./transport/response-url.ts";
import { sentenceView } from "./views/wins/win-text.ts";

/** The ways to a person that an apology has, for whoever holds the token. */
export function apologyWays(client: WebClient): ApologyWays {
  return {
    respond: postToResponseUrl,
    show: showModal(client),
    tell: (where, text) => tellPrivately(client, where, sentenceView(text)),
  };
}
