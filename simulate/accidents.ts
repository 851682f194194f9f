import type { Faults } from "../local-slack/protocol.ts";
import type { Agenda } from "./agenda.ts";
import { TEAM } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Crew } from "./crew.ts";
import type { Trouble } from "./ledger.ts";
import type { World } from "./world.ts";
import type { ZoneOracle } from "./zone-oracle.ts";

/** Everything that goes wrong in the year: with the bot, with Slack, with the clock. */
export interface Accidents {
  readonly troubles: readonly Trouble[];
  /** When something went wrong for a moment. */
  readonly moments: number[];
  readonly count: { kills: number; restarts: number; "bad answers": number };
  planYear(from: number, until: number, killWeeks: number, berlin: ZoneOracle): void;
  /** Perhaps something goes wrong with the next calls. */
  maybeBadAnswers(): void;
}

interface AccidentParts {
  readonly world: World;
  readonly crew: Crew;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly moments: number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** On one Monday. */
const KILLS = 3;
const mondayAtNine = { time: "09:00", cadence: { kind: "weekly", weekday: 1 } } as const;

export function createAccidents({ world, crew, agenda, chance, moments }: AccidentParts): Accidents {
  const { clock } = world;
  const troubles: Trouble[] = [];
  const count = { kills: 0, restarts: 0, "bad answers": 0 };
  let unwell = false;

  const isQuiet = () => crew.book !== undefined && !unwell;

  function trouble(why: Trouble["why"], milliseconds: number): number {
    const until = clock.truth() + milliseconds;
    troubles.push({ why, from: clock.truth(), until });
    return until;
  }

  function botDown(at: number, milliseconds: number): void {
    agenda.at(at, async () => {
      if (!isQuiet()) return botDown(clock.truth() + HOUR, milliseconds);
      count.restarts += 1;
      const until = trouble("bot-down", milliseconds);
      await crew.stop();
      agenda.at(until, () => crew.start(chance.between(1, 2)));
    });
  }

  function slackDown(at: number, why: "slack-down" | "token-revoked", milliseconds: number): void {
    agenda.at(at, () => {
      if (!isQuiet()) return;
      unwell = true;
      world.faults(why === "slack-down" ? { serverError: 503 } : { tokenRevoked: true });
      agenda.at(trouble(why, milliseconds), async () => {
        world.faults({});
        unwell = false;
        await crew.book?.resumeWorkspace(TEAM);
      });
    });
  }

  function clockWrong(at: number): void {
    agenda.at(at, () => {
      clock.setWrong(-HOUR);
      agenda.at(trouble("clock-wrong", 20 * MINUTE), () => clock.setWrong(0));
    });
  }

  /** On the next Monday on which a bot is there: processes of their own, each killed at a numbered step or at any moment, and one that is left to finish. */
  function killAfter(after: number, berlin: ZoneOracle): void {
    const monday = berlin.nextSlot(mondayAtNine, after);
    agenda.at(monday - 2 * DAY, () => world.prepareChildren(KILLS + 1));
    agenda.at(monday, async () => {
      if (!isQuiet()) return killAfter(clock.truth(), berlin);
      await crew.stop();
      moments.push(clock.truth());
      world.faults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
      for (let kill = 0; kill < KILLS; kill += 1) {
        const fate = chance.maybe(0.5)
          ? ({ kind: "step", step: chance.between(1, 20) } as const)
          : ({ kind: "moment", milliseconds: chance.between(0, 150) } as const);
        count.kills += (await world.runChildren([fate])).filter((killed) => killed).length;
      }
      await world.runChildren([{ kind: "lives" }]);
      world.faults({});
      await crew.start(chance.between(1, 2));
    });
  }

  return {
    troubles,
    moments,
    count,

    planYear(from, until, killWeeks, berlin) {
      const weeks = Math.floor((until - from) / WEEK);
      const toMonday = ((8 - (new Date(from).getUTCDay() || 7)) % 7) * DAY;
      /** While it is Monday morning somewhere. */
      const monday = (share: number, last = 16) =>
        from + toMonday + Math.floor(share * weeks) * WEEK + chance.between(-10 * 60, last * 60) * MINUTE;
      const outages = weeks < 20 ? [0.5, 2, 26] : [0.5, 2, 8, 72, 16 * 24];

      for (const [index, hours] of outages.entries()) {
        // A long one begins before most people's Monday: they miss it as a whole.
        botDown(monday(0.1 + index * 0.17, hours > 24 ? 0 : 16), hours * HOUR);
      }
      for (let week = 0; week < weeks; week += 1) {
        if (chance.maybe(0.3)) botDown(monday(week / weeks), chance.between(2, 90) * MINUTE);
      }
      for (const share of [0.05, 0.4, 0.9]) slackDown(monday(share), "slack-down", 45 * MINUTE);
      slackDown(monday(0.55), "token-revoked", 10 * MINUTE);
      for (const share of [0.25, 0.75]) clockWrong(monday(share));
      for (let kill = 0; kill < killWeeks; kill += 1) {
        killAfter(from + ((kill + 0.6) / killWeeks) * (until - from - WEEK), berlin);
      }
    },

    maybeBadAnswers() {
      if (unwell || !chance.maybe(0.15)) return;
      const remaining = chance.between(1, 4);
      const fault = chance.pick<Partial<Faults>>([
        { rateLimit: chance.pick([1, 5, 30]) },
        { serverError: chance.pick([500, 503]) },
        { loseReply: true },
        { loseReply: true },
        { hang: true },
      ]);
      count["bad answers"] += remaining;
      moments.push(clock.truth());
      const methods = chance.pick([["chat.postMessage"], ["chat.postMessage"], ["conversations.history"], []]);
      world.faults({ ...fault, methods, remaining });
    },
  };
}
