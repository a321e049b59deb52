"use client";
import { useCallback, useEffect, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";

export type Resource<T> = {
  readonly value: T | null;
  readonly failure: ApiFailure | null;
  readonly reload: () => void;
  readonly set: (value: T) => void;
};

/** Something read when it is looked at; read again when `key` changes, showing the old until the new is there. */
export function useResource<T>(path: string, key: unknown = null): Resource<T> {
  const [state, setState] = useState<{ path: string; value: T | null; failure: ApiFailure | null }>({
    path,
    value: null,
    failure: null,
  });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and round ask for another reading
  useEffect(() => {
    const stop = new AbortController();
    void call<T>("GET", path, undefined, { signal: stop.signal }).then((result) => {
      if (stop.signal.aborted) return;
      if (result.ok) setState({ path, value: result.value, failure: null });
      else
        setState((old) => ({ path, value: old.path === path ? old.value : null, failure: result.failure }));
    });
    return () => stop.abort();
  }, [path, key, round]);
  const isOfThisPath = state.path === path;
  return {
    value: isOfThisPath ? state.value : null,
    failure: isOfThisPath ? state.failure : null,
    reload: useCallback(() => setRound((count) => count + 1), []),
    set: useCallback((value: T) => setState({ path, value, failure: null }), [path]),
  };
}
