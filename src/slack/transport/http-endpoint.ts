import type { IncomingMessage, ServerResponse } from "node:http";
import { parse } from "node:querystring";
import { HTTPModuleFunctions, type HTTPReceiver, isRawBodyError } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** Slack's own requests are far smaller; the largest is a modal's state. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Slack's rule for timestamps, applied in both directions: Bolt checks only the past. */
const MAX_SKEW_SECONDS = 300;

const FORM = "application/x-www-form-urlencoded";

/**
 * `POST /slack/events` in front of Bolt's own receiver: what would crash or fool it never reaches it. Signatures stay Bolt's work.
 */
export function slackEndpoint(receiver: HTTPReceiver, parts: { readonly log: Log }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const type = request.headers["content-type"];

    if (type?.toLowerCase().startsWith(`${FORM};`)) {
      // Proxies add a charset, and Bolt compares the whole header.
      request.headers["content-type"] = FORM;
    }

    const stamp = Number(request.headers["x-slack-request-timestamp"] ?? Number.NaN);

    // The real clock, as Bolt uses for the past: an injected one decides what the bot does, not what it trusts.
    if (stamp - Date.now() / 1000 > MAX_SKEW_SECONDS) {
      parts.log.warn("request with a timestamp in the future refused");
      refuse(response, 401);
      return;
    }

    try {
      const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT_BYTES);

      if (!holdsObject(buffered.rawBody.toString(), request.headers["content-type"])) {
        refuse(response, 400);
        return;
      }
    } catch (error) {
      refuse(response, isRawBodyError(error) ? error.statusCode : 400);
      return;
    }

    receiver.requestListener(request, response);
  };
}

/** A signed `null` makes Bolt's receiver throw where nothing catches it. Broken JSON is left to Bolt, which answers 400. */
function holdsObject(body: string, type: string | undefined): boolean {
  if (type !== FORM) {
    return body.trimStart().startsWith("{");
  }

  if (!/payload|%[67]/.test(body)) {
    // Nothing in it can be the field's name, not even with letters escaped: a typed command needs no second reading.
    return true;
  }

  const { payload } = parse(body);

  return typeof payload !== "string" || payload.trimStart().startsWith("{");
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" });
  response.end();
}
