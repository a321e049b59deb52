"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type Theme, themeCookie } from "./theme.ts";

const oneYear = 31_536_000;

type ThemeChoice = { theme: Theme; setTheme: (theme: Theme) => void };
const ThemeContext = createContext<ThemeChoice | null>(null);

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setState] = useState(initial);
  const choice = useMemo(() => ({ theme, setTheme: (next: Theme) => setState(apply(next)) }), [theme]);
  return <ThemeContext value={choice}>{children}</ThemeContext>;
}

/** The theme chosen here, and a way to choose another: at once, and for the next page by cookie. */
export function useTheme(): ThemeChoice {
  const choice = useContext(ThemeContext);
  if (!choice) throw new Error("useTheme needs a ThemeProvider above it");
  return choice;
}

function apply(theme: Theme): Theme {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYear}; samesite=lax${secure}`;
  return theme;
}
