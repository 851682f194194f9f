import { createContext, useContext } from "react";

export type ThemeChoice = "system" | "light" | "dark";

export interface Theme {
  readonly choice: ThemeChoice;
  readonly dark: boolean;
  choose(choice: ThemeChoice): void;
}

export const ThemeContext = createContext<Theme>({ choice: "system", dark: false, choose: () => undefined });

export function useTheme(): Theme {
  return useContext(ThemeContext);
}
