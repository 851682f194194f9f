import type { Answer } from "../../src/answers/answer.ts";
import type { HeldFile } from "../../src/catalogue/library.ts";
import { answerView, homeView } from "../../src/slack/views/answer.ts";
import { brokenFrameworkView } from "../../src/slack/views/broken-framework.ts";
import { apologyText } from "../../src/slack/views/plain-texts.ts";
import { couldNotPostView, notOwnerView, sharedCardView, sharePreviewView } from "../../src/slack/views/share.ts";
import type { Sample } from "../../test/support/answer-builders.ts";
import { sampleAnswers } from "../../test/support/sample-answers.ts";
import type { Entry, Group } from "./entry.ts";
import { dataPages, winLists } from "./list-entries.ts";
import { placePages, setUpPages } from "./place-entries.ts";
import { reminderPages } from "./reminder-entries.ts";
import { winSharing } from "./sharing-entries.ts";
import { winForms, winReceipts, winTroubles } from "./win-entries.ts";

type Kind = Answer["kind"];

/** In the order in which somebody meets them. */
const KINDS: Readonly<Record<Kind, readonly [title: string, about: string]>> = {
  welcome: ["First contact", "`/progression` alone, and the Home tab of somebody new."],
  frameworks: ["The list of frameworks", "`/progression frameworks`"],
  framework: ["A framework", "`/progression backend`"],
  prose: ["A page of prose", "A framework without topics is a text, page by page."],
  topic: ["A topic", "`/progression backend mastery`"],
  level: ["A level", "`/progression backend mastery 3`, the question that is asked most."],
  "all-topics": ["All topics at a level", "`/progression backend 3`"],
  compare: ["Two levels compared", "`/progression compare backend mastery 3 4`"],
  search: ["Search", "`/progression search incident`"],
  choose: ["More than one reading", "What can be read in several ways is asked back."],
  "not-understood": ["Not understood", "The nearest names and a picker, never a bare error."],
  gone: ["No longer there", "A button that outlived what it led to."],
  refused: ["Not allowed", "A command that is for admins."],
  mine: ["Yours alone", "Where nothing of a person is kept: in the terminal."],
  help: ["Help", "`/progression help`, made from the table that the parser uses."],
  about: ["About", "`/progression about`"],
  reload: ["Reload", "`/progression reload`, for admins."],
};

const usual = sampleAnswers.level[0]?.answer;

const held: HeldFile = {
  file: "engineering/backend.md",
  inService: true,
  brokenVersion: "3f786850",
  problems: [
    {
      code: "tab-indent",
      severity: "error",
      file: "engineering/backend.md",
      line: 42,
      message: "A tab is used to indent.",
      hint: "Use two spaces for each step.",
    },
  ],
};
const heldAtStart: HeldFile = {
  ...held,
  inService: false,
  problems: Array.from({ length: 14 }, (_, index) => ({
    code: "unquoted-colon",
    severity: "error",
    file: "engineering/backend.md",
    line: 20 + 3 * index,
    message: "This criterion has a colon followed by a space, so YAML reads it as a key and a value.",
    hint: "Put the whole criterion in double quotes.",
  })),
};

export const gallery: readonly Group[] = [
  ...Object.entries(KINDS).map(([kind, [title, about]]) => answers(kind as Kind, title, about)),
  ...(usual === undefined ? [] : [home(usual), sharing(usual)]),
  winReceipts,
  winSharing,
  winTroubles,
  winForms,
  winLists,
  placePages,
  setUpPages,
  ...reminderPages,
  dataPages,
  troubles(),
];

function answers(kind: Kind, title: string, about: string): Group {
  const samples: readonly Sample[] = sampleAnswers[kind];

  return {
    title,
    about,
    entries: samples.map((sample) => ({
      id: `${kind}--${sample.name}`,
      title: sample.title,
      look: sample.look,
      place: "only you",
      ...answerView(sample.answer, { kind: "message", canShare: true }),
    })),
  };
}

function home(level: Answer): Group {
  const [welcome] = sampleAnswers.welcome;
  const inHome = (id: string, title: string, look: string, answer: Answer): Entry => ({
    id,
    title,
    look,
    place: "Home tab",
    text: answerView(answer, { kind: "home" }).text,
    blocks: homeView(answer).blocks,
  });

  return {
    title: "The Home tab",
    about: "Slack reads a Home tab block by block; the text below is what the same card says as a message.",
    entries: [
      ...(welcome === undefined
        ? []
        : [inHome("home--first", "Home, when it is opened", "the way in", welcome.answer)]),
      inHome("home--level", "A level in Home", "the way back is on top; nothing to share", level),
    ],
  };
}

function sharing(level: Answer): Group {
  const entry = (
    id: string,
    title: string,
    look: string,
    place: Entry["place"],
    view: Pick<Entry, "text" | "blocks">,
  ): Entry => ({
    id: `share--${id}`,
    title,
    look,
    place,
    ...view,
  });

  return {
    title: "Sharing a card",
    about:
      "Nothing reaches a channel without a press on a button that says so, after a preview of exactly what will stand there.",
    entries: [
      entry(
        "preview",
        "The preview",
        "who will see it, before it is posted",
        "only you",
        sharePreviewView(level, "backend"),
      ),
      entry(
        "posted",
        "In the channel",
        "who shared it; only that person can withdraw it",
        "channel",
        sharedCardView(level, { id: "U0MAYA00001", name: "maya" }),
      ),
      entry("not-owner", "Somebody else presses Withdraw", "said to them alone", "only you", notOwnerView()),
      entry("too-late", "Posting after half an hour", "what happened, then what to do", "only you", couldNotPostView()),
    ],
  };
}

function troubles(): Group {
  return {
    title: "When something breaks",
    about: "Said where the person is, or to the admins of the configuration.",
    entries: [
      {
        id: "trouble--apology",
        title: "Our fault",
        look: "a number that is also in the log",
        place: "only you",
        text: apologyText("7Q2M-X4", false),
        blocks: [],
      },
      {
        id: "trouble--apology-after",
        title: "Our fault, after it was taken in",
        look: "that it may be done",
        place: "only you",
        text: apologyText("7Q2M-X4", true),
        blocks: [],
      },
      {
        id: "trouble--broken-framework",
        title: "A framework file broke",
        look: "file and line, and what is in service now",
        place: "direct message",
        ...brokenFrameworkView(held),
      },
      {
        id: "trouble--broken-at-start",
        title: "A file that was broken from the start",
        look: "ten problems, the rest counted",
        place: "direct message",
        ...brokenFrameworkView(heldAtStart),
      },
    ],
  };
}
