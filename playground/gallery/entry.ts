import type { formView } from "../../src/slack/views/wins/form.ts";

type ModalView = ReturnType<typeof formView>;

interface Block {
  readonly type: string;
}

/** One thing that the bot can show, where it shows it, and what is read aloud for it. */
export interface Entry {
  /** Its pictures are named after it. */
  readonly id: string;
  readonly title: string;
  /** What to look at. */
  readonly look: string;
  readonly place: "only you" | "channel" | "direct message" | "Home tab" | "modal";
  /** Empty for a modal: Slack reads it field by field. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The whole of a modal. */
  readonly modal?: ModalView;
}

export interface Group {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly Entry[];
}

/** Makes the entries of one group, whose pictures begin with the same word. */
export function entriesOf(prefix: string) {
  return {
    card(
      id: string,
      title: string,
      look: string,
      { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
      place: Entry["place"] = "only you",
    ): Entry {
      return { id: `${prefix}--${id}`, title, look, place, text, blocks };
    },
    modal(id: string, title: string, look: string, modal: ModalView): Entry {
      return { id: `${prefix}--${id}`, title, look, place: "modal", text: "", blocks: modal.blocks, modal };
    },
  };
}
