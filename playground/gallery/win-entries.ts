import type { Framework } from "../../src/catalogue/types.ts";
import type { Draft, Win } from "../../src/evidence/types.ts";
import { EMPTY_FORM, type FormLook, formView } from "../../src/slack/views/wins/form.ts";
import {
  invalidView,
  refusedView,
  removedView,
  tooLongView,
  unsavedView,
} from "../../src/slack/views/wins/not-saved.ts";
import { pickerView } from "../../src/slack/views/wins/picker.ts";
import { receiptView } from "../../src/slack/views/wins/receipt.ts";
import { unclearView } from "../../src/slack/views/wins/unclear.ts";
import type { Placed } from "../../src/wins/find-criteria.ts";
import type { Receipt, Suggested } from "../../src/wins/receipt.ts";
import { management } from "../../test/support/sample-frameworks.ts";
import { filingAt, nameOf, sampleFramework, sampleWin } from "../../test/support/sample-wins.ts";
import { entriesOf, type Group } from "./entry.ts";

const frameworks: readonly Framework[] = [sampleFramework, management];
const look = { nameOf, canShare: true, title: "Saved" };

function placed(topicName: string, level: number, index: number): Placed {
  const topic = sampleFramework.topics.find(({ name }) => name === topicName);
  const criterion = topic?.levels[level - 1]?.criteria[index];

  if (topic === undefined || criterion === undefined) throw new Error(`There is no ${topicName} ${level} ${index}.`);
  return { topic, level, criterion };
}

function suggested(topicName: string, level: number, index: number, ...reasons: string[]): Suggested {
  const { topic, criterion } = placed(topicName, level, index);

  return { topicTitle: topic.title, level, criterion, reasons };
}

const suggestions = [
  suggested("mastery", 3, 1, "incident", "rollback"),
  suggested("mastery", 2, 1, "deploy"),
  suggested("mastery", 4, 0, "incident"),
  suggested("communication", 3, 0, "wrote"),
  suggested("impact", 3, 0),
];

function receipt(changes: Partial<Win> = {}, of: Partial<Receipt> = {}): Receipt {
  return { win: sampleWin(changes), tz: "Europe/London", framework: sampleFramework, frameworks, suggestions, ...of };
}

const HOSTILE =
  "<!channel> <@U0TOM000002> *bold* `code` &amp; <script>alert(1)</script> https://example.com :tada:\n\n> quoted, and \u202eturned around\u202c";
const LONG = "We moved the ledger in seven steps, one country at a time, and each could be taken back. ".repeat(160);

const draft = (text: string, reason: string): Draft => ({
  id: "01kadzv4q0dddddddddddddddd",
  text,
  origin: "command",
  source: { permalink: null, messageKey: null, author: null },
  reason,
  createdAt: "2026-11-21T10:30:00.000Z",
});

const receipts = entriesOf("win");

export const winReceipts: Group = {
  title: "A win is saved",
  about: "`/win Led the rollback of the payments deploy`, and every other way in: one record, one receipt.",
  entries: [
    receipts.card(
      "fresh",
      "A fresh win",
      "words, day, who can see it, and what it may be evidence for",
      receiptView(receipt(), look),
    ),
    receipts.card(
      "first",
      "The first win of somebody new",
      "the framework is asked once",
      receiptView(receipt({}, { framework: null, suggestions: [] }), look),
    ),
    receipts.card(
      "filed",
      "A win that is filed",
      "filed under two criteria, and what else is close",
      receiptView(
        receipt(
          {
            outcome: "Nobody was charged twice",
            people: ["U0TOM000002", "Inès"],
            links: ["https://example.com/incidents/41"],
            filings: [filingAt("mastery", 3, 1), filingAt("communication", 3)],
          },
          { suggestions: suggestions.slice(1, 3) },
        ),
        { ...look, title: "Added" },
      ),
    ),
    receipts.card(
      "none-close",
      "Nothing comes close",
      "a sentence, and no list",
      receiptView(receipt({ text: "Baked the cake for the release" }, { suggestions: [] }), look),
    ),
    receipts.card(
      "quiet",
      "None of these",
      "the offer is gone, the win stays",
      receiptView(receipt(), { ...look, quiet: true }),
    ),
    receipts.card(
      "same-text",
      "The same words a moment ago",
      "saved once, and how to save it once more",
      receiptView(receipt(), { ...look, title: "Already saved", again: true, quiet: true }),
    ),
    receipts.card(
      "hostile",
      "Hostile words",
      "nothing is live",
      receiptView(receipt({ text: HOSTILE }), { ...look, quiet: true }),
    ),
    receipts.card(
      "long",
      "A long win",
      "its beginning, and how much more there is",
      receiptView(receipt({ text: LONG.slice(0, 9000) }), { ...look, quiet: true }),
    ),
    receipts.card(
      "undone",
      "Taken back",
      "until when it can be restored",
      removedView(sampleWin({ deletedAt: "2026-11-21T10:30:00.000Z" }), "Europe/London", nameOf),
    ),
  ],
};

const troubles = entriesOf("win-not-saved");

export const winTroubles: Group = {
  title: "A win is not saved",
  about: "What happened, what to do, and where the words are: they are never lost.",
  entries: [
    troubles.card("too-long", "Too long", "kept as a draft, with two ways on", tooLongView(draft(LONG, "too-long"))),
    troubles.card(
      "busy",
      "The database is busy",
      "the words, and one button",
      unsavedView("busy", "held", "Led the rollback and wrote it up"),
    ),
    troubles.card(
      "guest",
      "A guest",
      "nothing is stored; the words are handed back",
      refusedView("guest", "Led the rollback and wrote it up"),
    ),
    troubles.card(
      "stranger",
      "Somebody of another organisation",
      "the same, and why",
      refusedView("stranger", "Led the rollback and wrote it up"),
    ),
    troubles.card(
      "only-a-mention",
      "Only a name",
      "what is missing",
      invalidView([{ code: "only-a-mention" }], "<@U0TOM000002>"),
    ),
    troubles.card(
      "unclear",
      "A win, or a question?",
      "asked in the direct message",
      unclearView(draft("flaky deploy fixed", "unclear"), nameOf),
      "direct message",
    ),
  ],
};

const form: FormLook = {
  title: "Log a win",
  submit: "Save",
  metadata: "gallery",
  nameOf,
  today: "2026-11-21",
  tz: "Europe/London",
};
const forms = entriesOf("win-form");
const pick = { frameworks, framework: sampleFramework, metadata: "gallery", nameOf, tz: "Europe/London" };

export const winForms: Group = {
  title: "The forms of a win",
  about: "`/win` alone, the shortcuts, Edit and Add criteria.",
  entries: [
    forms.modal("empty", "Log a win", "one field that must be filled", formView(EMPTY_FORM, form)),
    forms.modal(
      "quoted",
      "Save as win, on a colleague's message",
      "whose words they are",
      formView(
        {
          ...EMPTY_FORM,
          text: "Maya's guide to reading a query plan was used by two other teams this week. Nobody told them to.",
          source: {
            permalink: "https://brightwater.slack.com/archives/C0WINS00001/p1795240000000000",
            messageKey: "C0WINS00001:1795240000.000000",
            author: "U0TOM000002",
          },
          happenedOn: "2026-11-20",
        },
        form,
      ),
    ),
    forms.modal(
      "edit",
      "Edit",
      "everything that was said, as it was typed",
      formView(
        sampleWin({
          text: HOSTILE,
          outcome: "Nobody was charged twice",
          note: "Ask Tom whether the alert is his now.",
          people: ["U0TOM000002", "Inès"],
          links: ["https://example.com/incidents/41", "https://example.com/pull/2104"],
          filings: [filingAt("mastery", 3, 1)],
        }),
        { ...form, title: "Edit your win" },
      ),
    ),
    forms.modal(
      "picker",
      "Add criteria",
      "topic, level, then any words of the sentence",
      pickerView(sampleWin(), { ...pick, topic: null, level: null, chosen: null }),
    ),
    forms.modal(
      "picker-chosen",
      "Add criteria, one chosen",
      "the full wording before it is added",
      pickerView(sampleWin(), { ...pick, topic: "mastery", level: 3, chosen: placed("mastery", 3, 1) }),
    ),
  ],
};
