import type { WebClient } from "@slack/web-api";
import type { Answer } from "../../answers/answer.ts";
import type { Owner } from "../../evidence/types.ts";
import type { Surface } from "../views/card.ts";
import type { View } from "../views/render.ts";
import type { Desk } from "./desk.ts";
import { exportLater } from "./place/my-data.ts";
import type { MyParts } from "./place/press.ts";

/** Answers lookups, and knows the pages that belong to whoever asks. */
export interface Answering {
  readonly desk: Desk;
  readonly my: MyParts;
}

/** The answer laid out; where it is an export, the files are set on their way. */
export async function answeredView(
  answer: Answer,
  owner: Owner,
  surface: Surface,
  { my, client }: { readonly my: MyParts; readonly client: WebClient },
): Promise<View> {
  const view = await my.place.answer(answer, owner, surface);

  if (answer.kind === "mine" && answer.what === "export") {
    exportLater(owner, my, client);
  }
  return view;
}
