import type { Framework } from "../../src/catalogue/types.ts";
import type { Filing, Focus } from "../../src/evidence/types.ts";
import { homeCard } from "../../src/slack/views/home/home.ts";
import { meCard } from "../../src/slack/views/home/me.ts";
import { noteForm } from "../../src/slack/views/home/note-form.ts";
import { setUpCard } from "../../src/slack/views/home/set-up.ts";
import { settingsCard } from "../../src/slack/views/home/settings.ts";
import { topicCard } from "../../src/slack/views/home/topic-map.ts";
import { render } from "../../src/slack/views/render.ts";
import { management } from "../../test/support/sample-frameworks.ts";
import { sampleReminders } from "../../test/support/sample-one-to-ones.ts";
import { filingAt, findNow, manyWins, nameOf, sampleFramework, samplePlace } from "../../test/support/sample-wins.ts";
import { entriesOf, type Group } from "./entry.ts";

const frameworks: readonly Framework[] = [sampleFramework, management];
const DONE = "2025-11-21T10:30:00.000Z";
const mine = { framework: sampleFramework.path, level: 3, subLevel: "B", tz: "Europe/London", setUpAt: DONE };

const incident = filingAt("mastery", 3, 1);
const focusOf = (filing: Filing, note: string | null): Focus => ({
  kind: "criterion",
  framework: filing.framework,
  topic: filing.topic,
  criterionId: filing.criterionId,
  wording: filing.wording,
  note,
});
const focus: readonly Focus[] = [
  focusOf(filingAt("mastery", 3, 0), "The ledger, one country at a time"),
  { ...focusOf(incident, null), kind: "topic", topic: "communication", criterionId: null, wording: null },
];
const covered = (filing: Filing, latest: string) => ({ ...filing, wins: 3, latest });
const year = samplePlace(mine, {
  focus,
  recent: { wins: manyWins(5), total: 37, next: null },
  map: {
    coverage: [covered(incident, "2026-11-20"), covered(filingAt("communication", 3), "2026-10-30")],
    notes: [{ criterionId: filingAt("impact", 3).criterionId, note: "We have one customer", notedAt: DONE }],
    focus,
    find: findNow,
  },
});
const fresh = samplePlace(mine);
const newcomer = samplePlace({});
const at = { frameworks, nameOf, page: 1 };

const homes = entriesOf("place");

export const placePages: Group = {
  title: "A person's own place",
  about: "The Home tab and its pages. Only that person sees them.",
  entries: [
    homes.card(
      "newcomer",
      "Home of somebody new",
      "useful at once, and one question that can be skipped",
      render(homeCard(newcomer, at)),
      "Home tab",
    ),
    homes.card(
      "set-up",
      "Home after set-up",
      "the map before there is anything on it",
      render(homeCard(fresh, at)),
      "Home tab",
    ),
    homes.card(
      "year",
      "Home after a year",
      "focus, recent wins and the map, with nothing counted",
      render(homeCard(year, at)),
      "Home tab",
    ),
    homes.card(
      "changed",
      "Home after the framework changed",
      "said once, and where to look",
      render(homeCard({ ...year, changed: true, recent: { wins: manyWins(1), total: 1, next: null } }, at)),
      "Home tab",
    ),
    homes.card(
      "topic",
      "A topic of the map",
      "each criterion in full, in one of three states",
      render(topicPage()),
      "Home tab",
    ),
    homes.modal(
      "note",
      "Why there was no opportunity yet",
      "what it is about, in full",
      noteForm({
        title: "No opportunity yet",
        about: incident.wording,
        label: "Why, in your own words",
        value: null,
        metadata: "gallery",
      }),
    ),
    homes.card(
      "me",
      "The same in short",
      "`/progression me`",
      render(meCard(year, { frameworks, nameOf, reminders: sampleReminders.chosen })),
    ),
  ],
};

function topicPage() {
  const topic = sampleFramework.topics.find(({ name }) => name === "mastery");

  if (topic === undefined) throw new Error("The sample framework has no mastery.");
  return topicCard(
    { kind: "topic", framework: sampleFramework.path, topic: topic.name, level: 3, page: 1 },
    sampleFramework,
    topic,
    {
      ...year,
      map: {
        ...year.map,
        notes: [{ criterionId: filingAt("mastery", 3, 2).criterionId, note: "Our services are new", notedAt: DONE }],
      },
    },
    "home",
  );
}

const steps = entriesOf("set-up");
const settings = { frameworks, winEmoji: "trophy", surface: "message" as const };

export const setUpPages: Group = {
  title: "Set-up and settings",
  about: "The first minute, each step of which can be skipped, and where every choice is changed.",
  entries: [
    steps.card(
      "framework",
      "First: the framework",
      "why it is asked",
      render(setUpCard("framework", newcomer, { frameworks, reminders: null })),
    ),
    steps.card(
      "level",
      "Then: the level",
      "nobody is told",
      render(setUpCard("level", samplePlace({ framework: mine.framework }), { frameworks, reminders: null })),
    ),
    steps.card(
      "nudges",
      "Then: nudges",
      "off until a day is chosen",
      render(setUpCard("nudges", fresh, { frameworks, reminders: sampleReminders.none })),
    ),
    steps.card(
      "nudges-on",
      "A day was chosen",
      "what comes, when, and how it is switched off again",
      render(setUpCard("nudges", fresh, { frameworks, reminders: sampleReminders.chosen })),
    ),
    steps.card(
      "one-to-one",
      "Then: a 1:1",
      "what it is for, and a way on without it",
      render(setUpCard("one-to-one", fresh, { frameworks, reminders: sampleReminders.none })),
    ),
    steps.card(
      "ready",
      "Ready",
      "one example, and nothing that has to be done",
      render(
        setUpCard("ready", samplePlace({ ...mine, setUpAt: null }), { frameworks, reminders: sampleReminders.chosen }),
      ),
    ),
    steps.card(
      "settings",
      "Settings",
      "every choice as it stands",
      render(settingsCard(year, { ...settings, reminders: sampleReminders.chosen })),
    ),
    steps.card(
      "settings-none",
      "Settings of somebody who chose nothing",
      "no question that has to be answered",
      render(settingsCard(newcomer, { ...settings, reminders: sampleReminders.none })),
    ),
  ],
};
