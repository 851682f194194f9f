/** `/api/<method>`: the Web API over HTTP. Reads the call, plays faults, checks token and scope, runs the method, keeps the journal. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fault } from "../faults.ts";
import { answerJson, answerText, mediaType, readBody } from "../http.ts";
import { isPayload, type Payload, parseJson, textAt } from "../payload.ts";
import type { Breach } from "../protocol.ts";
import type { World } from "../world.ts";
import { chatMethods } from "./chat.ts";
import { conversationMethods } from "./conversations.ts";
import { fileMethods } from "./files.ts";
import { peopleMethods } from "./people.ts";
import { reactionMethods } from "./reactions.ts";
import { type Call, done, type Method, type Reply, refuse } from "./reply.ts";
import { viewMethods } from "./views.ts";

export interface ApiOptions {
  readonly world: World;
  readonly botToken: string;
  readonly appToken: string;
  readonly transport: "http" | "socket";
  readonly origin: () => string;
  /** A fresh address for one Socket Mode connection. */
  readonly openSocketUrl: () => string;
}

export type ServeApi = (request: IncomingMessage, response: ServerResponse, method: string) => Promise<void>;

export function createApi(options: ApiOptions): ServeApi {
  const { world } = options;
  const methods = new Map<string, Method>(
    Object.entries({
      "apps.connections.open": { scopes: [], run: () => done({ url: options.openSocketUrl() }) },
      ...peopleMethods,
      ...conversationMethods,
      ...chatMethods,
      ...reactionMethods,
      ...viewMethods,
      ...fileMethods,
    }),
  );

  function tokenProblem(token: string, method: string): Reply | undefined {
    if (token === "") return refuse("not_authed");
    if (token !== options.botToken && token !== options.appToken) return refuse("invalid_auth");
    const wanted = method === "apps.connections.open" ? options.appToken : options.botToken;
    return token === wanted ? undefined : refuse("not_allowed_token_type");
  }

  function scopeProblem(method: Method, call: Call): Reply | undefined {
    const wanted = typeof method.scopes === "function" ? method.scopes(call) : method.scopes;
    if (wanted.every((scope) => world.scopes.has(scope))) return undefined;
    return refuse("missing_scope", { needed: wanted.join(","), provided: [...world.scopes].join(",") });
  }

  function run(name: string, token: string, call: Call): Reply {
    const method = methods.get(name);
    if (method === undefined) return refuse("unknown_method", { req_method: name });
    return tokenProblem(token, name) ?? scopeProblem(method, call) ?? method.run(call);
  }

  return async (request, response, name) => {
    const body = await readBody(request);
    if (body === undefined) {
      answerText(response, 413, "Request entity too large");
      return;
    }
    const args = readArguments(request, body.toString("utf8"));
    const token = /^bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? textAt(args ?? {}, "token") ?? "";
    const end = world.journal.begin({
      direction: "from-bot",
      what: name,
      transport: options.transport,
      request: withStructures(args ?? {}),
      signed: false,
    });
    const fault = world.faults.takeCall(name);
    const early = fault === null ? undefined : earlyAnswer(fault);
    if (early !== undefined) {
      end({ status: early.status, body: early.body, fault: fault?.name ?? null });
      answerJson(response, early.status, early.body, early.headers);
      return;
    }
    let breaches: readonly Breach[] = [];
    const work = (): Reply =>
      args === undefined
        ? refuse("invalid_json")
        : run(name, token, { args, world, origin: options.origin(), breached: (found) => (breaches = found) });
    const lie = world.lies.take(name);
    if (lie !== undefined) {
      if (lie.works) work();
      const { status = 200, headers = {}, body: text } = lie;
      end({ status, body: text, breaches, fault: "a lie" });
      response.writeHead(status, headers).end(text);
      return;
    }
    const reply = work();
    if (fault !== null) {
      end({ status: 0, body: reply, breaches, fault: fault.name });
      if (fault.kind === "lose-reply") request.socket.destroy();
      return;
    }
    end({ status: 200, body: reply, breaches });
    answerJson(response, 200, reply, {
      "x-oauth-scopes": [...world.scopes].join(","),
      "x-slack-req-id": crypto.randomUUID(),
    });
  };
}

/** A fault that answers instead of doing the work. */
export function earlyAnswer(fault: Fault) {
  if (fault.kind === "token-revoked") return { status: 200, body: refuse("token_revoked"), headers: {} };
  if (fault.kind === "rate-limit") {
    return { status: 429, body: refuse("ratelimited"), headers: { "retry-after": String(fault.seconds) } };
  }
  if (fault.kind === "server-error") return { status: fault.status, body: refuse("internal_error"), headers: {} };
  return undefined;
}

/** undefined: it says that it is JSON and is not. */
function readArguments(request: IncomingMessage, body: string): Payload | undefined {
  const query = Object.fromEntries(new URL(request.url ?? "/", "http://127.0.0.1").searchParams);
  if (mediaType(request) !== "application/json") return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  const parsed = body === "" ? {} : parseJson(body);
  return isPayload(parsed) ? { ...query, ...parsed } : undefined;
}

/** For the journal: JSON text inside a form, read. */
function withStructures(args: Payload): Payload {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      const parsed = typeof value === "string" && /^[[{]/.test(value) ? parseJson(value) : undefined;
      return [key, parsed === undefined ? value : parsed];
    }),
  );
}
