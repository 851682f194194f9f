import type { HomeView } from "@slack/types";
import type { Answer } from "../../answers/answer.ts";
import { HOME_CALLBACK } from "../ids.ts";
import { aboutCard, reloadCard } from "./about.ts";
import { allTopicsCard } from "./all-topics.ts";
import type { Card, Surface } from "./card.ts";
import { chooseCard } from "./choose.ts";
import { compareCard } from "./compare.ts";
import { button, rowBlock, rows } from "./controls.ts";
import { frameworkCard } from "./framework.ts";
import { frameworksCard } from "./frameworks.ts";
import { helpCard } from "./help.ts";
import { levelCard } from "./level.ts";
import { goneCard, notUnderstoodCard, refusedCard } from "./not-understood.ts";
import { proseCard } from "./prose.ts";
import { inFull, render, type View } from "./render.ts";
import { searchCard } from "./search.ts";
import { topicCard } from "./topic.ts";
import { welcomeCard } from "./welcome.ts";

/** An answer never changes, so it is drawn once for each surface; what was drawn goes when the answer goes. */
const drawn = new WeakMap<Answer, Map<string, View>>();

export function answerView(answer: Answer, surface: Surface): View {
  const views = drawn.get(answer) ?? new Map<string, View>();
  const place = surface.kind === "home" ? "home" : surface.canShare ? "shared" : "alone";
  const view = views.get(place) ?? render(cardOf(answer, surface));

  views.set(place, view);
  drawn.set(answer, views);
  return view;
}

/** The answer in the Home tab, with the way back to its first page on top. */
export function homeView(answer: Answer): HomeView {
  const { blocks } = answerView(answer, { kind: "home" });
  const back = rows([button("Back to Home", { kind: "welcome" }, "home")]).map(rowBlock);
  return {
    type: "home",
    callback_id: HOME_CALLBACK,
    blocks: answer.kind === "welcome" ? blocks : [...back, ...blocks],
  };
}

/** All pages as text for a terminal, unescaped, nothing left out. */
export function answerText(answer: Answer): string {
  return inFull(cardOf(answer, { kind: "home" }));
}

export function cardOf(answer: Answer, surface: Surface): Card {
  switch (answer.kind) {
    case "welcome":
      return welcomeCard(answer);
    case "help":
      return helpCard(answer);
    case "about":
      return aboutCard(answer);
    case "reload":
      return reloadCard(answer);
    case "frameworks":
      return frameworksCard(answer);
    case "framework":
      return frameworkCard(answer, surface);
    case "prose":
      return proseCard(answer, surface);
    case "topic":
      return topicCard(answer, surface);
    case "level":
      return levelCard(answer, surface);
    case "all-topics":
      return allTopicsCard(answer, surface);
    case "compare":
      return compareCard(answer, surface);
    case "search":
      return searchCard(answer);
    case "choose":
      return chooseCard(answer);
    case "not-understood":
      return notUnderstoodCard(answer);
    case "gone":
      return goneCard(answer);
    case "refused":
    case "mine":
      return refusedCard(answer);
  }
}
