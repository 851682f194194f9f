/** What Slack makes of what a person typed: entities escaped, and `@handle`, `#channel` and addresses turned into their codes. */

import type { ScenarioPerson } from "./scenario.ts";

interface Named {
  readonly people: readonly ScenarioPerson[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

/**
 * `labels`: a command with `should_escape` gets `<@U…|handle>` and `<#C…|name>`; a message gets the bare codes.
 * Only names that exist become codes; everything else stays text.
 */
export function encodeTyped(text: string, known: Named, labels: boolean): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replace(/https?:\/\/(?:(?!&[lg]t;)[^\s|])+|(?<![\w@])@[\w.-]*\w|(?<![\w#&])#[\w-]*\w/g, (found) => {
    if (found.startsWith("http")) {
      const address = found.replace(/[.,:!?)'"]+$/, "");
      return `<${address}>${found.slice(address.length)}`;
    }
    const name = found.slice(1).toLowerCase();
    if (found.startsWith("#")) {
      const channel = known.channels.find((other) => other.name === name);
      if (channel === undefined) return found;
      return labels ? `<#${channel.id}|${channel.name}>` : `<#${channel.id}>`;
    }
    if (name === "here" || name === "channel" || name === "everyone") return `<!${name}>`;
    const person = known.people.find((other) => other.name === name);
    if (person === undefined) return found;
    return labels ? `<@${person.id}|${person.name}>` : `<@${person.id}>`;
  });
}
