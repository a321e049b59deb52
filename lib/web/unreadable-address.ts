import { problem } from "./problem.ts";
import { asData } from "./security-headers.ts";

/** The answer to an address whose percent signs stand for no text; null for any other. Next would answer it with 500. */
export function unreadableAddress(pathname: string): Response | null {
  if (isReadable(pathname)) return null;
  return asData(
    problem(400, "unreadable-address", "This address cannot be read", "It stands for no text in UTF-8."),
  );
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
