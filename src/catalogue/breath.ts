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
