import type { LevelAnswer } from "../../answers/answer.ts";
import type { Framework, Topic } from "../../catalogue/types.ts";
import type { Intent } from "../../command/intent.ts";
import { SHARE_PREVIEW, WIN_LOG } from "../ids.ts";
import { encodeIntent } from "../intent-code.ts";
import { type Line, paragraph, quiet } from "../rich-text/line.ts";
import type { Button, Card, Surface } from "./card.ts";
import { button, rows } from "./controls.ts";
import { ABOUT_EXAMPLES, criteriaLines, examplesIn } from "./criteria.ts";
import { otherTopics } from "./topics.ts";
import { levelName, levelWord, remarkNotes, titled } from "./words.ts";

export function levelCard(answer: LevelAnswer, surface: Surface): Card {
  const { framework, topic, level } = answer;
  const unfolded = "examples" in answer.intent && answer.intent.examples;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const here = levelIntent(framework, topic, level.level, unfolded, page);
  const examples = examplesIn(level.criteria);
  return {
    title: titled(framework.sidebarTitle, topic.title, levelName(framework, level.level)),
    notes: remarkNotes(answer.remarks),
    parts: [
      ...(unfolded && examples > 0 ? [quiet(ABOUT_EXAMPLES)] : []),
      ...emptyLines(answer),
      ...criteriaLines(level.criteria, unfolded),
    ],
    foot: rows(
      [
        ...neighbours(framework, level.level, (to) => levelIntent(framework, topic, to, unfolded)),
        compareButton(framework, topic.name, level.level),
        examplesButton(examples, unfolded, (open) => levelIntent(framework, topic, level.level, open)),
        shareButton(here, surface),
        otherTopics(framework, topic.name, `Other topics at ${levelWord(framework, level.level)}`, (one) =>
          levelIntent(framework, one, level.level, unfolded),
        ),
      ],
      [
        button("All levels", { kind: "topic", framework: framework.path, topic: topic.name, page: 1 }, "levels"),
        button("All topics", allTopics(framework, level.level, unfolded), "topics"),
        logButton(),
      ],
    ),
    paged: here,
    rest: "",
  };
}

function levelIntent(framework: Framework, topic: Topic, level: number, examples: boolean, page = 1): Intent {
  return { kind: "level", framework: framework.path, topic: topic.name, level, examples, page };
}

export function allTopics(framework: Framework, level: number, examples = false): Intent {
  return { kind: "all-topics", framework: framework.path, level, examples, page: 1 };
}

/** Previous and next level, where there are. */
export function neighbours(framework: Framework, level: number, to: (level: number) => Intent): (Button | null)[] {
  return [
    level > 1 ? button(levelName(framework, level - 1), to(level - 1), "previous") : null,
    level < framework.levels ? button(levelName(framework, level + 1), to(level + 1), "next") : null,
  ];
}

/** With the next level; at the highest, with the one before. */
export function compareButton(framework: Framework, topic: string | null, level: number): Button | null {
  if (framework.levels < 2) return null;
  const last = level >= framework.levels;
  const [from, to] = last ? [level - 1, level] : [level, level + 1];
  const label = `Compare with ${levelWord(framework, last ? from : to)}`;
  return button(label, { kind: "compare", framework: framework.path, topic, from, to, page: 1 }, "compare");
}

export function examplesButton(examples: number, unfolded: boolean, to: (open: boolean) => Intent): Button | null {
  if (examples === 0) return null;
  return button(unfolded ? "Hide examples" : `Show examples (${examples})`, to(!unfolded), "examples");
}

export function shareButton(intent: Intent, surface: Surface): Button | null {
  if (surface.kind === "home" || !surface.canShare) return null;
  return {
    kind: "button",
    label: "Share in channel",
    action: SHARE_PREVIEW,
    value: encodeIntent(intent),
    aloud: null,
    style: null,
  };
}

/** Reading what is asked is when a win comes to mind. */
function logButton(): Button {
  return { kind: "button", label: "Log a win", action: WIN_LOG, value: "new", aloud: null, style: null };
}

/** What there is to read when the framework itself asks nothing here. */
function emptyLines({ framework, topic, level }: LevelAnswer): Line[] {
  if (level.criteria.some((one) => one.source === "own")) return [];
  const here = levelWord(framework, level.level);
  if (level.criteria.length > 0) {
    const own = topic.levels.some((one) => one.criteria.some((criterion) => criterion.source === "own"));
    return own ? [paragraph(`Nothing of its own at ${here}; what is asked of everyone holds here too.`)] : [];
  }
  const written = topic.levels.filter((one) => one.criteria.length > 0).map((one) => one.level);
  const below = written.filter((one) => one < level.level).at(-1);
  const above = written.find((one) => one > level.level);
  const near = [below, above].filter((one) => one !== undefined).map((one) => levelWord(framework, one));
  const where = near.length === 0 ? "" : ` The nearest with criteria: ${near.join(" and ")}.`;
  return [paragraph(`Nothing is written for this topic at ${here} yet.${where}`)];
}
