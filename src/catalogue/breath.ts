import { setImmediate } from "node:timers/promises";

/** Long work in short slices: after each slice everybody else's turn comes first. */
export function createBreath(sliceMs = 3): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}

/** Work that pauses where it says `yield`, done without making anybody wait. */
export async function gently<T>(steps: Generator<void, T>): Promise<T> {
  const breath = createBreath();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await breath();
  }
}

/** The same, for whoever has nobody waiting. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
  }
}

const MANY = 100;

/** What `visit` does with each, with a pause after every hundred. */
export function* eachInSteps<T>(list: Iterable<T>, visit: (one: T, index: number) => void): Generator<void, void> {
  let index = 0;
  for (const one of list) {
    visit(one, index);
    index += 1;
    if (index % MANY === 0) yield;
  }
}
