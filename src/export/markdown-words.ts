/** People's words in Markdown. Escaped, they stay words, whatever they look like. */

export function toQuote(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => escapeLine(line).trimEnd());

  // A backslash at its end keeps a line a line of its own.
  return lines
    .map((line, index) => (line === "" ? ">" : `> ${line}${(lines[index + 1] ?? "") === "" ? "" : "\\"}`))
    .join("\n");
}

export function toInline(text: string): string {
  return escapeLine(text.replace(/\s*[\r\n]+\s*/g, " "));
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/^(?: {4}|\t)/, "\u00A0\u00A0\u00A0\u00A0");
}

export function toLink(link: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(link) ? `<${link}>` : toInline(link);
}
