export interface CommandHelp {
  /** As typed, with the installed command: `/progression compare backend mastery 3 4`. */
  readonly example: string;
  readonly usage: string;
  readonly does: string;
  readonly adminOnly: boolean;
}
