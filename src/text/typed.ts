/**
 * A line as Slack hands it over, made plain: entities decoded, mentions and links reduced to what the person saw,
 * typographic quotes straightened, emoji short codes and invisible characters dropped. Runs in linear time on any text.
 */
export function plainTyped(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => ` ${shown(inside)} `)
    .replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", amp: "&" })[name] ?? "")
    .replace(/(^|\s):[a-z0-9_+'-]{1,60}:(?=\s|$)/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]|\ufe0f/gu, "")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function shown(inside: string): string {
  const bar = inside.indexOf("|");
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  if (inside.startsWith("@") || inside.startsWith("!")) return label === "" ? "" : `@${label.replace(/^@/, "")}`;
  if (inside.startsWith("#")) return label;
  return label === "" ? inside.replace(/^(?:mailto:|https?:\/\/)/, "") : label;
}
