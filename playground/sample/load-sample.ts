import { readFileSync } from "node:fs";
import { z } from "zod";
import { brightwater } from "../../local-slack/brightwater.ts";
import type { App } from "../../src/app.ts";
import type { Framework } from "../../src/catalogue/types.ts";
import type { Filing, Owner, Win } from "../../src/evidence/types.ts";

/**
 * A year of somebody's wins, so that the playground shows what the pages look like to a person who has used them for a while. Everybody
 * else begins with nothing. The days are moved so that the year ends now.
 */
const sample = z.array(
  z.strictObject({
    text: z.string(),
    happenedOn: z.iso.date(),
    outcome: z.string().nullable(),
    links: z.array(z.string()),
    with: z.array(z.string()),
    criteria: z.array(z.string()),
  }),
);

const MAYA: Owner = { team: brightwater.team.id, user: "U0MAYA00001" };
const FRAMEWORK = "/engineering/backend";
const LEVEL = 3;
const DAY_MS = 24 * 60 * 60_000;
/** The last win lies this far back. */
const LATEST_DAYS_AGO = 2;

/** Only into an empty place: what somebody tried out since is theirs. */
export async function loadSample(bot: App, now: number): Promise<void> {
  const { evidence } = bot;
  const there = await evidence.list(MAYA, {}, 1);

  if (there.total > 0 || (await evidence.profile(MAYA)) !== undefined) return;
  const wins = sample.parse(JSON.parse(readFileSync(new URL("wins.json", import.meta.url), "utf8")));
  const latest = Math.max(...wins.map(({ happenedOn }) => Date.parse(happenedOn)));
  const shift = Math.floor((now - latest) / DAY_MS) - LATEST_DAYS_AGO;
  const framework = bot.catalogue().frameworks.find(({ path }) => path === FRAMEWORK);
  const handles = new Map(brightwater.people.map(({ name, id }) => [name, id]));

  await evidence.importWins(
    MAYA,
    wins.map((one, index): Win => {
      const at = new Date(Date.parse(one.happenedOn) + shift * DAY_MS);
      const filedAt = new Date(at.getTime() + 17 * 60 * 60_000).toISOString();
      return {
        id: `${index}`.padStart(26, "0"),
        text: one.text,
        happenedOn: at.toISOString().slice(0, 10),
        createdAt: filedAt,
        editedAt: null,
        origin: index % 5 === 0 ? "shortcut" : index % 7 === 0 ? "emoji" : "command",
        source: { permalink: null, messageKey: null, author: null },
        outcome: one.outcome,
        note: null,
        people: one.with.map((handle) => handles.get(handle) ?? capital(handle)),
        links: one.links,
        filings: framework === undefined ? [] : one.criteria.flatMap((text) => filingOf(text, framework, filedAt)),
        shares: [],
        deletedAt: null,
      };
    }),
  );
  if (framework === undefined) return;
  await evidence.saveProfile(MAYA, {
    framework: FRAMEWORK,
    level: LEVEL,
    tz: "Europe/London",
    setUpAt: new Date(now).toISOString(),
  });
}

/** The place nearest to the person's level, where the same words stand at several. */
function filingOf(wording: string, framework: Framework, filedAt: string): Filing[] {
  const places = framework.topics.flatMap((topic) =>
    topic.levels.flatMap(({ level, criteria }) =>
      criteria.filter(({ text }) => text === wording).map(({ id }) => ({ id, level, topic: topic.name })),
    ),
  );
  const [nearest] = places.toSorted((a, b) => Math.abs(a.level - LEVEL) - Math.abs(b.level - LEVEL));

  return nearest === undefined
    ? []
    : [
        {
          criterionId: nearest.id,
          framework: framework.path,
          topic: nearest.topic,
          level: nearest.level,
          wording,
          contentHash: framework.contentHash,
          filedAt,
        },
      ];
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
