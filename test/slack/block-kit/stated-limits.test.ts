import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ELEMENT_LIMITS } from "./element-limits.ts";
import { PAYLOAD_LIMITS } from "./payload-limits.ts";

/**
 * `@slack/types` states limits in its comments. Each is listed here with the case that covers it, or with why none does, so that an update
 * of the package which states a new limit or changes one fails here.
 */

const TYPES = dirname(createRequire(import.meta.url).resolve("@slack/types"));
const FILES = ["blocks", "block-elements", "composition-objects", "extensions"].map((name) => `block-kit/${name}`);

/** A comment that speaks of a limit, by the field below it and the largest number in it. */
function statedLimits(): string[] {
  return [...FILES, "views", "chunk"].flatMap((file) => {
    const source = readFileSync(join(TYPES, `${file}.d.ts`), "utf8");
    const found: string[] = [];
    let owner = "";
    let lost = "";
    for (const [, comment, declared, field] of source.matchAll(
      /\/\*\*([\s\S]*?)\*\/|^(?:export )?(?:interface|type) (\w+)|^ +(\w+)\??: /gm,
    )) {
      if (comment !== undefined) lost = comment;
      else if (declared !== undefined) [owner, lost] = [declared, ""];
      else {
        const words = lost.replace(/https?:\S+/g, "").replace(/\n\s*\*/g, " ");
        const numbers = [...words.matchAll(/\b\d[\d,]*\b/g)].map(([one]) => Number(one.replaceAll(",", "")));
        const limits = /max|min|up to|less than|between|no more|limit|from `0`/i.test(words);
        if (limits && numbers.length > 0) found.push(`${owner}.${field} ${Math.max(...numbers)}`);
        lost = "";
      }
    }
    return found;
  });
}

const COVERED: Readonly<Record<string, readonly string[]>> = {
  "Block.block_id 255": ["block_id: max 255"],
  "ActionsBlock.elements 25": ["actions elements: max 25"],
  "CardBlock.title 150": ["card title: max 150"],
  "CardBlock.subtitle 150": ["card subtitle: max 150"],
  "CardBlock.body 200": ["card body: max 200"],
  "CarouselBlock.elements 10": ["carousel cards: max 10", "carousel cards: min 1"],
  "ContainerBlock.title 150": ["container title: max 150"],
  "ContainerBlock.subtitle 150": ["container subtitle: max 150"],
  "ContainerBlock.child_blocks 10": ["container child_blocks: max 10"],
  "ContextBlock.elements 10": ["context elements: max 10"],
  "ContextActionsBlock.elements 5": ["context_actions elements: max 5"],
  "DataTableBlock.page_size 100": ["page_size: max 100", "page_size: min 1"],
  "HeaderBlock.text 150": ["header text: max 150"],
  "ImageBlock.alt_text 2000": ["image alt_text: max 2000"],
  "ImageBlock.title 2000": ["image title: max 2000"],
  "InputBlock.label 2000": ["input label: max 2000"],
  "InputBlock.hint 2000": ["input hint: max 2000"],
  "SectionBlock.text 3000": ["section text: max 3000", "section text: min 1"],
  "SectionBlock.fields 2000": ["section field: max 2000", "section fields: max 10"],
  "TableBlock.rows 100": ["table rows: max 100", "table cells: max 20"],
  "TableBlock.column_settings 20": ["column_settings: max 20"],
  "Button.text 75": ["button text: max 75"],
  "Button.value 2000": ["button value: max 2000"],
  "Button.url 3000": ["button url: max 3000"],
  "Button.accessibility_label 75": ["button accessibility_label: max 75"],
  "Checkboxes.options 10": ["checkboxes options: max 10"],
  "FileInput.max_files 10": ["max_files: max 10", "max_files: min 1"],
  "IconButton.accessibility_label 75": ["icon_button accessibility_label: max 75"],
  "StaticSelect.options 100": ["static_select options: max 100"],
  "StaticSelect.option_groups 100": ["static_select option_groups: max 100"],
  "MultiStaticSelect.options 100": ["multi_static_select options: max 100"],
  "MultiStaticSelect.option_groups 100": ["multi_static_select option_groups: max 100"],
  "Overflow.options 5": ["overflow options: max 5"],
  "PlainTextInput.min_length 3000": ["min_length: max 3000"],
  "RadioButtons.options 10": ["radio_buttons options: max 10"],
  "WorkflowButton.text 75": ["workflow_button text: max 75"],
  "WorkflowButton.accessibility_label 75": ["workflow_button accessibility_label: max 75"],
  "RichTextList.indent 8": ["list indent: max 8"],
  "RichTextInput.min_lines 100": ["min_lines: max 100", "min_lines: min 1"],
  "Action.action_id 255": ["action_id: max 255"],
  "BaseView.blocks 100": ["modal blocks: max 100", "home blocks: max 100"],
  "BaseView.callback_id 255": ["callback_id: max 255"],
  "BaseView.private_metadata 3000": ["private_metadata: max 3000"],
  "ModalView.title 24": ["view title: max 24"],
  "ModalView.submit 24": ["view submit: max 24"],
  "ModalView.close 24": ["view close: max 24"],
  "Confirm.title 100": ["confirm title: max 100"],
  "Confirm.text 300": ["confirm text: max 300"],
  "Confirm.confirm 30": ["confirm confirm: max 30"],
  "Confirm.deny 30": ["confirm deny: max 30"],
  "FeedbackButtons.accessibility_label 75": [
    "positive_button accessibility_label: max 75",
    "negative_button accessibility_label: max 75",
  ],
  "MaxItemsSelectable.max_selected_items 1": ["max_selected_items: min 1"],
  "Placeholdable.placeholder 150": ["placeholder: max 150"],
  "PlainTextElement.text 3000": ["alert text: max 3000", "alert text: min 1"],
  "MrkdwnElement.text 3000": ["context text: max 3000", "context text: min 1"],
  "PlainTextOption.text 75": ["static_select option text: max 75"],
  "MrkdwnOption.text 75": ["radio_buttons mrkdwn option text: max 75"],
  "OptionDescriptor.value 75": ["static_select option value: max 75", "checkboxes option value: max 75"],
  "OptionDescriptor.description 75": [
    "static_select option description: max 75",
    "checkboxes option description: max 75",
  ],
  "OptionDescriptor.url 3000": ["option url: max 3000"],
  "OptionGroup.label 75": ["option group label: max 75"],
  "OptionGroup.options 100": ["option group options: max 100"],
  "RawTextElement.text 1": ["raw_text: min 1"],
  "RawNumberElement.text 1": ["raw_number: min 1"],
  "RichTextInput.max_lines 100": ["max_lines: max 100", "max_lines: min 1"],
};

const EXPLAINED: Readonly<Record<string, string>> = {
  "BlocksChunk.blocks 50": "a chunk of a streamed message: nothing here streams",
  "MarkdownBlock.text 12000": "counted over all markdown blocks together, tested with the sizes of a whole message",
  "ExternalSelect.min_query_length 3": "a default, not a limit",
  "MultiExternalSelect.min_query_length 3": "a default, not a limit",
  "RichTextDate.format 2020": "an example of a date",
  "Timepicker.initial_time 59": "the format HH:mm, tested as one",
  "VideoBlock.author_name 50": "video is on no surface of ours, so every one is refused",
  "VideoBlock.title 200": "video is on no surface of ours, so every one is refused",
};

describe("the limits that @slack/types states", () => {
  const stated = statedLimits();
  const names = new Set([...PAYLOAD_LIMITS, ...ELEMENT_LIMITS].map((one) => one.name));

  test("are all covered or explained, and none is listed that is gone", () => {
    expect([...new Set(stated)].sort()).toEqual([...Object.keys(COVERED), ...Object.keys(EXPLAINED)].sort());
  });

  test.each(Object.entries(COVERED))("%s", (_stated, cases) => {
    for (const one of cases) expect(names).toContain(one);
  });
});
