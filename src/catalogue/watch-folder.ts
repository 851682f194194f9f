import { watch as watchFiles } from "chokidar";

/** Tells that a folder may have changed: soon after the last of a burst of changes, and now and then in any case. */

export interface FolderWatch {
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly watch: boolean;
  readonly pollMs: number;
  readonly onChange: () => void;
}

/** An editor saves in several steps; a checkout touches hundreds of files. */
const QUIET_MS = 150;

export function watchFolder(dir: string, { watch, pollMs, onChange }: WatchOptions): FolderWatch {
  let quiet: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(onChange, QUIET_MS);
    quiet.unref();
  };
  const poll = pollMs > 0 ? setInterval(onChange, pollMs) : undefined;
  poll?.unref();
  const files = watch ? watchFiles(dir, { ignoreInitial: true, followSymlinks: false, persistent: true }) : undefined;
  files?.on("all", soon);
  // What changed while the watch was being set up was seen by nobody.
  files?.on("ready", soon);
  // A watch that fails (too many watches, a network folder) is no reason to stop: the poll goes on.
  files?.on("error", () => undefined);
  return {
    async close() {
      clearTimeout(quiet);
      clearInterval(poll);
      await files?.close();
    },
  };
}
