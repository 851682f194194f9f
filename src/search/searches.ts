import type { Catalogue } from "../catalogue/types.ts";
import { createSearch, type Search } from "./search.ts";

const searches = new WeakMap<Catalogue, Search>();

/** The one search of a catalogue, so that its index is built once; it goes when the catalogue goes. */
export function searchOf(catalogue: Catalogue): Search {
  const search = searches.get(catalogue) ?? createSearch(catalogue);

  searches.set(catalogue, search);
  return search;
}
