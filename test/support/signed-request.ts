import { createHmac } from "node:crypto";

export interface SignedRequest {
  readonly secret: string;
  readonly body: string;
  /** `application/x-www-form-urlencoded` by default. */
  readonly type?: string;
  /** Seconds since 1970; now by default. */
  readonly timestamp?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts to the bot as Slack does; what is not given is right. */
export function postSigned(port: number, { secret, body, type, timestamp, headers }: SignedRequest): Promise<Response> {
  const seconds = String(timestamp ?? Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");

  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": type ?? "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": seconds,
      "x-slack-signature": `v0=${signature}`,
      ...headers,
    },
  });
}

/** A slash command's form, with whatever else is given. */
export function commandBody(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams({
    team_id: "T0BRIGHT001",
    channel_id: "C0BACKEND01",
    channel_name: "backend",
    user_id: "U0MAYA00001",
    user_name: "maya",
    command: "/progression",
    text: "",
    trigger_id: "1.1.a",
    ...fields,
  }).toString();
}
