/**
 * Slack's mrkdwn, read into a small tree that holds only text: whatever a message says, it is drawn by React as text and never as
 * markup of the page.
 */
export type Span =
  | { readonly kind: "text" | "code" | "emoji"; readonly text: string }
  | { readonly kind: "strong" | "em" | "del"; readonly children: readonly Span[] }
  | { readonly kind: "link"; readonly href: string; readonly label: string }
  | { readonly kind: "user" | "channel" | "special"; readonly id: string; readonly label: string };

export type Piece =
  | { readonly kind: "lines"; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: "quote"; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: "pre"; readonly text: string };

export function parseMrkdwn(text: string, verbatim = false): readonly Piece[] {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ kind: "pre", text: unescapeEntities(part) }];
    // A line end beside preformatted text is its border, not an empty line.
    const trimmed = index > 0 ? part.replace(/^\n/, "") : part;
    return trimmed === "" ? [] : parseLines(trimmed.replace(/\n$/, ""), verbatim);
  });
}

function parseLines(text: string, verbatim: boolean): Piece[] {
  const pieces: { kind: "lines" | "quote"; lines: (readonly Span[])[] }[] = [];
  for (const line of text.split("\n")) {
    const quoted = /^(?:&gt;|>) ?/.exec(line);
    const kind = quoted === null ? "lines" : "quote";
    const last = pieces.at(-1);
    const spans = parseSpans(quoted === null ? line : line.slice(quoted[0].length), verbatim);
    if (last?.kind === kind) last.lines.push(spans);
    else pieces.push({ kind, lines: [spans] });
  }
  return pieces;
}

const marks = { "*": "strong", _: "em", "~": "del" } as const;
const patterns = {
  code: /`([^`\n]+)`/y,
  angle: /<([^<>\n]+)>/y,
  emoji: /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y,
  url: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]/y,
  "*": /\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/y,
  _: /_(?=[^\s_])((?:[^_\n]|\b_\b)*[^\s_])_(?![\w_])/y,
  "~": /~(?=[^\s~])([^~\n]*[^\s~])~(?![\w~])/y,
};

function parseSpans(text: string, verbatim = false): readonly Span[] {
  const spans: Span[] = [];
  let plain = "";
  let at = 0;
  const push = (span: Span, length: number) => {
    if (plain !== "") spans.push({ kind: "text", text: unescapeEntities(plain) });
    plain = "";
    spans.push(span);
    at += length;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const afterWord = /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    const mark = !afterWord && (char === "*" || char === "_" || char === "~") ? char : null;
    const found =
      char === "`"
        ? match(patterns.code)
        : char === "<"
          ? match(patterns.angle)
          : char === ":"
            ? match(patterns.emoji)
            : char === "h" && !afterWord && !verbatim
              ? match(patterns.url)
              : mark !== null
                ? match(patterns[mark])
                : null;
    const inner = found?.[1] ?? "";
    if (found === null) {
      plain += char;
      at += 1;
    } else if (char === "`") push({ kind: "code", text: unescapeEntities(inner) }, found[0].length);
    else if (char === "<") push(parseAngle(inner), found[0].length);
    else if (char === ":") push({ kind: "emoji", text: inner }, found[0].length);
    else if (char === "h")
      push({ kind: "link", href: unescapeEntities(found[0]), label: unescapeEntities(found[0]) }, found[0].length);
    else if (mark !== null) push({ kind: marks[mark], children: parseSpans(inner, verbatim) }, found[0].length);
  }
  if (plain !== "") spans.push({ kind: "text", text: unescapeEntities(plain) });
  return spans;
}

function parseAngle(inner: string): Span {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = unescapeEntities(bar === -1 ? "" : inner.slice(bar + 1));
  if (target.startsWith("@")) return { kind: "user", id: target.slice(1), label };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), label };
  if (target.startsWith("!")) return { kind: "special", id: target.slice(1), label };
  const href = unescapeEntities(target);
  return { kind: "link", href, label: label === "" ? href : label };
}

function unescapeEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
