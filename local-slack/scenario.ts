/**
 * Who and what is in a workspace before anybody does anything. Ids are fixed, so that a test can name them; message times count back
 * from the start.
 */

import type { Person } from "./protocol.ts";

export interface ScenarioPerson extends Person {
  readonly email: string;
  readonly locale: string;
  readonly isOwner: boolean;
  /** A guest of one channel only. */
  readonly isUltraGuest: boolean;
  readonly deleted: boolean;
  readonly teamId: string;
}

interface ScenarioMessage {
  readonly user: string;
  readonly text: string;
  readonly minutesAgo: number;
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
}

interface ScenarioChannel {
  readonly id: string;
  /** Without #. */
  readonly name: string;
  readonly topic: string;
  readonly isPrivate: boolean;
  readonly members: readonly string[];
  readonly messages: readonly ScenarioMessage[];
}

export interface Scenario {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly botId: string; readonly botUser: ScenarioPerson };
  readonly people: readonly ScenarioPerson[];
  readonly channels: readonly ScenarioChannel[];
}
