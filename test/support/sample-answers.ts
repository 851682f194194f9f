import type { Sample, Samples } from "./answer-builders.ts";
import { sampleCards } from "./sample-cards.ts";
import { sampleFindings } from "./sample-findings.ts";
import { sampleLists } from "./sample-lists.ts";
import { sampleUnresolved } from "./sample-unresolved.ts";

/** Every kind of answer: none, one, many, the longest, the nastiest. The views' tests and the gallery are made from these. */
export const sampleAnswers: Samples = { ...sampleLists, ...sampleCards, ...sampleFindings, ...sampleUnresolved };

export const allSamples: readonly Sample[] = Object.values(sampleAnswers).flat();
