import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * The page, built once and served from memory: a path that was not built cannot be asked for, whatever its spelling.
 * The build runs in a worker because Vite sets NODE_ENV for its whole process, and this process also runs the bot.
 */
export interface Page {
  /** True when the request was for the page and has been answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

export interface BuiltFile {
  /** Relative to the page's root: `index.html`, `assets/index-1a2b3c.js`. */
  readonly name: string;
  readonly body: Uint8Array;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const pageFolder = join(root, "playground/page");
const cacheFolder = join(root, "node_modules/.cache/progression-playground");

/** No inline style or script, nothing from another place; React sets styles through the CSSOM, which this allows. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export async function createPage(): Promise<Page> {
  const files = new Map((await loadFiles()).map((file) => [`/${file.name}`, file]));

  return {
    handle(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const path = (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
      const file = files.get(path === "/" ? "/index.html" : path);
      if (file === undefined) return false;
      response.writeHead(200, {
        "content-type": types[extname(file.name)] ?? "application/octet-stream",
        "content-length": file.body.byteLength,
        "cache-control": file.name.startsWith("assets/") ? "max-age=31536000, immutable" : "no-cache",
        "content-security-policy": policy,
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
      response.end(request.method === "HEAD" ? undefined : file.body);
      return true;
    },
  };
}

async function loadFiles(): Promise<readonly BuiltFile[]> {
  const target = join(cacheFolder, await hashSources());
  const cached = await readFolder(target).catch(() => []);
  if (cached.some((file) => file.name === "index.html")) return cached;
  const built = await build();
  // A folder that cannot be written only costs the next start its build.
  await keep(target, built).catch(() => undefined);
  return built;
}

/** A change of any source, of this file or of any dependency makes another name. */
async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const own = ["package.json", "package-lock.json", "playground/build-page.ts"].map((name) => join(root, name));
  const sources = (await readdir(pageFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of [...own, ...sources]) {
    hash.update(path.slice(root.length)).update("\0");
    hash.update(await readFile(path)).update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}

async function readFolder(folder: string): Promise<readonly BuiltFile[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1).replaceAll("\\", "/"), body: await readFile(path) };
    }),
  );
}

/** Folders come and go by renaming only, so that another playground that starts now finds a whole one or none. */
async function keep(target: string, files: readonly BuiltFile[]): Promise<void> {
  const draft = `${target}.${process.pid}`;
  for (const file of files) {
    const path = join(draft, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.body);
  }
  const older = (await readdir(cacheFolder)).filter((name) => !name.includes(".") && name !== basename(target));
  for (const name of older) {
    const gone = join(cacheFolder, `${name}.${process.pid}`);
    await rename(join(cacheFolder, name), gone);
    await rm(gone, { recursive: true, force: true });
  }
  // Fails where another one was faster; its folder is as good.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
}

function build(): Promise<readonly BuiltFile[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./build-page.ts", import.meta.url), {
      env: { NODE_ENV: "production" },
      workerData: pageFolder,
    });
    worker.once("message", (files: readonly BuiltFile[]) => resolve(files));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The playground's page could not be built (exit ${code}).`)));
  });
}
