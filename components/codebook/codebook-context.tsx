"use client";
import { createContext, type ReactNode, use } from "react";
import type { Codebook } from "#core/provenance/codebook.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";

const CodebookContext = createContext<Codebook>(sourceline1);

/** The codebook by which everything below it reads and offers categories; null keeps the one above. */
export function CodebookProvider({ codebook, children }: { codebook: Codebook | null; children: ReactNode }) {
  const above = useCodebook();
  return <CodebookContext value={codebook ?? above}>{children}</CodebookContext>;
}

/** The version that the project pins; outside a project the newest one, which knows every category there ever was. */
export function useCodebook(): Codebook {
  return use(CodebookContext);
}
