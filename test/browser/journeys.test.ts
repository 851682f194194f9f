import { afterAll } from "vitest";
import "./journeys/reading.ts";
import "./journeys/losing-the-way.ts";
import "./journeys/sharing.ts";
import "./journeys/home-and-messages.ts";
import "./journeys/breaking.ts";
import "./journeys/keyboard.ts";
import "./journeys/looks.ts";
import "./journeys/saving-a-win.ts";
import "./journeys/ways-to-save.ts";
import "./journeys/my-place.ts";
import "./journeys/my-wins.ts";
import "./journeys/my-data.ts";
import { closeBrowser } from "./stage.ts";

// One file, so that all journeys share one browser and one worker.
afterAll(closeBrowser);
