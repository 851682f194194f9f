import type { Framework, Topic } from "../../catalogue/types.ts";
import type { Intent } from "../../command/intent.ts";
import type { Control, Menu } from "./card.ts";
import { button, menu, windowed } from "./controls.ts";
import { levelName } from "./words.ts";

/** Ways to another topic and to another level, as several cards offer them. */

/** All topics but the current one; null where there is none. */
export function otherTopics(
  framework: Framework,
  current: string | null,
  label: string,
  to: (topic: Topic) => Intent,
): Menu | null {
  const at = framework.topics.findIndex((one) => one.name === current);
  const others = framework.topics.filter((one) => one.name !== current);
  const choices = others.map((one) => ({ label: one.title, detail: null, intent: to(one) }));
  return others.length === 0 ? null : windowed(menu(label, choices, "topic"), Math.max(0, at));
}

const MOST_LEVEL_BUTTONS = 8;

/** A button for each level; a menu where they are many. */
export function levelControls(framework: Framework, to: (level: number) => Intent): Control[] {
  const levels = Array.from({ length: Math.min(framework.levels, 1000) }, (_, index) => index + 1);
  if (levels.length <= MOST_LEVEL_BUTTONS) {
    return levels.map((level) => button(levelName(framework, level), to(level), `level-${level}`));
  }
  const choices = levels.map((level) => ({ label: levelName(framework, level), detail: null, intent: to(level) }));
  return [windowed(menu("Levels", choices, "level"))];
}
