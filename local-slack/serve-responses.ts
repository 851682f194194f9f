/** `POST /response/<id>` and `POST /upload/<id>`: the addresses that need no token because they are secrets themselves. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { receiveUpload } from "./api/files.ts";
import { earlyAnswer } from "./api/serve.ts";
import { answerJson, answerText, readBody } from "./http.ts";
import { parseJson } from "./payload.ts";
import { answerThroughUrl } from "./responses.ts";
import type { World } from "./world.ts";

type Serve = (request: IncomingMessage, response: ServerResponse, id: string) => Promise<void>;

export function createResponses(options: { readonly world: World; readonly transport: "http" | "socket" }): {
  readonly respond: Serve;
  readonly upload: Serve;
} {
  const { world, transport } = options;

  return {
    async respond(request, response, id) {
      const body = await readBody(request);
      if (body === undefined) return answerText(response, 413, "Request entity too large");
      const payload = parseJson(body.toString("utf8"));
      const what = "response_url";
      const end = world.journal.begin({ direction: "from-bot", what, transport, request: payload, signed: false });
      // It is no Web API method, so a fault for all methods leaves it alone; it has to be named.
      const fault = world.faults.current().methods.includes(what) ? world.faults.takeCall(what) : null;
      const early = fault === null ? undefined : earlyAnswer(fault);
      if (early !== undefined) {
        end({ status: early.status, body: early.body, fault: fault?.name ?? null });
        return answerJson(response, early.status, early.body, early.headers);
      }
      const result = answerThroughUrl(world, id, payload);
      end({
        status: fault === null ? result.status : 0,
        body: result.body,
        breaches: result.breaches,
        fault: fault?.name ?? null,
      });
      if (fault?.kind === "lose-reply") request.socket.destroy();
      if (fault !== null) return;
      if (result.body === "ok") answerText(response, result.status, "ok");
      else answerJson(response, result.status, result.body);
    },
    async upload(request, response, id) {
      const body = await readBody(request);
      if (body === undefined) return answerText(response, 413, "Request entity too large");
      const answer = receiveUpload(world, id, body.toString("utf8"));
      answerText(response, answer.status, answer.text);
    },
  };
}
