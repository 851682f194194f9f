import { createContext, useContext } from "react";
import type { Person } from "../../../local-slack/protocol.ts";

/** Names for the ids that texts mention, and the reader's time zone. */
export interface Directory {
  readonly people: readonly Person[];
  readonly conversations: readonly { readonly id: string; readonly kind: "channel" | "dm"; readonly name: string }[];
  readonly me: string;
  readonly tz: string;
  /** How far the clock of this Slack is ahead of the machine's, in milliseconds. */
  readonly ahead: number;
}

export const DirectoryContext = createContext<Directory>({
  people: [],
  conversations: [],
  me: "",
  tz: "UTC",
  ahead: 0,
});

export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}
