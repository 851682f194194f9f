/** Longer addresses are shown and not followed. */
const MOST_ADDRESS = 300;

/**
 * The address in the one way to write it, if it may be followed: http or https, no user name in front of the host, host in ASCII (others come
 * out as punycode), nothing invisible in it. Else null, and it is shown as text.
 */
export function followable(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  if (username !== "" || password !== "" || href.length > MOST_ADDRESS) return null;
  return /^[\x21-\x7e]+$/.test(href) ? href : null;
}
