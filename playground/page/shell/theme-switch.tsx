import type { ReactNode } from "react";
import { type ThemeChoice, useTheme } from "../theme.ts";
import { Icon } from "./icons.tsx";

const next: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };
const faces = { system: "screen", light: "sun", dark: "moon" } as const;

export function ThemeSwitch(): ReactNode {
  const { choice, choose } = useTheme();
  const label = `Theme: ${choice === "system" ? "as the system" : choice}`;
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => choose(next[choice])}>
      <Icon name={faces[choice]} />
    </button>
  );
}
