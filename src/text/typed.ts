/**
 * A line as Slack hands it over, made plain: entities decoded, mentions and links reduced to what the person saw,
 * typographic quotes straightened, emoji and invisible characters dropped. Runs in linear time on any text.
 */
export function plainTyped(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => ` ${shown(inside)} `)
    .replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", amp: "&" })[name] ?? "")
    .replace(EMOJI_CODES, " ")
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]|\ufe0f/gu, "")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** `:wave::skin-tone-2:`: one code or several that touch. One or two digits between colons are a time of day. */
const CODES = String.raw`(?::(?!\d{1,2}:)[\p{Ll}\p{Lo}\p{M}\d_+'-]{1,60}:)+`;
/** They may touch a word on one side: between two words, as in "backend:mastery:3", colons part words. */
const EMOJI_CODES = new RegExp(String.raw`(?<![\p{L}\p{N}:])${CODES}|(?<=[\p{L}\p{N}])${CODES}(?![\p{L}\p{N}:])`, "gu");

function shown(inside: string): string {
  const bar = inside.indexOf("|");
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  if (inside.startsWith("@") || inside.startsWith("!")) return label === "" ? "" : `@${label.replace(/^@/, "")}`;
  if (inside.startsWith("#")) return label;
  return label === "" ? inside.replace(/^(?:mailto:|https?:\/\/)/, "") : label;
}
