import { afterAll } from "vitest";
import "./journeys/keyboard.ts";
import "./journeys/landing.ts";
import "./journeys/looks.ts";
import "./journeys/outlines.ts";
import { closeBrowser } from "./stage.ts";

// Its journeys share one browser.
afterAll(closeBrowser);
