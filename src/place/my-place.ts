import type { Catalogue, Framework } from "../catalogue/types.ts";
import type { Reader } from "../command/intent.ts";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { filingState } from "../evidence/filing-state.ts";
import type { Focus, Owner, Profile, WinPage } from "../evidence/types.ts";
import { localDay } from "../wins/days.ts";
import type { FindCriterion } from "./criteria-now.ts";
import type { MapParts } from "./evidence-map.ts";
import { focusNow } from "./focus.ts";

/** Everything that a person's own pages are made from. */
export interface Place {
  readonly profile: Profile;
  /** Of the profile, if it is still there. */
  readonly framework: Framework | null;
  /** Within the framework's levels, else null. */
  readonly level: number | null;
  /** The framework of the profile is not in the catalogue any more. */
  readonly frameworkGone: boolean;
  readonly focus: readonly Focus[];
  readonly recent: WinPage;
  readonly map: MapParts;
  /** Some wins are filed under words that have changed, moved or gone since. */
  readonly changed: boolean;
  /** The person's own day. */
  readonly today: string;
}

export interface PlaceParts {
  readonly log: EvidenceLog;
  readonly catalogue: () => Catalogue;
  readonly find: FindCriterion;
  readonly now: () => number;
}

const RECENT = 5;

export const NEWCOMER: Profile = {
  framework: null,
  level: null,
  subLevel: null,
  tz: null,
  emojiCapture: false,
  setUpAt: null,
  homeOpenedAt: null,
};

export async function loadPlace(owner: Owner, { log, catalogue, find, now }: PlaceParts): Promise<Place> {
  const [profile = NEWCOMER, focused, recent, coverage, notes, filedUnder] = await Promise.all([
    log.profile(owner),
    log.focus(owner),
    log.list(owner, {}, RECENT),
    log.coverage(owner),
    log.opportunityNotes(owner),
    log.filedUnder(owner),
  ]);
  const framework = frameworkOf(profile, catalogue());
  const focus = focusNow(focused, find);

  return {
    profile,
    framework,
    level: levelOf(profile, framework),
    frameworkGone: profile.framework !== null && framework === null,
    focus,
    recent,
    map: { coverage, notes, focus, find },
    changed: filedUnder.some((filing) => filingState(filing, find) !== "current"),
    today: localDay(now(), profile.tz),
  };
}

/** Whoever has chosen nothing and was never asked. */
export function isNewcomer({ setUpAt, framework }: Profile): boolean {
  return setUpAt === null && framework === null;
}

function frameworkOf(profile: Profile, catalogue: Catalogue): Framework | null {
  return catalogue.frameworks.find(({ path }) => path === profile.framework) ?? null;
}

function levelOf({ level }: Profile, framework: Framework | null): number | null {
  return framework !== null && level !== null && level <= framework.levels ? level : null;
}

/** What a lookup may assume about whoever asks. */
export function readerOf(profile: Profile | undefined, catalogue: Catalogue): Reader {
  const framework = profile === undefined ? null : frameworkOf(profile, catalogue);

  return { framework: framework?.path ?? null, level: profile === undefined ? null : levelOf(profile, framework) };
}
