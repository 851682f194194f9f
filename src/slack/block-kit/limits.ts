/**
 * Slack's limits, as read on 2026-11-21. Sources: T = the JSDoc of `@slack/types` 3.2.0, D = docs.slack.dev, P = Slack's Python SDK
 * (its models check these), O = observed by others and not documented.
 *
 * Characters are counted as UTF-16 units, JavaScript's `length`. Slack does not say how it counts; code points and graphemes are never
 * more than that, and nothing in its reference speaks of bytes.
 */
export const LIMITS = {
  message: {
    /** D, reference/block-kit/blocks. */
    blocks: 50,
    /** D, chat.postMessage: longer text is cut. */
    text: 40_000,
    /** D, markdown block: all markdown blocks of a payload together (T states 12,000 for one). */
    markdown: 12_000,
    /** D, table-block and data-table-block: all the cells of a message together. */
    tableText: 10_000,
    /** O: `msg_blocks_too_long` comes at about this many characters over all blocks. */
    blockText: 13_200,
  },
  view: {
    /** T, views.d.ts. */
    blocks: 100,
    /** T: title, submit and close. */
    title: 24,
    /** T. */
    privateMetadata: 3000,
    /** P; T says only that it is unique. */
    externalId: 255,
  },
  /** T: action_id, block_id, callback_id. */
  id: 255,
  /** T: any text object that states no smaller limit; at least 1. */
  text: 3000,
  /** T for button and option urls; P for image urls, and taken for every other URL. */
  url: 3000,
  /** T: image block and, by P, image element. */
  altText: 2000,
  /** T. */
  imageTitle: 2000,
  actions: { elements: 25 },
  context: { elements: 10 },
  contextActions: { elements: 5 },
  section: { text: 3000, fields: 10, field: 2000 },
  header: { text: 150 },
  input: { label: 2000, hint: 2000 },
  card: { title: 150, subtitle: 150, body: 200, /** O, docs-derived schema. */ actions: 2 },
  carousel: { cards: 10 },
  container: { title: 150, subtitle: 150, blocks: 10 },
  table: { rows: 100, cells: 20, columnSettings: 20 },
  /** Rows include the header row; D, preview copy of data-table-block. */
  dataTable: { rowsMin: 2, rows: 101, columns: 20, pageSize: 100 },
  /** T: indent of a list. */
  richText: { indent: 8 },
  button: { text: 75, value: 2000, accessibilityLabel: 75 },
  /** Option value: 75 in T, 150 in a docs-derived schema; the smaller holds. */
  option: { text: 75, value: 75, description: 75 },
  options: { select: 100, groups: 100, group: 100, overflow: 5, checkboxes: 10, radioButtons: 10 },
  optionGroup: { label: 75 },
  confirm: { title: 100, text: 300, button: 30 },
  placeholder: 150,
  plainTextInput: { length: 3000 },
  richTextInput: { lines: 100 },
  fileInput: { files: 10 },
} as const;

/** Our own ceilings, below Slack's, so that no message ever comes near them. */
export const OWN_LIMITS = { text: 4000, blockText: 12_000 } as const;
