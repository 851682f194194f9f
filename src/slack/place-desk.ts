import type { Answer } from "../answers/answer.ts";
import type { Mine } from "../command/intent.ts";
import type { Owner } from "../evidence/types.ts";
import { listWins } from "../place/list-wins.ts";
import { isNewcomer, loadPlace, type Place, type PlaceParts } from "../place/my-place.ts";
import type { Desk } from "./listeners/desk.ts";
import type { OneDesk } from "./one-desk.ts";
import type { SlackPeople } from "./people.ts";
import type { Screen } from "./screen.ts";
import { answerView } from "./views/answer.ts";
import type { Card, Surface } from "./views/card.ts";
import { forgetCard, forgottenCard, sentenceCard } from "./views/home/forget.ts";
import { homeCard } from "./views/home/home.ts";
import { meCard } from "./views/home/me.ts";
import type { Reminders } from "./views/home/reminders.ts";
import { firstStep, setUpCard } from "./views/home/set-up.ts";
import { settingsCard } from "./views/home/settings.ts";
import { topicCard } from "./views/home/topic-map.ts";
import { render, type View } from "./views/render.ts";
import { welcomeCard } from "./views/welcome.ts";
import { winsCard } from "./views/wins/list.ts";
import type { WinsPage } from "./wins-code.ts";

/** A page of the person's own: one of the screens, a list of their wins, or a sentence. */
export type MyPage =
  | Screen
  | { readonly kind: "wins"; readonly page: WinsPage }
  | { readonly kind: "forget" }
  | { readonly kind: "forgotten"; readonly wins: number }
  | { readonly kind: "said"; readonly title: string; readonly sentence: string };

/** Lays out what belongs to one person, for that person. Whose it is comes from the envelope; pages and codes only say what is looked at. */
export interface PlaceDesk extends PlaceParts {
  readonly people: SlackPeople;
  readonly desk: Desk;
  view(owner: Owner, page: MyPage, surface: "home" | "message", remark?: string): Promise<View>;
  /** An answer, with the person's own pages in the place of those that stand for them. */
  answer(answer: Answer, owner: Owner, surface: Surface): Promise<View>;
}

export interface PlaceDeskParts extends PlaceParts {
  readonly people: SlackPeople;
  readonly desk: Desk;
  readonly winEmoji: string | null;
  /** 1:1s and nudges, where there are any; asked for late, because they in turn stand on what is opened after this. */
  readonly ones?: () => Pick<OneDesk, "home" | "settings" | "listed" | "plans">;
}

const COMMAND = "/progression";
const MOST_SHARED = 100;
export const MEMBERS_ONLY =
  "Guests, and people of other organisations, can look everything up here. Nothing of theirs is stored, so there is no page of their own.";

export function createPlaceDesk(parts: PlaceDeskParts): PlaceDesk {
  const { log, people, desk, catalogue, find, winEmoji } = parts;
  const nameOf = (user: string) => people.nameOf(user);

  async function remindersOf(owner: Owner): Promise<Reminders | null> {
    const ones = parts.ones?.();
    if (ones === undefined) return null;
    const [settings, hours, listed] = await Promise.all([
      ones.settings(owner),
      ones.plans.workingHours(owner),
      ones.listed(owner),
    ]);
    return { settings, hours, listed, nameOf, now: parts.now() };
  }

  async function guestCard(owner: Owner): Promise<Card> {
    const answer = await desk.answer({ kind: "welcome" }, { ...owner, command: COMMAND });
    return answer.kind === "welcome"
      ? { ...welcomeCard(answer), notes: [MEMBERS_ONLY] }
      : sentenceCard("Progression", MEMBERS_ONLY);
  }

  async function screenCard(owner: Owner, screen: Screen, surface: "home" | "message"): Promise<Card> {
    const { frameworks } = catalogue();
    const place = await loadPlace(owner, parts);

    switch (screen.kind) {
      case "me":
        return meCard(place, { frameworks, nameOf, reminders: await remindersOf(owner) });
      case "settings":
        return settingsCard(place, { frameworks, winEmoji, surface, reminders: await remindersOf(owner) });
      case "set-up":
        return setUpCard(screen.step, place, { frameworks, reminders: await remindersOf(owner) });
      case "topic": {
        const framework = frameworks.find(({ path }) => path === screen.framework);
        const topic = framework?.topics.find(({ name }) => name === screen.topic);
        if (framework !== undefined && topic !== undefined) return topicCard(screen, framework, topic, place, surface);
        return await atHome(place, surface, 1, owner);
      }
      case "home":
        return await atHome(place, surface, screen.page, owner);
      case "lookup":
        return await atHome(place, surface, 1, owner);
    }
  }

  async function atHome(place: Place, surface: "home" | "message", page: number, owner: Owner): Promise<Card> {
    const { frameworks } = catalogue();
    if (surface === "message") return meCard(place, { frameworks, nameOf, reminders: await remindersOf(owner) });
    const also = page === 1 ? await parts.ones?.().home(owner) : undefined;
    return homeCard(place, { frameworks, nameOf, page, also: also ?? [] });
  }

  async function cardOf(owner: Owner, page: MyPage, surface: "home" | "message"): Promise<Card> {
    if ((people.known(owner)?.standing ?? "member") !== "member") return await guestCard(owner);
    switch (page.kind) {
      case "wins": {
        const found = await listWins(owner, page.page.filter, page.page.at, { log, find });
        const tz = people.known(owner)?.tz ?? (await log.profile(owner))?.tz ?? null;
        return winsCard(page.page, found, { tz, nameOf, frameworks: catalogue().frameworks, find, surface });
      }
      case "forget":
        return forgetCard((await log.list(owner, { shared: true }, MOST_SHARED)).wins);
      case "forgotten":
        return forgottenCard(page.wins);
      case "said":
        return sentenceCard(page.title, page.sentence);
      default:
        return await screenCard(owner, page, surface);
    }
  }

  const view: PlaceDesk["view"] = async (owner, page, surface, remark) => {
    const card = await cardOf(owner, page, surface);
    return render(remark === undefined ? card : { ...card, notes: [remark, ...card.notes] });
  };

  return {
    ...parts,
    view,
    async answer(answer, owner, surface) {
      if (answer.kind === "mine") {
        return await view(owner, pageOf(answer.what), surface.kind);
      }
      if (answer.kind !== "welcome") {
        return answerView(answer, surface);
      }
      if ((people.known(owner)?.standing ?? "member") !== "member") {
        return render(await guestCard(owner));
      }
      const place = await loadPlace(owner, parts);
      if (!isNewcomer(place.profile)) {
        return await view(owner, { kind: "me" }, surface.kind);
      }
      const welcome = welcomeCard(answer);
      const asked = firstStep(catalogue().frameworks, { kind: "set-up", step: "framework" });
      return render({ ...welcome, parts: [...welcome.parts, ...(catalogue().frameworks.length === 0 ? [] : asked)] });
    },
  };
}

export function pageOf(what: Mine): MyPage {
  switch (what) {
    case "me":
    case "settings":
      return { kind: what };
    case "forget-me":
      return { kind: "forget" };
    case "one-to-ones":
    case "nudges":
      return {
        kind: "said",
        title: what === "nudges" ? "Nudges" : "1:1s",
        sentence: `Yours are in Home, and under /progression ${what === "nudges" ? "nudges" : "1:1"}. Only you see them.`,
      };
    case "export":
      return {
        kind: "said",
        title: "Export",
        sentence:
          "Everything that is kept of you is on its way to our direct message, as files: Markdown to read, JSON to import again, CSV for a spreadsheet. Only you see it there.",
      };
    case "import":
      return {
        kind: "said",
        title: "Import",
        sentence: "Press Import in Settings and paste the JSON file of an export. What is there already is left alone.",
      };
  }
}
