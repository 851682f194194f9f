import { criterion, framework, inherited, level, prose, topic } from "./frameworks.ts";

/** The frameworks that the sample answers speak of: an ordinary one, and each kind of extreme. */

const INTRODUCTION = `This framework describes what we look for in **backend engineers**, level by level. It is a compass: it shows directions and leaves the route to you.

## How to read it

1. Find your level.
2. Read the one before it and the one after it.
   - What already describes you?
   - Where would you like to grow?
3. Talk about it in your next 1:1.

> Levels describe work, never a person's worth.

Read more in [the engineering handbook](https://handbook.example.com/levels?track=backend), or ask in the usual place.

| Level | Time horizon | Reach |
| --- | --- | --- |
| 1 | days | own tasks |
| 3 | weeks | own team |

\`\`\`
/progression backend mastery 3
\`\`\`

The criteria are written by the engineers who work with them. Anybody may suggest a change, and every change is discussed in the open before it is made. Nothing in here is a list to complete: people at one level differ, and so do their ways to the next.`;

export const backend = framework(
  "/engineering/backend",
  "🛠️ Backend Engineering Framework",
  [
    topic("communication", "💬 Communication", [
      level(1, "Asks for help early and says what was tried", inherited("Listens before answering")),
      level(2, "Writes change descriptions that say why", inherited("Gives feedback when asked for it")),
      level(
        3,
        "Explains a design so that somebody outside the team can follow it",
        inherited("Seeks feedback, and acts on it"),
      ),
    ]),
    topic("mastery", "🧠 Mastery", [
      level(1, "Fixes a bug with some help", "Writes tests for what they change"),
      level(2, "Delivers a small feature from the ticket to the release", "Finds the cause of a failing deploy"),
      level(
        3,
        criterion("Breaks a project into steps that can be released on their own", {
          examples: [
            "Put the new ledger behind a flag and moved one country at a time",
            "Wrote the migration so that both versions could run",
          ],
        }),
        criterion("Leads the response to an incident and writes down what was learnt", {
          examples: [
            "Led the rollback of the payments release",
            "Wrote the review within two days",
            "Made the alert say what to do",
          ],
        }),
        "Knows where the system will fail first, and says so",
        criterion("TODO: something about data", { todo: true }),
      ),
      level(
        4,
        "Leads the response to incidents that span several teams",
        "Breaks a project of a quarter into steps that can be released on their own",
        "Chooses boring technology, and can say when not to",
      ),
      level(6, "Sets the technical direction for several teams"),
    ]),
    topic("impact", "🎯 Impact", [level(3, inherited("Finishes what matters and leaves what does not"))]),
  ],
  { sidebarTitle: "🛠️ Backend", sidebarGroup: "engineering", homepage: true, body: INTRODUCTION },
);

export const management = framework(
  "/engineering/management",
  "Engineering Management",
  [
    topic("people", "People", [level(3, "Holds 1:1s that people look forward to"), level(4, "Grows other managers")]),
    topic("delivery", "Delivery", [level(3, "Keeps promises small enough to keep")]),
  ],
  { levelPrefix: "M", sidebarGroup: "engineering" },
);

export const prefixed = framework(
  "/design",
  "Design",
  [
    topic("craft", "Craft", [
      level(1, "Draws what was asked"),
      level(2, "Asks what should be drawn"),
      level(3, "Shows why"),
    ]),
  ],
  { levelPrefix: "E", sidebarGroup: "product" },
);

export const howWeUse = prose(
  "/how-we-use-frameworks",
  "How we use frameworks",
  `${INTRODUCTION}\n\n## Questions people ask\n\n${Array.from(
    { length: 40 },
    (_, index) =>
      `**Question ${index + 1}.** Does a level say how good somebody is? It does not: it says which work somebody is trusted with today, and two people at one level may be good at quite different things.`,
  ).join("\n\n")}`,
);

export const emptyProse = prose("/blank", "A page still to be written", "");

/** Text that tries to be something else than text. */
export const NASTY: readonly string[] = [
  "<!channel> <!here> <!everyone> <!subteam^S12345678> come and look",
  "<@U12345678> and <#C12345678|general> and <https://evil.example|https://good.example>",
  "@here @channel @everyone @maya #general https://evil.example/path?a=1&b=2",
  "*bold* _italic_ ~struck~ `code` ```block``` > quote & < > &amp; &lt;!channel&gt;",
  "\u202Eright to left override\u202C and \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
  "zero\u200Bwidth\u200Djoined\uFEFF text",
  "lone surrogate \uD800 in the middle \uDC00",
  "👩‍👩‍👧‍👦 family 🏳️‍🌈 flag 👍🏽 thumb e\u0301\u0301\u0301 accents",
  "NUL \u0000 bell \u0007 escape \u001B[31m red",
  "<!date^1700000000^{date}|now> <mailto:a@b.c|mail> :tada: :slightly_smiling_face:",
];

export const nasty = framework(
  "/nasty",
  "<!channel> Nasty & @here #general",
  [
    topic("<!everyone>", "<@U12345678> *Topic* `one`", [
      level(1, ...NASTY),
      level(
        2,
        ...NASTY.map((text) => criterion(text, { examples: NASTY })),
        ...NASTY.map((text) => inherited(text)),
        criterion("TODO <!here>", { todo: true }),
      ),
    ]),
    topic("\u202Ertl", "\u202Eesrever", [level(1, "One"), level(2, "Two")]),
  ],
  {
    sidebarTitle: "<!channel> & @here",
    body: `<!channel> @here [https://good.example](https://evil.example) [mail](mailto:a@b.c) ![<@U12345678>](https://x.example/y.png)\n\n<script>alert(1)</script>\n\n[user](https://good.example@evil.example/) <https://ok.example/a?b=1&c=2> #general`,
  },
);

const LONG = "Every word of this criterion stands on the page, and no word of it is cut in the middle. ";

/** Criteria of 3,000 characters, 60 in one cell, 120 topics, 40 levels. */
export const longest = framework(
  "/longest",
  `The longest framework that anybody wrote ${"and then some ".repeat(20)}`,
  [
    topic("long", `A topic with a long name ${"that goes on ".repeat(15)}`, [
      level(
        1,
        criterion(LONG.repeat(34).slice(0, 3000).trim(), {
          examples: Array.from({ length: 5 }, (_, index) => `Example ${index + 1}. ${LONG.repeat(12)}`.trim()),
        }),
        criterion("x".repeat(3000)),
        inherited(`Inherited. ${LONG.repeat(30)}`.trim()),
      ),
      level(
        2,
        ...Array.from({ length: 60 }, (_, index) => criterion(`Criterion ${index + 1}: ${LONG.repeat(2).trim()}`)),
      ),
      level(40, "The top"),
    ]),
    ...Array.from({ length: 119 }, (_, index) =>
      topic(`topic-${index}`, `Topic number ${index + 1} with a name of some length`, [
        level(2, `Does thing ${index + 1}`),
      ]),
    ),
  ],
  { body: LONG.repeat(60) },
);
