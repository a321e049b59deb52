import type { KeyMap } from "./key-map.ts";

export type Hotkey = {
  /** Stable name under which the person may give it other keys. */
  readonly id: string;
  /** "j", "g a", "Ctrl-Enter"; see `chordOf`. */
  readonly keys: string;
  readonly label: string;
  /** Heading under which `?` lists it. */
  readonly group: string;
  /** Returning false lets the press go on to the browser. */
  readonly onPress: (event: KeyboardEvent) => unknown;
  /** Also while typing in a field. Default false. */
  readonly inInputs?: boolean;
  /** Left out of the command palette: keys that mean nothing without a selection. */
  readonly hidden?: boolean;
};

export type Registry = {
  readonly add: (bindings: readonly Hotkey[]) => () => void;
  /** All bindings with the person's own keys, outermost first; the same array until something changes. */
  readonly list: () => readonly Hotkey[];
  readonly originals: () => readonly Hotkey[];
  readonly setKeyMap: (map: KeyMap) => void;
  readonly keyMap: () => KeyMap;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createRegistry(): Registry {
  const sets = new Map<symbol, readonly Hotkey[]>();
  const listeners = new Set<() => void>();
  let map: KeyMap = {};
  let originals: readonly Hotkey[] = [];
  let current: readonly Hotkey[] = [];
  const refresh = () => {
    originals = [...sets.values()].flat();
    current = originals.map((hotkey) => ({ ...hotkey, keys: map[hotkey.id] ?? hotkey.keys }));
    for (const listener of listeners) listener();
  };
  return {
    add: (bindings) => {
      const mark = Symbol("hotkeys");
      sets.set(mark, bindings);
      refresh();
      return () => {
        sets.delete(mark);
        refresh();
      };
    },
    list: () => current,
    originals: () => originals,
    setKeyMap: (next) => {
      map = next;
      refresh();
    },
    keyMap: () => map,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
