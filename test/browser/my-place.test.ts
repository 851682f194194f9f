import { afterAll } from "vitest";
import "./journeys/my-place.ts";
import "./journeys/my-wins.ts";
import "./journeys/my-data.ts";
import "./journeys/reminders.ts";
import { closeBrowser } from "./stage.ts";

// Its journeys share one browser.
afterAll(closeBrowser);
