import { createWins } from "./0001-create-wins.ts";
import { createMyPlace } from "./0002-create-my-place.ts";
import { createCriteria } from "./0003-create-criteria.ts";
import { keepFilings } from "./0004-keep-filings.ts";
import { createNudges } from "./0005-create-nudges.ts";
import { createOneToOnes } from "./0006-create-one-to-ones.ts";
import { createToldVersions } from "./0007-create-told-versions.ts";
import { keepVisibility } from "./0008-keep-visibility.ts";
import { findPreviews } from "./0009-find-previews.ts";
import { keepPauses } from "./0010-keep-pauses.ts";
import { knowWhenSendingBegan } from "./0011-know-when-sending-began.ts";
import type { Migration } from "./migration.ts";

/** Every step from an empty database to this version of the program, in order. */
export const migrations: readonly Migration[] = [
  createWins,
  createMyPlace,
  createCriteria,
  keepFilings,
  createNudges,
  createOneToOnes,
  createToldVersions,
  keepVisibility,
  findPreviews,
  keepPauses,
  knowWhenSendingBegan,
];
