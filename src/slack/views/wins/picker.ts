import type { ActionsBlock, KnownBlock, ModalView, PlainTextOption, StaticSelect } from "@slack/types";
import type { Framework } from "../../../catalogue/types.ts";
import type { Win } from "../../../evidence/types.ts";
import type { Placed } from "../../../wins/find-criteria.ts";
import { PICK_CRITERION, PICK_FRAMEWORK, PICK_LEVEL, PICK_TOPIC, WIN_PICK } from "../../ids.ts";
import { encodeIntent } from "../../intent-code.ts";
import { clean, shorten, splitText } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import { levelName } from "../words.ts";
import { CAN_SEE, whoSees } from "./who-sees.ts";
import { beginning, type NameOf, note, quoted, shownWords } from "./win-text.ts";

/** From a topic and a level to one criterion, with its full wording shown before it is added. */

export interface PickerLook {
  readonly frameworks: readonly Framework[];
  readonly framework: Framework;
  readonly topic: string | null;
  readonly level: number | null;
  readonly chosen: Placed | null;
  readonly metadata: string;
  readonly nameOf: NameOf;
  readonly tz: string | null;
}

const ALL = "all";
/** Slack's limit for an option's label and for its description. */
const MOST_LABEL = 75;

export function pickerView(win: Win, look: PickerLook): ModalView {
  const { framework, chosen } = look;
  return {
    type: "modal",
    callback_id: WIN_PICK,
    private_metadata: look.metadata,
    title: plain("Add criteria"),
    submit: plain("Add"),
    close: plain("Cancel"),
    blocks: [
      quoted(beginning(shownWords(win.text, look.nameOf), 200).shown),
      note(whoSees(win, look.tz, CAN_SEE)),
      filters(look),
      {
        type: "input",
        // Another place begins with nothing chosen.
        block_id: `criterion-${Math.max(0, topicAt(look))}-${look.level ?? 0}`,
        dispatch_action: true,
        label: plain("Criterion"),
        hint: plain("Type any words of it: the whole sentence is searched."),
        element: {
          type: "external_select",
          action_id: PICK_CRITERION,
          min_query_length: 0,
          placeholder: plain("Choose or type"),
          ...(chosen === null ? {} : { initial_option: criterionOption(chosen, framework) }),
        },
      },
      ...(chosen === null ? [] : fullWording(chosen, framework)),
    ],
  };
}

/** What a menu can show of a criterion: the first 150 characters, over label and description. */
export function criterionOption(
  { topic, level, criterion }: Placed,
  framework: Pick<Framework, "levelPrefix">,
): PlainTextOption {
  return sentenceOption(criterion.text, `${topic.title} · ${levelName(framework, level)}`, criterion.id);
}

/** Below a short sentence stands its place. */
export function sentenceOption(sentence: string, place: string, value: string): PlainTextOption {
  const text = clean(sentence).replace(/\s+/g, " ").trim();
  const [label = "", ...rest] = splitText(text, MOST_LABEL);
  return {
    text: plain(label.trim() || "(no words)"),
    description: plain(shorten(rest.length === 0 ? place : rest.join(""), MOST_LABEL)),
    value,
  };
}

function fullWording({ topic, level, criterion }: Placed, framework: Framework): KnownBlock[] {
  return [
    note(`${topic.title} · ${levelName(framework, level)}`),
    ...splitText(criterion.text, 2900).map((text): KnownBlock => ({ type: "section", text: plain(text) })),
  ];
}

function filters(look: PickerLook): ActionsBlock {
  const { framework, frameworks, level } = look;
  const ofFramework = (one: Framework): PlainTextOption => ({
    text: plain(shorten(one.sidebarTitle, MOST_LABEL) || "(no name)"),
    value: encodeIntent({ kind: "framework", framework: one.path, page: 1 }),
  });
  const topics: PlainTextOption[] = [
    { text: plain("All topics"), value: ALL },
    ...framework.topics.slice(0, 99).map((topic) => ({
      text: plain(shorten(topic.title, MOST_LABEL) || "(no name)"),
      value: encodeIntent({ kind: "topic", framework: framework.path, topic: topic.name, page: 1 }),
    })),
  ];
  const levels: PlainTextOption[] = [
    { text: plain("All levels"), value: ALL },
    ...Array.from({ length: Math.min(framework.levels, 99) }, (_, index) => ({
      text: plain(levelName(framework, index + 1)),
      value: String(index + 1),
    })),
  ];
  return {
    type: "actions",
    block_id: "place",
    elements: [
      ...(frameworks.length < 2
        ? []
        : [select(PICK_FRAMEWORK, "Framework", frameworks.slice(0, 100).map(ofFramework), ofFramework(framework))]),
      select(PICK_TOPIC, "Topic", topics, topics[topicAt(look) + 1] ?? topics[0]),
      select(PICK_LEVEL, "Level", levels, levels[level ?? 0] ?? levels[0]),
    ],
  };
}

function topicAt({ framework, topic }: PickerLook): number {
  return framework.topics.findIndex(({ name }) => name === topic);
}

function select(
  action: string,
  placeholder: string,
  options: PlainTextOption[],
  initial: PlainTextOption | undefined,
): StaticSelect {
  return {
    type: "static_select",
    action_id: action,
    placeholder: plain(placeholder),
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}
