import type { Framework, Topic } from "../../../catalogue/types.ts";
import { type MappedCriterion, mapCriteria } from "../../../place/evidence-map.ts";
import type { Place } from "../../../place/my-place.ts";
import { MY_FOCUS, MY_NOTE, MY_OPPORTUNITY, MY_WINS } from "../../ids.ts";
import { italic, paragraph, quiet } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { HOME, onScreen, type TopicScreen } from "../../screen.ts";
import { encodeWins, NEWEST } from "../../wins-code.ts";
import type { Card, Part } from "../card.ts";
import { button, rows } from "../controls.ts";
import { levelName, levelWord, titled } from "../words.ts";
import { topicMenu } from "./home.ts";
import { ONLY_YOU, own, stateInWords, toScreen } from "./parts.ts";

const PER_PAGE = 6;

/** One topic at one level: each criterion in full, its state, and what a person may note about it. Nothing here is ticked off. */
export function topicCard(
  screen: TopicScreen,
  framework: Framework,
  topic: Topic,
  place: Place,
  surface: "home" | "message",
): Card {
  const mapped = mapCriteria(topic, screen.level, place.map);
  const pages = Math.max(1, Math.ceil(mapped.length / PER_PAGE));
  const page = Math.min(screen.page, pages);
  const shown = mapped.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const whole = place.focus.some(
    (one) => one.kind === "topic" && one.framework === framework.path && one.topic === topic.name,
  );
  const to = (change: Partial<TopicScreen>): TopicScreen => ({ ...screen, page: 1, ...change });

  return {
    title: titled(topic.title, levelName(framework, screen.level)),
    notes: [ONLY_YOU, ...(pages > 1 ? [`Page ${page} of ${pages}`] : [])],
    parts: [
      ...rows([
        own(whole ? "Remove topic from focus" : "Focus on this topic", MY_FOCUS, onScreen("topic", screen)),
        whole ? own("Note on the focus", `${MY_NOTE}-topic`, onScreen("topic", screen)) : null,
        own(
          "Wins in this topic",
          MY_WINS,
          encodeWins({ ...NEWEST, filter: { framework: framework.path, topic: topic.name } }),
        ),
      ]),
      ...(shown.length === 0
        ? [paragraph(`Nothing is written here for ${levelWord(framework, screen.level)}.`)]
        : shown.flatMap((one) => criterionParts(one, screen, place.today))),
    ],
    foot: [
      ...rows([
        page > 1 ? toScreen("Back", to({ page: page - 1 }), "back") : null,
        page < pages ? toScreen("More", to({ page: page + 1 }), "more") : null,
        screen.level > 1
          ? toScreen(levelName(framework, screen.level - 1), to({ level: screen.level - 1 }), "lower")
          : null,
        screen.level < framework.levels
          ? toScreen(levelName(framework, screen.level + 1), to({ level: screen.level + 1 }), "higher")
          : null,
      ]),
      ...rows(
        [topicMenu(framework, place)],
        [
          button("Read it", { ...screen, kind: "level", examples: false, page: 1 }, "read"),
          surface === "home" ? toScreen("Back to Home", HOME, "home") : toScreen("My place", { kind: "me" }, "me"),
        ],
      ),
    ],
    paged: null,
    rest: "",
  };
}

function criterionParts(
  { criterion, state, inFocus, focusNote }: MappedCriterion,
  screen: TopicScreen,
  today: string,
): Part[] {
  if (criterion.todo) return [paragraph([italic(`Not written yet: ${shorten(criterion.text, 400)}`)])];
  const value = onScreen(criterion.id, screen);
  const about = shorten(criterion.text, 40);
  const said = state.kind === "no-opportunity" && state.note !== null ? `: ${shorten(state.note, 200)}` : "";
  const focus = inFocus ? ` · in focus${focusNote === null ? "" : `: ${shorten(focusNote, 150)}`}` : "";
  const none = state.kind === "no-opportunity";

  return [
    paragraph(shorten(criterion.text, 420), { keep: true }),
    quiet(`${upper(stateInWords(state, today))}${said}${focus}`),
    ...rows([
      own(inFocus ? "Remove from focus" : "Focus", MY_FOCUS, value, {
        aloud: `${inFocus ? "Remove from focus" : "Focus"}: ${about}`,
      }),
      inFocus ? own("Note on the focus", `${MY_NOTE}-focus`, value) : null,
      state.kind === "evidence"
        ? own("See the wins", MY_WINS, encodeWins({ ...NEWEST, filter: { criterionId: criterion.id } }), {
            aloud: `See the wins: ${about}`,
          })
        : own(none ? "Take the note away" : "No opportunity yet", MY_OPPORTUNITY, value, {
            aloud: `${none ? "Take the note away" : "No opportunity yet"}: ${about}`,
          }),
      none ? own("Say why", `${MY_NOTE}-opportunity`, value, { aloud: `Say why: ${about}` }) : null,
    ]),
  ];
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
