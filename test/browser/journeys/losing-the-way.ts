import { journey, shows } from "../stage.ts";

journey("what was mistyped lands, and is said", {}, async ({ type, card, picture }) => {
  await type("/progression bakend mastry");
  await shows(card, "Mastery", "Read “bakend” as backend", "Read “mastry” as mastery");
  await picture("mistyped");
});

journey("what is not understood leads on by a picker", {}, async ({ type, card, button, choose, picture }) => {
  await type("/progression juggling with knives");
  await shows(card, "Not found as typed", "juggling");
  await picture("not-understood-1");
  await button("Help").click();
  await shows(card, "What you can type");
  await button("Frameworks").click();
  await shows(card, "Frameworks");
  await choose("Open a framework", "front");
  await shows(card, "Frontend");
  await picture("not-understood-2-framework");
});

journey("two readings are asked back, none is guessed", {}, async ({ type, card, picture }) => {
  await type("/progression mastery 3");
  await shows(card, "Which framework?", "can be read in 2 ways");
  await picture("ambiguous");
  await card.getByRole("button", { name: /Frontend/ }).click();
  await shows(card, "Frontend", "Mastery · Level 3");
});
