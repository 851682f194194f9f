import { z } from "zod";
import { dayReasons, isDay, MAX_TEXT } from "../evidence/parse-new-win.ts";
import type { Win } from "../evidence/types.ts";
import { toThisVersion } from "./earlier-exports.ts";
import { type Export, exportFormat } from "./export.ts";
import { hoursShape, nudgesShape, oneToOneShape, stoppedShape } from "./one-to-one-shape.ts";

/** Reads a JSON export back. A file comes from outside: everything in it is checked, and what is wrong is said by its place in the file. */

const MAX_WINS = 20_000;
const MAX_ONES = 500;
const MAX_REASONS = 10;

const line = z
  .string()
  .max(20_000)
  .refine((text) => text.isWellFormed(), "is not well-formed text");
const time = z.iso.datetime();
const day = z
  .string()
  .refine((text) => isDay(text) && dayReasons(text, "9999-12-31").length === 0, "is not a day since 2000");
const level = z.int().min(1).max(1_000);

const filing = z.object({
  criterionId: line.max(100),
  framework: line,
  topic: line,
  level,
  wording: line,
  contentHash: line.max(200),
  filedAt: time,
  keptAs: line.max(100).optional(),
});

const share = z.object({
  id: line.max(100),
  audience: z.object({ kind: z.literal("channel"), id: line.max(100), name: line.max(200).nullable() }),
  sharedAt: time,
  shown: line.max(200),
  messageTs: line.max(100).nullable(),
  withdrawnAt: time.nullable(),
});

const win = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/, "is not the id of a win"),
  text: z
    .string()
    .min(1)
    .max(MAX_TEXT)
    .refine((text) => text.isWellFormed(), "is not well-formed text"),
  happenedOn: day,
  createdAt: time,
  editedAt: time.nullable(),
  origin: z.enum(["command", "modal", "shortcut", "mention", "dm", "emoji", "home", "peer", "import"]),
  source: z.object({ permalink: line.nullable(), messageKey: line.nullable(), author: line.nullable() }),
  outcome: line.nullable(),
  note: line.nullable(),
  people: z.array(line).max(100),
  links: z.array(line).max(100),
  filings: z.array(filing).max(500),
  // Not in exports of before wins said who can see them.
  shares: z.array(share).max(500).default([]),
  deletedAt: z.null(),
});

const profile = z.object({
  framework: line.nullable(),
  level: level.nullable(),
  subLevel: line.max(10).nullable(),
  tz: line.max(100).nullable(),
  emojiCapture: z.boolean(),
  setUpAt: time.nullable(),
  homeOpenedAt: time.nullable(),
});

const schema = z.object({
  format: z.literal(exportFormat.format),
  version: z.literal(exportFormat.version),
  exportedAt: time,
  profile: profile.nullable(),
  focus: z
    .array(
      z.object({
        kind: z.enum(["topic", "criterion"]),
        framework: line,
        topic: line,
        criterionId: line.nullable(),
        wording: line.nullable(),
        note: line.nullable(),
      }),
    )
    .max(100),
  opportunityNotes: z.array(z.object({ criterionId: line, note: line.nullable(), notedAt: time })).max(10_000),
  wins: z.array(win).max(MAX_WINS),
  oneToOnes: z.array(oneToOneShape).max(MAX_ONES),
  nudges: nudgesShape.nullable(),
  workingHours: hoursShape,
  notReceivingFrom: stoppedShape,
});

const header = z.looseObject({ format: z.literal(exportFormat.format), version: z.number() });

export type ParsedExport =
  | { readonly exported: Export; readonly reasons?: never }
  | { readonly exported?: never; readonly reasons: readonly string[] };

export function parseExport(json: string): ParsedExport {
  const value = toValue(json);
  const { data: head } = header.safeParse(value);

  if (head === undefined) {
    return { reasons: ["This is not an export of Progression: send the .json file that an export made, unchanged."] };
  }
  if (head.version > exportFormat.version) {
    return {
      reasons: [
        `This export has version ${head.version}, and this Progression reads up to version ${exportFormat.version}: it needs an upgrade first.`,
      ],
    };
  }
  const { data, error } = schema.safeParse(toThisVersion(head));

  if (data === undefined) {
    return { reasons: error.issues.slice(0, MAX_REASONS).map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  }
  const { format: _, version: __, ...exported } = data;
  return { exported: { ...exported, wins: exported.wins satisfies readonly Win[] } };
}

function toValue(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
