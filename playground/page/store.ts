/** Preferences of this browser. Where storage is denied they last as long as the page. */
const memory = new Map<string, string>();

export function readPreference(name: string): string | null {
  try {
    return window.localStorage.getItem(`progression.${name}`);
  } catch {
    return memory.get(name) ?? null;
  }
}

export function writePreference(name: string, value: string): void {
  memory.set(name, value);
  try {
    window.localStorage.setItem(`progression.${name}`, value);
  } catch {
    // The memory above has it.
  }
}
