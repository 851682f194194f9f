import type { PlainTextElement } from "@slack/types";
import type { Criterion } from "../../../catalogue/types.ts";
import { weight } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import { labelAloud } from "./win-text.ts";

/** A criterion's wording as a receipt shows it, made once: five of them are in every receipt, and it goes when the framework is read anew. */
interface Wording {
  readonly text: PlainTextElement;
  readonly aloud: string;
  readonly weight: number;
}

const wordings = new WeakMap<Criterion, Wording>();

export function wordingOf(criterion: Criterion): Wording {
  const known = wordings.get(criterion);
  if (known !== undefined) return known;
  const { text } = criterion;
  const made = { text: plain(text), aloud: labelAloud(`Add: ${text}`), weight: weight(text) };
  wordings.set(criterion, made);
  return made;
}
