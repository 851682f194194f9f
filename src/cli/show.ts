import { ask } from "../answers/ask.ts";
import { parseCommand } from "../command/parse.ts";
import { createSearch } from "../search/search.ts";
import { answerText } from "../slack/views/answer.ts";
import { version } from "../version.ts";
import { type FrameworksIo, loadFrameworks } from "./load-frameworks.ts";

interface ShowIo extends FrameworksIo {
  out(text: string): void;
}

/** What `/progression WORDS` answers, in the terminal: all pages at once. Words that could not be understood end with 1. */
export async function show(args: readonly string[], io: ShowIo): Promise<number> {
  const words = args.filter((arg) => arg !== "--json");
  const loaded = await loadFrameworks(io);
  if (loaded === undefined) return 2;
  const { catalogue, problems } = loaded;
  const reader = { framework: null, level: null };
  const { intent, remarks } = parseCommand(words.join(" "), catalogue, reader);

  for (const problem of problems.filter(({ severity }) => severity === "error")) {
    io.err(`${problem.file}:${problem.line} ${problem.message}\n`);
  }
  if (intent.kind === "reload") {
    io.err("There is nothing to reload here: every run reads the files again.\n");
    return 2;
  }

  // In a terminal there is no button to unfold them with.
  const unfolded = "examples" in intent ? { ...intent, examples: true } : intent;
  const answer = ask(
    unfolded,
    {
      catalogue,
      search: createSearch(catalogue),
      reader,
      isAdmin: true,
      command: "/progression",
      version,
      loadedAt: new Date().toISOString(),
    },
    remarks,
  );

  io.out(args.includes("--json") ? `${JSON.stringify(answer, null, 2)}\n` : `${answerText(answer)}\n`);
  return answer.kind === "not-understood" || answer.kind === "gone" ? 1 : 0;
}
