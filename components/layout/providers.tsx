"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { ToastProvider } from "#components/ui/toast.tsx";
import { TooltipHost } from "#components/ui/tooltip.tsx";
import { HotkeysProvider } from "./hotkeys/use-hotkeys.tsx";
import type { Theme } from "./theme.ts";
import { ThemeProvider } from "./theme-provider.tsx";

/** What every page stands in. Style elements are off: the kit's own CSS covers what they would set. */
export function Providers(props: { theme: Theme; nonce: string | undefined; children: ReactNode }) {
  return (
    <CSPProvider nonce={props.nonce} disableStyleElements>
      <ThemeProvider initial={props.theme}>
        <HotkeysProvider>
          <ToastProvider>{props.children}</ToastProvider>
          <TooltipHost />
        </HotkeysProvider>
      </ThemeProvider>
    </CSPProvider>
  );
}
