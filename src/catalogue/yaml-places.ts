import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent } from "js-yaml";

/** Where in the file a value stands, out of the parser's own events; worked out only when something has to be said. */
export interface Places {
  /** The line of the value at this path: that of its key, of its dash, or of its own beginning. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The text of that line from the value on, without the dash and the spaces around it. */
  sourceOf(path: readonly PropertyKey[]): string;
}

export interface Spot {
  start: number;
  readonly keys: Map<string, Spot>;
  readonly items: Spot[];
}

export interface Twice {
  readonly key: string;
  readonly first: number;
  readonly second: number;
}

interface Frame {
  readonly spot: Spot;
  readonly type: number;
  key: { name: string; start: number } | undefined;
}

function textOf(source: string, event: ScalarEvent): string {
  return event.valueStart < 0 ? "" : getScalarValue(source, event);
}

/** The empty entry of a list has no place of its own: it is the next dash after what came before. */
function nextDash(source: string, from: number): number {
  const dash = /^[ \t]*-[ \t]*(?:#.*)?$/gm;
  dash.lastIndex = Math.max(source.lastIndexOf("\n", from) + 1, 0);
  for (let match = dash.exec(source); match !== null; match = dash.exec(source)) {
    if (match.index >= from) return match.index + match[0].indexOf("-");
  }
  return from;
}

/** Nothing is ever put into a scalar, and nearly every place is one. */
const NO_KEYS: Spot["keys"] = new Map();
const NO_ITEMS: Spot["items"] = [];

/** The tree of places, and every key that stands twice in one mapping. */
export function mapEvents(source: string, events: readonly Event[]): { root: Spot; twice: Twice[] } {
  const root: Spot = { start: 0, keys: new Map(), items: [] };
  const twice: Twice[] = [];
  const frames: Frame[] = [];
  let last = 0;
  const place = (start: number, leaf: boolean): Spot => {
    const frame = frames.at(-1);
    const spot: Spot = leaf ? { start, keys: NO_KEYS, items: NO_ITEMS } : { start, keys: new Map(), items: [] };
    if (frame === undefined || frame.type === EVENT_ID.DOCUMENT) {
      root.keys.set("", spot);
    } else if (frame.type === EVENT_ID.SEQUENCE) {
      if (start < 0) spot.start = nextDash(source, last);
      frame.spot.items.push(spot);
    } else if (frame.key !== undefined) {
      const { name, start: first } = frame.key;
      const known = frame.spot.keys.get(name);
      if (known !== undefined) twice.push({ key: name, first: known.start, second: first });
      spot.start = first;
      if (known === undefined) frame.spot.keys.set(name, spot);
      frame.key = undefined;
    }
    last = Math.max(last, spot.start, start) + (start < 0 ? 1 : 0);
    return spot;
  };
  for (const event of events) {
    const frame = frames.at(-1);
    if (event.type === EVENT_ID.POP) {
      frames.pop();
    } else if (event.type === EVENT_ID.DOCUMENT) {
      frames.push({ spot: root, type: event.type, key: undefined });
    } else if (frame?.type === EVENT_ID.MAPPING && frame.key === undefined) {
      const scalar = event.type === EVENT_ID.SCALAR;
      const start = scalar ? Math.max(event.valueStart, 0) : last;
      frame.key = { name: scalar ? textOf(source, event) : "", start };
      last = Math.max(last, start);
      if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
        frames.push({ spot: { start, keys: new Map(), items: [] }, type: event.type, key: undefined });
      }
    } else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      frames.push({ spot: place(event.start, false), type: event.type, key: undefined });
    } else if (event.type === EVENT_ID.SCALAR) {
      place(event.valueStart, true);
      last = Math.max(last, event.valueEnd);
    } else {
      place(event.anchorStart, true);
    }
  }
  return { root, twice };
}

export function createPlaces(source: string, events: () => readonly Event[]): Places {
  let root: Spot | undefined;
  const startOf = (path: readonly PropertyKey[]): number => {
    root ??= mapEvents(source, events()).root.keys.get("");
    let spot: Spot | undefined = root;
    let start = spot?.start ?? 0;
    for (const step of path) {
      spot = typeof step === "number" ? spot?.items[step] : spot?.keys.get(String(step));
      if (spot === undefined) break;
      start = spot.start;
    }
    return start;
  };
  const lineAt = createLineIndex(source);
  return {
    lineOf: (path) => lineAt(startOf(path)),
    sourceOf(path) {
      const start = startOf(path);
      const end = source.indexOf("\n", start);
      return source.slice(start, end === -1 ? undefined : end).trim();
    },
  };
}

/** For later: keeps nothing but the text. */
export function findPlacesIn(source: string): () => Places {
  return () => createPlaces(source, () => parseEvents(source, {}));
}

/** The line of an offset, looked up: a file can have as many problems as lines. The YAML begins on the first line of the file, right after `---`. */
export function createLineIndex(source: string): (offset: number) => number {
  let ends: number[] | undefined;
  const look = (): number[] => {
    const found: number[] = [];
    for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) found.push(at);
    return found;
  };
  return (offset) => {
    ends ??= look();
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
