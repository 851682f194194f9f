import { readOneToOneLine } from "../../../command/one-to-one-line.ts";
import type { Owner } from "../../../evidence/types.ts";
import { MOST_WORDS, readable } from "../../../one-to-ones/set-up.ts";
import { NUDGE_SETTINGS } from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import { handedText } from "../../rich-text/handed-text.ts";
import { paragraph } from "../../rich-text/line.ts";
import { settingsSentence, unseenSentence } from "../../views/nudges/nudge.ts";
import { handedBack, noMeetingView } from "../../views/one-to-ones/no-meeting.ts";
import { whichView } from "../../views/one-to-ones/which.ts";
import { press, told } from "../../views/one-to-ones/words.ts";
import type { View } from "../../views/render.ts";
import { checkChoiceLater } from "../check-choice.ts";
import { addPoint } from "./points.ts";
import { membersOnlyView } from "./press.ts";

/** `/progression 1:1 …`, typed anywhere that a line is read. Undefined: the line is about something else. */
export async function answerOneToOneLine(
  desk: OneDesk,
  owner: Owner,
  text: string,
  gesture: string,
): Promise<View | undefined> {
  const line = readOneToOneLine(text);

  if (line === undefined) {
    return undefined;
  }
  const person = await desk.people.glance(owner);

  if (person !== undefined && person.standing !== "member") {
    return membersOnlyView();
  }
  if (person === undefined && line.kind === "add") {
    checkChoiceLater(desk, owner, async () => desk.changed(owner));
  }
  switch (line.kind) {
    case "list":
    case "set-up":
      return await desk.list(owner);
    case "nudges": {
      const settings = await desk.settings(owner);
      return told({
        title: "Nudges",
        notes: ["Only you can see this."],
        parts: [settingsSentence(settings, desk.now()), unseenSentence(desk.unseen())]
          .filter((line) => line !== "")
          .map((line) => paragraph(line)),
        foot: [press(settings.on ? "Nudge settings" : "Switch on nudges", NUDGE_SETTINGS, "nudge")],
      });
    }
    case "add":
      return await add(desk, owner, line.words, gesture);
  }
}

async function add(desk: OneDesk, owner: Owner, typed: string, gesture: string): Promise<View> {
  const words = handedText(typed, desk.people.learnName);
  const ones = await desk.book.list(owner);
  const [, named = "", rest = ""] = /^\s*<@([UW][A-Z0-9]+)>\s?(.*)$/s.exec(words) ?? [];
  const meant = ones.find((one) => one.with === named);
  const one = meant ?? (ones.length === 1 ? ones[0] : undefined);
  const point = readable(meant === undefined ? words : rest);

  if (ones.length === 0) return noMeetingView(words, desk.nameOf);
  if (point === undefined) {
    const sentence =
      words.length > MOST_WORDS
        ? `A point holds ${MOST_WORDS.toLocaleString("en-GB")} characters, and this has more. Nothing was saved; make it shorter.`
        : "Write the point after add, like: /progression 1:1 add The on-call rota after the move";
    return told({ title: "No point yet", parts: [paragraph(sentence), ...handedBack(words, desk.nameOf)] });
  }
  if (one === undefined) {
    await Promise.all(ones.map((each) => desk.people.glance({ team: owner.team, user: each.with })));
    const source = { permalink: null, messageKey: null, author: null };
    const draft = await desk.log.keepDraft(owner, { text: point, origin: "command", source, reason: "which-1:1" });
    return whichView(ones, draft, desk.nameOf);
  }
  return (
    (await addPoint(desk, owner, one.id, { words: point, permalink: null, gesture })) ??
    noMeetingView(words, desk.nameOf)
  );
}
