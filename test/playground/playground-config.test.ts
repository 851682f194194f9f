import { expect, test } from "vitest";
import { playgroundConfig } from "../../playground/playground-config.ts";
import { readConfig } from "../../src/config.ts";
import { INGRID, MAYA, TOM } from "../support/workspace.ts";

test("whoever tries the playground is told when a framework file breaks", () => {
  expect(playgroundConfig(readConfig({})).adminUserIds).toEqual([MAYA, INGRID]);
  expect(playgroundConfig(readConfig({ ADMIN_USER_IDS: TOM })).adminUserIds).toEqual([TOM]);
});

test("the playground never opens a company's database", () => {
  const config = playgroundConfig(readConfig({ DATABASE_URL: "sqlite:data/progression.db" }));

  expect(config.databaseUrl).toBe("sqlite:data/playground.db");
});
