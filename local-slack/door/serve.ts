/** `/door/…`: the client door over HTTP. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson, mediaType, readBody } from "../http.ts";
import { parseJson } from "../payload.ts";
import type { Gesture, Outcome } from "../protocol.ts";
import type { World } from "../world.ts";
import { readGesture } from "./read-gesture.ts";
import { clientState, type Hints } from "./state.ts";

export type ServeDoor = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

export function createDoor(options: {
  readonly world: World;
  readonly hints: Hints;
  readonly gesture: (gesture: Gesture) => Promise<Outcome>;
}): { readonly serve: ServeDoor; readonly close: () => void } {
  const { world, hints } = options;
  const streams = new Set<ServerResponse>();
  let telling = false;

  const stop = world.onChange(() => {
    if (telling) return;
    telling = true;
    setImmediate(() => {
      telling = false;
      for (const stream of streams) stream.write('data: {"type":"changed"}\n\n');
    });
  });

  function look(request: IncomingMessage, response: ServerResponse, path: string): void {
    const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
    if (path === "journal") {
      const after = Number(query.get("after") ?? 0);
      answerJson(
        response,
        200,
        world.journal.entries().filter(({ id }) => id > after),
      );
      return;
    }
    const as = query.get("as") ?? "";
    const people = world.workspace.people();
    const me = as === "" ? people[0] : people.find(({ id }) => id === as);
    if (me === undefined) answerJson(response, 404, { ok: false, error: "There is nobody with this id." });
    else if (path === "state") answerJson(response, 200, clientState(world, hints, me));
    else if (path === "stream") stream(request, response);
    else answerJson(response, 404, { ok: false, error: "The door has no such place." });
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write('data: {"type":"changed"}\n\n');
    streams.add(response);
    request.on("close", () => streams.delete(response));
  }

  return {
    async serve(request, response, path) {
      if (request.method === "GET") return look(request, response, path);
      if (request.method !== "POST") return answerJson(response, 405, { ok: false, error: "GET or POST." });
      if (mediaType(request) !== "application/json") {
        return answerJson(response, 415, { ok: false, error: "The door takes JSON only." });
      }
      const body = await readBody(request);
      if (body === undefined) {
        return answerJson(response, 413, { ok: false, error: "The door takes at most 1 MB." });
      }
      const reading = readGesture(path, parseJson(body.toString("utf8")));
      if (!reading.ok) return answerJson(response, 400, reading);
      answerJson(response, 200, await options.gesture(reading.gesture));
    },
    close() {
      stop();
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
