/** Short forms that cannot be derived from a name, and the words they stand for. A framework's own word always wins. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  be: ["backend"],
  fe: ["frontend"],
  em: ["management", "manager"],
  mgr: ["management", "manager"],
  mgmt: ["management"],
  manager: ["management"],
  comms: ["communication", "communications"],
  communications: ["communication", "comms"],
  communication: ["communications", "comms"],
  eng: ["engineering"],
  infra: ["infrastructure"],
  ops: ["operations"],
  sec: ["security"],
  ml: ["machine"],
  qa: ["quality", "testing"],
  fullstack: ["full"],
  ios: ["mobile"],
  android: ["mobile"],
  ux: ["design"],
  docs: ["documentation"],
  tech: ["technical"],
  a11y: ["accessibility"],
};

/** Words that say nothing about which page is meant. Left out unless a name needs them. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    "a an the in of for at on to from and or is are it my me i please show list give get see view open read what whats how " +
    "does do look like looks with between framework frameworks page topic topics level levels lvl lev lv l engineer " +
    "engineers all as about criteria reach become"
  ).split(" "),
);
