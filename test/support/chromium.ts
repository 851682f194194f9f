import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian, Ubuntu and macOS put it; `CHROMIUM_PATH` names another and is then the only one. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"] ?? "";

  return (named === "" ? PLACES : [named]).find((path) => existsSync(path));
}

/** Where it is set, a missing browser is a failure. */
export function inCi(): boolean {
  return !["", "0", "false", undefined].includes(process.env["CI"]);
}

/** The same pixels for the same page: no hinting, no subpixel colours, one colour profile, scroll bars that take no room. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--disable-gpu",
      "--disable-lcd-text",
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
      "--hide-scrollbars",
      "--in-process-gpu",
      "--no-sandbox",
    ],
  });
}
