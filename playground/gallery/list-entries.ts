import type { Framework } from "../../src/catalogue/types.ts";
import type { Filing, Win } from "../../src/evidence/types.ts";
import { MEMBERS_ONLY, pageOf } from "../../src/slack/place-desk.ts";
import { forgetCard, forgottenCard, sentenceCard } from "../../src/slack/views/home/forget.ts";
import { importForm } from "../../src/slack/views/home/import-form.ts";
import { render } from "../../src/slack/views/render.ts";
import { welcomeCard } from "../../src/slack/views/welcome.ts";
import { winsCard } from "../../src/slack/views/wins/list.ts";
import { seenForm } from "../../src/slack/views/wins/seen.ts";
import { NEWEST, type WinsPage } from "../../src/slack/wins-code.ts";
import { sampleAnswers } from "../../test/support/sample-answers.ts";
import { management } from "../../test/support/sample-frameworks.ts";
import {
  filingAt,
  findNow,
  manyWins,
  nameOf,
  sampleFramework,
  sampleWin,
  shareOf,
} from "../../test/support/sample-wins.ts";
import { entriesOf, type Group } from "./entry.ts";

const frameworks: readonly Framework[] = [sampleFramework, management];
const incident = filingAt("mastery", 3, 1);

const lists = entriesOf("wins");
const look = { tz: "Europe/London", nameOf, frameworks, find: findNow, surface: "message" as const };
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
const welcome = sampleAnswers.welcome[0]?.answer;
const exported = pageOf("export");

export const dataPages: Group = {
  title: "My data",
  about: "Everything out, everything in, everything gone.",
  entries: [
    ...(exported.kind === "said"
      ? [
          data.card(
            "export",
            "Export",
            "where the files are, and who sees them",
            render(sentenceCard(exported.title, exported.sentence)),
          ),
        ]
      : []),
    data.modal("import", "Import", "where the file goes", importForm()),
    data.card(
      "forget",
      "Forget me: the first press",
      "what is erased, and what may still hold it",
      render(forgetCard([sampleWin({ shares: [shareOf(sampleWin())] })])),
    ),
    data.card("forgotten", "Forget me: the second press", "that it is done", render(forgottenCard(37))),
    ...(welcome === undefined
      ? []
      : [
          data.card(
            "guest",
            "A guest's Home",
            "everything to read, nothing kept, and why",
            render({ ...welcomeCard(welcome), notes: [MEMBERS_ONLY] }),
            "Home tab",
          ),
        ]),
  ],
};
