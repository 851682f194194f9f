import { z } from "zod";
import { WIN_ORIGINS, type WinsAsked } from "../command/wins-asked.ts";
import { listBlock } from "./ids.ts";

/** A page of a person's wins, as the value of a button: what is asked for and where in it, never whose. */
export interface WinsPage {
  readonly filter: WinsAsked;
  /** Where this page begins; null for the newest. */
  readonly at: string | null;
  /** Where the pages before this one begin, the nearest last. */
  readonly before: readonly (string | null)[];
}

export const NEWEST: WinsPage = { filter: {}, at: null, before: [] };
export const SHARED: WinsPage = { ...NEWEST, filter: { shared: true } };

/** Beyond this many pages "Newer" leads to the newest. */
const MOST_BEFORE = 20;
const MOST_CODE = 2000;
const MOST_BLOCK_CODE = 240;

const day = z.iso.date();
const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-z]{26}$/)
  .nullable();
const schema = z.strictObject({
  filter: z.strictObject({
    words: z.string().max(200).exactOptional(),
    framework: z.string().max(300).exactOptional(),
    topic: z.string().max(300).exactOptional(),
    level: z.int().min(0).max(99_999).exactOptional(),
    criterionId: z.string().max(100).exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
    unfiled: z.boolean().exactOptional(),
    origin: z.enum(WIN_ORIGINS).exactOptional(),
    changed: z.boolean().exactOptional(),
    shared: z.literal(true).exactOptional(),
  }),
  at: cursor,
  before: z.array(cursor).max(MOST_BEFORE),
});

export function encodeWins({ filter, at, before }: WinsPage): string {
  const code = (kept: number) => JSON.stringify({ filter, at, before: kept === 0 ? [] : before.slice(-kept) });
  const whole = code(MOST_BEFORE);
  if (whole.length <= MOST_CODE) return whole;
  const bare = code(0);
  return bare.length <= MOST_CODE ? bare : JSON.stringify(NEWEST);
}

/** The block of a row of the list, which brings the list back; none where its code is too long for that. */
export function listRow(page: WinsPage, row: number): string | undefined {
  const code = encodeWins({ ...page, before: [] });
  return code.length <= MOST_BLOCK_CODE ? listBlock(code, row) : undefined;
}

/** Whatever cannot be read is the newest of all. */
export function decodeWins(code: unknown): WinsPage {
  if (typeof code !== "string" || code.length > MOST_CODE) return NEWEST;
  try {
    const { data } = schema.safeParse(JSON.parse(code));
    return data ?? NEWEST;
  } catch {
    return NEWEST;
  }
}
