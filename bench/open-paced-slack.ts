import { Worker } from "node:worker_threads";

export interface PacedSlack extends AsyncDisposable {
  readonly apiUrl: string;
  /** Of messages. */
  counts(): Promise<{ readonly accepted: number; readonly refused: number }>;
}

/** A Slack that lets so many messages a second through. */
export async function openPacedSlack(workerData: {
  readonly perSecond: number;
  readonly burst: number;
}): Promise<PacedSlack> {
  const worker = new Worker(new URL("paced-slack.ts", import.meta.url), { workerData });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  const apiUrl = `http://127.0.0.1:${port}/api/`;

  return {
    apiUrl,
    counts: async () => JSON.parse(await (await fetch(`${apiUrl}counts`)).text()),
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}
