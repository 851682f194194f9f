/** What of a person's wins is asked for. Everything that is given must hold; nothing given is all of them. */
export interface WinsAsked {
  readonly words?: string;
  readonly framework?: string;
  readonly topic?: string;
  readonly level?: number;
  readonly criterionId?: string;
  /** Inclusive, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly unfiled?: boolean;
  readonly origin?: WinOrigin;
  /** Filed under words that the framework has changed since. */
  readonly changed?: boolean;
  /** Others can see it now. */
  readonly shared?: true;
}

export const WIN_ORIGINS = [
  "command",
  "modal",
  "shortcut",
  "mention",
  "dm",
  "emoji",
  "home",
  "peer",
  "import",
] as const;
export type WinOrigin = (typeof WIN_ORIGINS)[number];
