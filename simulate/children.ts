import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ChildOrder } from "./child.ts";

/** How a bot in a process of its own ends: by itself, at a numbered step, or so many milliseconds after it began. */
export type Fate =
  | { readonly kind: "lives" }
  | { readonly kind: "step"; readonly step: number }
  | { readonly kind: "moment"; readonly milliseconds: number };

/** Bots in processes of their own. To begin takes them longer than what they have to do, so they can be made ready ahead. */
export interface Children extends Disposable {
  prepare(count: number): void;
  /** true: it was killed. Rejects when it failed by itself. */
  run(order: Omit<ChildOrder, "killAt">, fate: Fate): Promise<boolean>;
}

const file = fileURLToPath(new URL("child.ts", import.meta.url));

export function createChildren(): Children {
  const ready: ChildProcess[] = [];
  const begin = () => fork(file, [], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });

  return {
    prepare(count) {
      while (ready.length < count) ready.push(begin());
    },

    async run(order, fate) {
      const child = ready.shift() ?? begin();
      const closed = once(child, "close");

      child.send({ ...order, killAt: fate.kind === "step" ? fate.step : null } satisfies ChildOrder);
      if (fate.kind === "moment") {
        await Promise.race([closed, once(child, "message").then(() => delay(fate.milliseconds))]);
        child.kill("SIGKILL");
      }
      await closed;
      if (child.exitCode !== 0 && child.signalCode !== "SIGKILL") throw new Error("The child failed.");
      return child.signalCode === "SIGKILL";
    },

    [Symbol.dispose]() {
      for (const child of ready.splice(0)) child.kill("SIGKILL");
    },
  };
}
