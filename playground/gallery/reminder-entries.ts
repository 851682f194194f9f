import { sampleForms, sampleMessages } from "../../test/support/sample-one-to-ones.ts";
import { type Entry, entriesOf, type Group } from "./entry.ts";

/** Title of a sample, and what to look at. */
type Told = Readonly<Record<string, readonly [title: string, look: string]>>;

const nudges: Told = {
  "nudge--first": ["The first nudge", "one question; nothing is said to be missing"],
  "nudge--usual": ["A weekly nudge", "what was written last, a quiet area, a focus; four ways to answer it"],
  "nudge--snoozed": ["Snoozed", "the message itself says what was done"],
  "nudge--less-often": ["Less often", "how often it comes from now on"],
  "nudge--stopped": ["Stopped", "one press, and how to begin again"],
};

const meetings: Told = {
  "list--none": ["No 1:1 yet", "what it is for, and one way in"],
  "list--two": ["The list of 1:1s", "next time in words, open points, what can be done about each"],
  "list--imported": ["1:1s that came back with an import", "paused until their owner resumes them"],
  "preparation--usual": ["The preparation", "what happened since, focus, quiet areas, open points, questions"],
  "preparation--empty": ["A preparation with nothing to show", "questions, and no reproach"],
  "preparation--nasty": ["A preparation full of hostile words", "words stay words, and ping nobody"],
  "preview--usual": ["Before it is sent", "exactly what the other person gets"],
  "received--usual": ["What the other person gets", "who sent it, and how to stop receiving"],
  "copy--sent": ["Sent", "it can be withdrawn"],
  "copy--refused": ["Not sent", "nothing went out, and what to do"],
  "copy--too-old": ["A preview of yesterday", "its words are gone; one way back"],
  "copy--not-yet": ["Not taken back yet", "nothing is said to be gone that may still stand"],
  "copy--never-arrived": ["It did not arrive", "nothing to take back"],
  "copy--sent-list": ["What was sent", "each copy, and whether it can be taken back"],
  "turn--skipped": ["Skipped", "when the next one is"],
  "turn--moved": ["Moved", "when it is now"],
  "turn--follow-up": ["The follow-up", "one question, off in one press"],
  "turn--agreed": ["What was agreed", "kept for the next preparation"],
  "turn--point-added": ["A point added", "which 1:1 it is for"],
};

const forms: Told = {
  "edit--usual": ["Editing the preparation", "what goes with it, and what is left out"],
  "point--typed": ["Adding a point", "for which 1:1, and the words"],
  "set-up--new": ["Setting up a 1:1", "with whom, how often, when, how long, how long before"],
  "nudge-settings": ["Nudge settings", "day, hour, zone, working hours, pause"],
};

const messages = entriesOf("reminder");

function shown(told: Told): Entry[] {
  return Object.entries(told).map(([name, [title, look]]) => {
    const view = sampleMessages[name];
    if (view === undefined) throw new Error(`There is no sample called ${name}.`);
    return messages.card(name.replace("--", "-"), title, look, view, "direct message");
  });
}

function filled(told: Told): Entry[] {
  return Object.entries(told).map(([name, [title, look]]) => {
    const form = sampleForms[name];
    if (form === undefined) throw new Error(`There is no form called ${name}.`);
    return messages.modal(`form-${name.replace("--", "-")}`, title, look, form);
  });
}

export const reminderPages: readonly Group[] = [
  {
    title: "Nudges",
    about: "A direct message at most once a week, for whoever asked for it. Each button acts on the message itself.",
    entries: shown(nudges),
  },
  {
    title: "1:1s",
    about: "Each belongs to one person. The other gets only what was sent, after a preview of the same blocks.",
    entries: [...shown(meetings), ...filled(forms)],
  },
];
