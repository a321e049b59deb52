"use client";
import { useEffect, useState } from "react";

/** The token after `#`: `undefined` before the first paint, `null` when there is none. */
export function useLinkToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const read = () => setToken(location.hash.slice(1) || null);
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return token;
}
