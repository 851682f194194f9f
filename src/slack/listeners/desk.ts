import type { Answer } from "../../answers/answer.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import type { Intent, Reading } from "../../command/intent.ts";

/** Who asks, as far as an answer depends on it. */
export interface Asker {
  readonly user: string;
  /** Their workspace; null where the delivery does not say. */
  readonly team: string | null;
  /** The command as it is installed in this workspace, for help and examples. */
  readonly command: string;
}

/** Where listeners get their answers. They take words or a code out of Slack's envelope and know nothing of frameworks. */
export interface Desk {
  /** Answers a typed line. */
  line(text: string, asker: Asker): Promise<Answer>;
  /** How a line would be read, without answering it. */
  reading(text: string, asker: Asker): Promise<Reading>;
  answer(intent: Intent, asker: Asker): Promise<Answer>;
  /** Answers a code that came back from a button or a select: it may be stale, forged, or anything else. */
  code(code: unknown, asker: Asker): Promise<Answer>;
  catalogue(): Catalogue;
}
