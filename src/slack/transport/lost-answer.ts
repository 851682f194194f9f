import type { App, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { ApologyWays } from "./apology.ts";

/** The connection that brought a delivery was gone before its answer. */
export class ConnectionGoneError extends Error {
  override name = "ConnectionGoneError";
}

/**
 * An answer goes back over the connection that brought the question, or not at all: the SDK sends it over whichever is open by then, where
 * nobody waits for it, and nobody learns that it was lost.
 */
export function answerWhereAsked(
  guarded: Pick<App, "processEvent">,
  connection: () => number | null,
): Pick<App, "processEvent"> {
  return {
    processEvent(event) {
      const brought = connection();

      return guarded.processEvent({
        ...event,
        async ack(response) {
          if (connection() !== brought) {
            throw new ConnectionGoneError("Another connection brought the delivery.");
          }
          try {
            await event.ack(response);
          } catch (error) {
            throw isUnsent(error) ? new ConnectionGoneError("The connection is closed.", { cause: error }) : error;
          }
        },
      });
    },
  };
}

/** The SDK exports its errors from a package that is none of ours; their codes are documented. */
function isUnsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("slack_socket_mode_");
}

/**
 * What becomes of an answer that found no connection. A command's has an address where it is taken all the same. An event comes again and is
 * a repeat then; a form stays open. So the work goes on as if Slack had heard.
 */
export async function answerByAddress(
  { body }: ReceiverEvent,
  response: unknown,
  { respond, log }: Pick<ApologyWays, "respond"> & { readonly log: Log },
): Promise<void> {
  const url: unknown = body["response_url"];
  const message = typeof response === "string" ? { text: response } : Object(response);

  if (typeof url !== "string" || typeof message.text !== "string") {
    log.warn("the connection was gone before the acknowledgement");
    return;
  }
  try {
    await respond(url, message);
    log.warn("the connection was gone before the answer, which went to its address");
  } catch (error) {
    log.warn({ error }, "the connection was gone before the answer, and its address did not take it");
  }
}
