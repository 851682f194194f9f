import { afterAll } from "vitest";
import "./journeys/saving-a-win.ts";
import "./journeys/ways-to-save.ts";
import { closeBrowser } from "./stage.ts";

// Its journeys share one browser.
afterAll(closeBrowser);
