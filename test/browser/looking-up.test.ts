import { afterAll } from "vitest";
import "./journeys/reading.ts";
import "./journeys/losing-the-way.ts";
import "./journeys/sharing.ts";
import "./journeys/home-and-messages.ts";
import "./journeys/breaking.ts";
import { closeBrowser } from "./stage.ts";

// Its journeys share one browser.
afterAll(closeBrowser);
