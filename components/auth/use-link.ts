"use client";
import { useEffect, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";
import { useLinkToken } from "./one-time-link.ts";

export type LinkState<T> =
  | { readonly kind: "reading" }
  | { readonly kind: "broken"; readonly failure: ApiFailure | null }
  | { readonly kind: "open"; readonly token: string; readonly content: T };

/** Asks what a one-time link is for, without using it up. */
export function useLink<T>(path: string): LinkState<T> {
  const token = useLinkToken();
  const [state, setState] = useState<LinkState<T>>({ kind: "reading" });
  useEffect(() => {
    if (token === undefined) return;
    if (token === null) return setState({ kind: "broken", failure: null });
    let isCurrent = true;
    void call<T>("POST", path, { token }).then((answer) => {
      if (!isCurrent) return;
      const open = (content: T): LinkState<T> => ({ kind: "open", token, content });
      setState(answer.ok ? open(answer.value) : { kind: "broken", failure: answer.failure });
    });
    return () => {
      isCurrent = false;
    };
  }, [token, path]);
  return state;
}
