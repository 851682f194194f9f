import type { Answer, Choice } from "../answers/answer.ts";
import { type AskParts, askOrReload, type ReloadOutcome } from "../answers/ask.ts";
import { frameworkChoices, toChoice } from "../answers/choices.ts";
import type { Library } from "../catalogue/library.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { Intent, Reader, Remark } from "../command/intent.ts";
import { parseCommand } from "../command/parse.ts";
import type { Owner } from "../evidence/types.ts";
import { searchOf } from "../search/searches.ts";
import type { Admins } from "./admins.ts";
import { decodeIntent, type Stale } from "./intent-code.ts";
import { keepAnswers } from "./kept-answers.ts";
import type { Asker, Desk } from "./listeners/desk.ts";

export interface DeskParts {
  readonly library: Pick<Library, "current" | "loadedAt" | "reload">;
  readonly admins: Pick<Admins, "includes">;
  /** Of the program, as in package.json. */
  readonly version: string;
  /** What is known of whoever asks. */
  readonly readerOf: (owner: Owner) => Promise<Reader>;
}

const WELCOME: Intent = { kind: "welcome" };

/** Answers from the catalogue of this moment, for a reader who may have said which framework and level are theirs. */
export function createDesk({ library, admins, version, readerOf }: DeskParts): Desk {
  const kept = keepAnswers();
  const readerFor = async ({ team, user }: Asker): Promise<Reader> =>
    team === null ? { framework: null, level: null } : await readerOf({ team, user });

  async function answer(intent: Intent, asker: Asker, remarks: readonly Remark[] = []): Promise<Answer> {
    const catalogue = library.current();
    const parts: AskParts = {
      catalogue,
      search: searchOf(catalogue),
      reader: await readerFor(asker),
      isAdmin: intent.kind === "reload" && (await admins.includes(asker.user)),
      command: asker.command,
      version,
      loadedAt: library.loadedAt().toISOString(),
    };

    return askOrReload(intent, parts, () => reload(library), remarks);
  }

  return {
    answer,
    catalogue: () => library.current(),
    async reading(text, asker) {
      return parseCommand(text, library.current(), await readerFor(asker));
    },
    async line(text, asker) {
      const catalogue = library.current();
      const reader = await readerFor(asker);
      const key = [asker.command, reader.framework, reader.level, text].join("\n");
      const known = kept.find(catalogue, key);

      if (known !== undefined) {
        return known;
      }
      const { intent, remarks } = parseCommand(text, catalogue, reader);
      const fresh = await answer(intent, asker, remarks);

      kept.keep(catalogue, key, fresh);
      return fresh;
    },
    async code(code, asker) {
      const catalogue = library.current();
      const decoded = decodeIntent(code, catalogue);

      if ("intent" in decoded) {
        return await answer(decoded.intent, asker);
      }
      return "stale" in decoded ? staleAnswer(decoded, catalogue) : await answer(WELCOME, asker);
    },
  };
}

async function reload(library: Pick<Library, "reload">): Promise<ReloadOutcome> {
  const { catalogue, changed, held } = await library.reload();

  return { changed, frameworks: catalogue.frameworks.length, problems: held.flatMap(({ problems }) => problems) };
}

/** A button that outlived what it names. */
function staleAnswer({ missing, framework, topic }: Stale, catalogue: Catalogue): Answer {
  const sentence = {
    framework: "The framework that this button led to is no longer here, or has another path now.",
    topic: `The topic that this button led to is no longer in ${framework?.sidebarTitle ?? "its framework"}.`,
    level: `The level that this button led to is no longer in ${framework?.sidebarTitle ?? "its framework"}.`,
  }[missing];
  const nearest: Choice[] =
    framework === null
      ? [...frameworkChoices(catalogue)].slice(0, 5)
      : [
          toChoice(
            topic === null
              ? { kind: "framework", framework: framework.path, page: 1 }
              : { kind: "topic", framework: framework.path, topic: topic.name, page: 1 },
            catalogue,
          ),
        ];

  return { kind: "gone", intent: WELCOME, remarks: [], sentence, nearest };
}
