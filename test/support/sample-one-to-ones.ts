import type { ModalView } from "@slack/types";
import type { Win } from "../../src/evidence/types.ts";
import { usualHours } from "../../src/nudges/time/working-hours.ts";
import type { NudgeContent } from "../../src/one-to-ones/nudge-content.ts";
import type { NudgeSettings } from "../../src/one-to-ones/nudge-settings.ts";
import { emptyNotes, type Preparation } from "../../src/one-to-ones/prepare.ts";
import { meetingQuestions } from "../../src/one-to-ones/questions.ts";
import { type Copy, type OneToOne, UNTIL_RESUMED } from "../../src/one-to-ones/types.ts";
import type { Reminders } from "../../src/slack/views/home/reminders.ts";
import * as nudges from "../../src/slack/views/nudges/nudge.ts";
import { settingsForm } from "../../src/slack/views/nudges/settings-form.ts";
import * as copies from "../../src/slack/views/one-to-ones/copy.ts";
import * as forms from "../../src/slack/views/one-to-ones/forms.ts";
import { homeParts } from "../../src/slack/views/one-to-ones/home-section.ts";
import * as lists from "../../src/slack/views/one-to-ones/list.ts";
import { preparationView } from "../../src/slack/views/one-to-ones/preparation.ts";
import { setUpForm } from "../../src/slack/views/one-to-ones/set-up-form.ts";
import * as turns from "../../src/slack/views/one-to-ones/turn.ts";
import type { View } from "../../src/slack/views/render.ts";
import { NASTY } from "./sample-frameworks.ts";

/** Every message, form and section about 1:1s and nudges: none, one, many, the longest, the nastiest. */

export const nameOf = (user: string): string | undefined =>
  ({ UTOM: "Tom Whitfield", UNASTY: "<!channel> *Tom* @here &lt;", ULONG: "Maximiliane ".repeat(12) })[user];

const now = Date.parse("2026-11-24T12:40:00Z");
const turn = { day: "2026-11-24", at: Date.parse("2026-11-24T14:00:00Z"), endsAt: Date.parse("2026-11-24T14:30:00Z") };
const one: OneToOne = {
  id: "01kdr0000000000000000000aa",
  with: "UTOM",
  often: "fortnightly",
  firstOn: "2026-11-10",
  time: "14:00",
  zone: "Europe/London",
  durationMinutes: 30,
  leadMinutes: 60,
  followUp: true,
  pausedUntil: null,
  pausedAt: null,
  createdAt: "2026-11-01T09:00:00.000Z",
};

function win(place: number, text: string, more: Partial<Win> = {}): Win {
  return {
    id: `01kdr00000000000000000${String(place).padStart(4, "0")}`,
    text,
    happenedOn: "2026-11-18",
    createdAt: "2026-11-18T10:00:00.000Z",
    editedAt: null,
    origin: "command",
    source: { permalink: null, messageKey: null, author: null },
    outcome: null,
    note: null,
    people: [],
    links: [],
    filings: [],
    shares: [],
    deletedAt: null,
    ...more,
  };
}

const point = (place: number, text: string) => ({
  id: `01kdr00000000000000001${String(place).padStart(4, "0")}`,
  text,
  permalink: null,
  createdAt: "2026-11-18T10:00:00.000Z",
});

const empty: Preparation = {
  oneToOne: one,
  turn,
  now,
  since: "2026-11-10",
  isFirst: true,
  wins: [],
  moreWins: 0,
  points: [],
  focus: [],
  quiet: [],
  agreed: null,
  questions: meetingQuestions(turn.day),
  notes: emptyNotes(turn.day),
};

const usual: Preparation = {
  ...empty,
  isFirst: false,
  wins: [
    win(1, "Led the rollback and wrote it up"),
    win(2, "Paired with <@UTOM> on the flaky deploy", { outcome: "9 of 10 deploys pass" }),
  ],
  points: [
    point(1, "On-call rota after the move"),
    {
      ...point(2, "Conference in March"),
      permalink: "https://brightwater.slack.com/archives/C0BACKEND01/p1795627986117004",
    },
  ],
  focus: [
    { kind: "topic", framework: "/a", topic: "Communication", criterionId: null, wording: null, note: null },
    {
      kind: "criterion",
      framework: "/a",
      topic: "m",
      criterionId: "c",
      wording: "Explains trade-offs before choosing",
      note: null,
    },
  ],
  quiet: [
    { topic: "t", title: "Technical direction", latest: "2026-06-02" },
    { topic: "u", title: "Hiring", latest: null },
  ],
  agreed: { day: "2026-11-10", text: "I draft the plan, Tom asks the platform team" },
  notes: { ...emptyNotes(turn.day), remark: "Could we begin with the rota?", leftOut: [win(2, "").id] },
};

const hostile = NASTY.join(" ").slice(0, 2900);
const nasty: Preparation = {
  ...usual,
  oneToOne: { ...one, with: "UNASTY" },
  wins: NASTY.slice(0, 8).map((text, place) => win(place, text, { outcome: text })),
  points: NASTY.slice(0, 20).map((text, place) => point(place, text)),
  focus: [{ kind: "topic", framework: "/a", topic: hostile, criterionId: null, wording: hostile, note: null }],
  quiet: [{ topic: "t", title: "<!here> & @everyone", latest: null }],
  agreed: { day: "2026-11-10", text: hostile },
  notes: { ...emptyNotes(turn.day), remark: hostile },
};

const longest: Preparation = {
  ...usual,
  oneToOne: { ...one, with: "ULONG" },
  wins: Array.from({ length: 8 }, (_, place) => win(place, "& ".repeat(5000), { outcome: "<>".repeat(500) })),
  moreWins: 42,
  points: Array.from({ length: 60 }, (_, place) => point(place, "wörter ".repeat(400))),
  agreed: { day: "2026-11-10", text: "& ".repeat(1500) },
  notes: { ...emptyNotes(turn.day), remark: "@here ".repeat(500) },
};

export const preparations = { empty, usual, nasty, longest };

function copyOf(view: View, to = "UTOM"): Copy {
  return {
    id: "01kdr0000000000000000000cc",
    oneToOne: one.id,
    day: turn.day,
    to,
    view,
    at: null,
    sendingAt: null,
    state: "preview",
  };
}

const settings: NudgeSettings = {
  on: true,
  weeks: 1,
  weekday: 5,
  time: "15:00",
  zone: "Europe/London",
  pausedUntil: null,
};
const content: NudgeContent = {
  weeks: 1,
  question: "Who did you help?",
  latest: win(1, "Led the rollback and wrote it up"),
  focus: usual.focus[1] ?? null,
  quiet: usual.quiet[0] ?? null,
};
const here = "Europe/London";
const listed: readonly lists.Listed[] = [
  { oneToOne: one, next: turn, points: 2, paused: false, here, off: null },
  { oneToOne: { ...one, with: "UNASTY", often: "monthly-last" }, next: turn, points: 0, paused: true, here, off: null },
];
const elsewhere: readonly lists.Listed[] = [
  { oneToOne: one, next: turn, points: 0, paused: false, here: "Asia/Kathmandu", off: "messages_tab_disabled" },
];
const about = { oneToOne: one, nameOf, now };
const from = { id: "UMAYA", name: "Maya Okafor" };
const laid = Object.entries(preparations).map(([name, preparation]) => ({
  name,
  to: preparation.oneToOne.with,
  view: copies.copyView(preparation, "Maya Okafor", nameOf),
}));

const many = Array.from({ length: 13 }, () => listed[0]).filter((each) => each !== undefined);

export const sampleMessages: Readonly<Record<string, View>> = {
  ...Object.fromEntries(
    Object.entries(preparations).map(([name, preparation]) => [
      `preparation--${name}`,
      preparationView(preparation, { nameOf }),
    ]),
  ),
  ...Object.fromEntries(
    laid.flatMap(({ name, view, to }) => [
      [`preview--${name}`, copies.previewView(copyOf(view, to), view, nameOf)],
      [`received--${name}`, copies.receivedView(view, from)],
    ]),
  ),
  "received--from-somebody-nasty": copies.receivedView(copies.copyView(usual, "<!channel>", nameOf), {
    id: "UNASTY",
    name: "<!channel>",
  }),
  "copy--nothing-to-send": copies.emptyCopyView(`${one.id}.${turn.day}`),
  "copy--sent": copies.sentView(copyOf({ text: "", blocks: [] }), nameOf),
  "copy--withdrawn": copies.withdrawnView(copyOf({ text: "", blocks: [] }), nameOf),
  "copy--not-yet": copies.notYetView(copyOf({ text: "", blocks: [] }), nameOf),
  "copy--never-arrived": copies.neverArrivedView(copyOf({ text: "", blocks: [] }), nameOf),
  "copy--too-old": copies.tooOldView(copyOf({ text: "", blocks: [] })),
  "copy--refused": copies.cannotSendView(copyOf({ text: "", blocks: [] }), "refused", nameOf),
  "copy--taken-back": copies.takenBackView(from.name),
  "copy--stopped": copies.stoppedView(from),
  "copy--receiving": copies.receivingView(from.name),
  "copy--to-a-guest": copies.cannotSendView(copyOf({ text: "", blocks: [] }), "guest", nameOf),
  "copy--to-nobody-known": copies.cannotSendView(copyOf({ text: "", blocks: [] }, "UGONE"), "unknown", nameOf),
  "list--none": lists.listView([], { now, nameOf }),
  "list--elsewhere": lists.listView(elsewhere, { now, nameOf }),
  "list--two": lists.listView(listed, { now, nameOf, remark: "Saved." }),
  "list--many": lists.listView(many, { now, nameOf }),
  "list--many-last": lists.listView(many, { now, nameOf, page: 99 }),
  "list--imported": lists.listView(
    listed.map((each) => ({ ...each, paused: true, oneToOne: { ...each.oneToOne, pausedUntil: UNTIL_RESUMED } })),
    { now, nameOf },
  ),
  "copy--sent-list": copies.sentListView(
    one,
    (["sent", "withdrawn", "imported"] as const).map((state) => ({ ...copyOf({ text: "", blocks: [] }), state })),
    nameOf,
  ),
  "copy--sent-list-none": copies.sentListView(one, [], nameOf),
  "list--remove": lists.removeView(one, 3, nameOf),
  "list--gone": lists.goneView(),
  "turn--skipped": turns.skippedView(about, turn.day, turn),
  "turn--moved": turns.movedView(about, turn),
  "turn--paused": turns.pausedView({ ...about, oneToOne: { ...one, pausedUntil: "2026-12-24" } }, turn),
  "turn--follow-up": turns.followUpView(about, turn),
  "turn--agreed": turns.agreedView(about, { day: turn.day, agreed: usual.agreed?.text ?? "" }),
  "turn--agreed-nasty": turns.agreedView(about, { day: turn.day, agreed: hostile }),
  "turn--no-follow-up": turns.noFollowUpView(about),
  "turn--point-added": turns.pointAddedView(about, hostile, turn),
  "nudge--usual": nudges.nudgeView(content, nameOf),
  "nudge--first": nudges.nudgeView(
    { weeks: 1, question: "What changed because of you?", latest: null, focus: null, quiet: null },
    nameOf,
  ),
  "nudge--nasty": nudges.nudgeView(
    { ...content, latest: win(1, hostile), focus: nasty.focus[0] ?? null, quiet: nasty.quiet[0] ?? null },
    nameOf,
  ),
  "nudge--snoozed": nudges.snoozedView(turn.at, settings),
  "nudge--less-often": nudges.lessOftenView({ ...settings, weeks: 2 }, turn.at, true),
  "nudge--rarest": nudges.lessOftenView({ ...settings, weeks: 4 }, turn.at, false),
  "nudge--stopped": nudges.stoppedNudgesView(),
  "nudge--resumed": nudges.resumedNudgesView(settings, turn.at),
  "nudge--unfit": nudges.unfitNudgesView(),
};

const metadata = '{"id":"01kdr0000000000000000000aa"}';

export const sampleForms: Readonly<Record<string, ModalView>> = {
  ...Object.fromEntries(
    Object.entries(preparations).map(([name, preparation]) => [
      `edit--${name}`,
      forms.editForm(preparation, metadata, nameOf),
    ]),
  ),
  "set-up--new": setUpForm({ ...one, with: null }, metadata, true),
  "set-up--change": setUpForm(one, metadata, false),
  "set-up--change-elsewhere": setUpForm(one, metadata, false, "Asia/Kathmandu"),
  "point--typed": forms.pointForm(metadata, { ones: [one], words: "", source: null }, nameOf),
  "point--from-a-message": forms.pointForm(
    metadata,
    { ones: [one, { ...one, id: "b", with: "UNASTY" }], words: hostile, source: "https://example.com/archives/C1/p1" },
    nameOf,
  ),
  move: forms.moveForm(one, turn, metadata, nameOf),
  pause: forms.pauseForm(metadata, "2026-12-01", "Tom"),
  agreed: forms.agreedForm(metadata, hostile),
  "nudge-settings": settingsForm(settings, usualHours, null, null),
  "nudge-settings--off": settingsForm({ ...settings, on: false }, usualHours, "2026-12-24", "dnd:read"),
  shown: forms.oneShown("Your 1:1s", lists.listView(listed, { now, nameOf })),
};

export const sampleSections = {
  none: homeParts({ listed: [], settings: { ...settings, on: false }, now }, nameOf),
  next: homeParts({ listed, settings, now }, nameOf),
  refused: homeParts(
    { listed: [], settings: { ...settings, on: false, offBecause: "messages_tab_disabled" }, now },
    nameOf,
  ),
  paused: homeParts({ listed: listed.slice(1), settings, now }, nameOf),
};

/** What a person's own pages say of them: nothing chosen, and all of it. */
export const sampleReminders = {
  none: { settings: { ...settings, on: false }, hours: usualHours, listed: [], nameOf, now },
  chosen: { settings, hours: usualHours, listed, nameOf, now },
} satisfies Readonly<Record<string, Reminders>>;
