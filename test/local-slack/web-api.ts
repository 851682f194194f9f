import { isPayload, type Payload } from "../../local-slack/payload.ts";

export interface ApiAnswer {
  readonly status: number;
  readonly body: Payload;
  readonly headers: Headers;
}

/** One Web API call as any HTTP client makes it. */
export async function callApi(
  apiUrl: string,
  method: string,
  args: Payload,
  token: string | null = "xoxb-local-1",
): Promise<ApiAnswer> {
  const response = await fetch(new URL(method, apiUrl), {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  const body: unknown = await response.json();
  if (!isPayload(body)) throw new Error(`${method} answered something else than an object.`);
  return { status: response.status, body, headers: response.headers };
}

export const section = { type: "section", text: { type: "mrkdwn", text: "Owns a service from design to retirement." } };

export function modal(title: string, more: Payload = {}): Payload {
  return { type: "modal", title: { type: "plain_text", text: title }, blocks: [section], ...more };
}

/** A modal with one text input, in the block `why`. */
export function form(title: string): Payload {
  return modal(title, {
    callback_id: "form",
    submit: { type: "plain_text", text: "Save" },
    blocks: [
      {
        type: "input",
        block_id: "why",
        label: { type: "plain_text", text: "Why" },
        element: { type: "plain_text_input", action_id: "text" },
      },
    ],
  });
}
