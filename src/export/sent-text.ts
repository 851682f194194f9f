/** The text of a message as it reads in Slack: without the escapes, and without the joiners that keep marks from addressing people. */
export function asRead(text: string): string {
  return text.replaceAll("\u2060", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
