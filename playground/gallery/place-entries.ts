import type { KnownBlock } from "@slack/types";
import type { Framework } from "../../src/catalogue/types.ts";
import type { Filing, Focus, Win } from "../../src/evidence/types.ts";
import { forgetCard, forgottenCard, sentenceCard } from "../../src/slack/views/home/forget.ts";
import { homeCard } from "../../src/slack/views/home/home.ts";
import { importForm } from "../../src/slack/views/home/import-form.ts";
import { meCard } from "../../src/slack/views/home/me.ts";
import { noteForm } from "../../src/slack/views/home/note-form.ts";
import { setUpCard } from "../../src/slack/views/home/set-up.ts";
import { settingsCard } from "../../src/slack/views/home/settings.ts";
import { topicCard } from "../../src/slack/views/home/topic-map.ts";
import { render } from "../../src/slack/views/render.ts";
import { winsCard } from "../../src/slack/views/wins/list.ts";
import { seenForm } from "../../src/slack/views/wins/seen.ts";
import { NEWEST, type WinsPage } from "../../src/slack/wins-code.ts";
import { management } from "../../test/support/sample-frameworks.ts";
import {
  filingAt,
  findNow,
  manyWins,
  nameOf,
  sampleFramework,
  samplePlace,
  sampleWin,
} from "../../test/support/sample-wins.ts";
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
    homes.card("me", "The same in short", "`/progression me`", render(meCard(year, { frameworks, nameOf }))),
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
      render(setUpCard("framework", newcomer, frameworks)),
    ),
    steps.card(
      "level",
      "Then: the level",
      "nobody is told",
      render(setUpCard("level", samplePlace({ framework: mine.framework }), frameworks)),
    ),
    steps.card(
      "ready",
      "Ready",
      "one example, and nothing that has to be done",
      render(setUpCard("ready", samplePlace({ ...mine, setUpAt: null }), frameworks)),
    ),
    steps.card("settings", "Settings", "every choice as it stands", render(settingsCard(year, settings))),
    steps.card(
      "settings-none",
      "Settings of somebody who chose nothing",
      "no question that has to be answered",
      render(settingsCard(newcomer, settings)),
    ),
  ],
};

const lists = entriesOf("wins");
const look = { nameOf, frameworks, find: findNow, surface: "message" as const };
const list = (page: Partial<WinsPage>, wins: readonly Win[], next: string | null = null) =>
  render(winsCard({ ...NEWEST, ...page }, { wins, total: wins.length, next }, look));
const old: Filing = { ...incident, wording: "Leads the response to an incident" };
const gone: Filing = { ...incident, criterionId: "gone000000", wording: "Keeps the pager for a week at a time" };
const changed = sampleWin({ filings: [old] });

export const winLists: Group = {
  title: "My wins",
  about: "`/wins`, alone or with words, a topic, a level and a time.",
  entries: [
    lists.card(
      "many",
      "The newest",
      "each with its day, its place, and what can be done with it",
      list({}, manyWins(6), "2026-10-16_01kadzv4q00000000000000005"),
    ),
    lists.card("none", "None yet", "how to save the first", list({}, [])),
    lists.card(
      "search",
      "A search",
      "what was asked for, in words",
      list(
        {
          filter: {
            words: "incident",
            topic: "mastery",
            framework: sampleFramework.path,
            level: 3,
            from: "2026-05-01",
          },
        },
        [sampleWin({ filings: [incident] })],
      ),
    ),
    lists.card(
      "search-none",
      "A search that finds nothing",
      "what may find it",
      list({ filter: { words: "zebra" } }, []),
    ),
    lists.card(
      "changed",
      "Filed under words that changed",
      "reworded and removed, each with what can be done",
      list({ filter: { changed: true } }, [
        changed,
        sampleWin({ id: "01kadzv4q0bbbbbbbbbbbbbbbb", text: "A quiet week on call.", filings: [gone] }),
      ]),
    ),
    lists.modal(
      "then-and-now",
      "Then and now",
      "both wordings in full",
      seenForm(changed, old, { find: findNow, frameworks }),
    ),
  ],
};

const data = entriesOf("data");
const sent = {
  text: "Everything that is kept of you, as three files. Only you see them here; forget-me does not remove them.",
  blocks: [] as KnownBlock[],
};

export const dataPages: Group = {
  title: "My data",
  about: "Everything out, everything in, everything gone.",
  entries: [
    data.card(
      "export",
      "Export: the message with the files",
      "what they are, and what erasing does not reach",
      sent,
      "direct message",
    ),
    data.modal("import", "Import", "where the file goes", importForm()),
    data.card(
      "forget",
      "Forget me: the first press",
      "what is erased, and what may still hold it",
      render(forgetCard()),
    ),
    data.card("forgotten", "Forget me: the second press", "that it is done", render(forgottenCard(37))),
    data.card(
      "guest",
      "A guest's own place",
      "there is none, and why",
      render(
        sentenceCard(
          "Progression",
          "Guests, and people of other organisations, can look everything up here. Nothing of theirs is stored, so there is no page of their own.",
        ),
      ),
    ),
  ],
};
