/**
 * A message or a command's text as Slack hands it over, turned into what the person typed: entities decoded, links as their address,
 * channels and groups by name. Mentions of people stay ids, `<@U…>`: a name changes, an id does not.
 */
export function handedText(text: string, learn?: (user: string, name: string) => void): string {
  return text
    .replace(/<([^<>\n]*)>/g, (whole, inside: string) => unwrapped(whole, inside, learn))
    .replace(/&(lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&" };

function unwrapped(whole: string, inside: string, learn?: (user: string, name: string) => void): string {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  const user = /^@([UW][A-Z0-9]+)$/.exec(target)?.[1];

  if (user !== undefined) {
    if (label !== "") learn?.(user, label);
    return `<@${user}>`;
  }
  if (target.startsWith("#")) return label === "" ? whole : `#${label}`;
  if (target.startsWith("!")) return label === "" ? `@${target.slice(1).replace(/^subteam\^\w+$/, "group")}` : label;
  const address = target.replace(/^mailto:/, "");
  const typed = label === "" || label === address || target.replace(/^https?:\/\//, "") === label;
  return typed ? (label === "" ? address : label) : `${label} (${address})`;
}

/** User ids that are mentioned in stored words. */
export function mentionedIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/<@([UW][A-Z0-9]+)>/g), ([, id = ""]) => id))];
}
