import { commandHelp } from "../../src/command/grammar.ts";

const BLOCK = /(<!-- commands:[^\n]*-->\n)[\s\S]*?(<!-- \/commands -->)/;

/** README.md with the table of commands that the parser knows. */
export function withCommandTable(readme: string): string {
  if (!BLOCK.test(readme)) {
    throw new Error("README.md has no place for the commands: <!-- commands: … --> and <!-- /commands -->.");
  }
  return readme.replace(BLOCK, (_, from: string, to: string) => `${from}\n${commandTable()}\n\n${to}`);
}

function commandTable(): string {
  const rows = commandHelp().map(
    ({ example, does, adminOnly }) => `| \`${example}\` | ${does}${adminOnly ? " (admins)" : ""} |`,
  );

  return ["| Type | It |", "| --- | --- |", ...rows].join("\n");
}
