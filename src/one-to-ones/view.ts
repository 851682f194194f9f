/** A laid-out message as it is kept between its preview and its sending. What the blocks are made of is Slack's affair. */
export interface View {
  readonly text: string;
  readonly blocks: readonly object[];
}
