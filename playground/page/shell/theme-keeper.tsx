import { type ReactNode, useEffect, useMemo, useState } from "react";
import { readPreference, writePreference } from "../store.ts";
import { type Theme, type ThemeChoice, ThemeContext } from "../theme.ts";

const system = "(prefers-color-scheme: dark)";

export function ThemeKeeper({ children }: { readonly children: ReactNode }): ReactNode {
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const kept = readPreference("theme");
    return kept === "light" || kept === "dark" ? kept : "system";
  });
  const [systemDark, setSystemDark] = useState(() => window.matchMedia(system).matches);
  useEffect(() => {
    const query = window.matchMedia(system);
    const follow = () => setSystemDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  const dark = choice === "system" ? systemDark : choice === "dark";
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [dark]);
  const theme = useMemo<Theme>(
    () => ({
      choice,
      dark,
      choose: (next) => {
        setChoice(next);
        writePreference("theme", next);
      },
    }),
    [choice, dark],
  );
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}
