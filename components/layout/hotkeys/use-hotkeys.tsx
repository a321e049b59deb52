"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { chordOf } from "#components/ui/chord.ts";
import { loadKeyMap } from "./key-map.ts";
import { matchKeys } from "./match.ts";
import { createRegistry, type Hotkey, type Registry } from "./registry.ts";

const RegistryContext = createContext<Registry | null>(null);
const none: readonly Hotkey[] = [];
const sequencePause = 1200;

export function HotkeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    registry.setKeyMap(loadKeyMap());
    return listen(registry);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("Hotkeys need a HotkeysProvider above them");
  return registry;
}

/**
 * Binds keys while the component is mounted; handlers may change on every render. Bindings of inner components,
 * mounted later, win. A press is ignored in fields (but for `inInputs`), in open menus, lists and dialogs, while
 * composing text, and when something has already handled it.
 */
export function useHotkeys(bindings: readonly Hotkey[], enabled = true): void {
  const registry = useRegistry();
  const latest = useRef(bindings);
  latest.current = bindings;
  const shape = bindings
    .map(({ id, keys, label, inInputs }) => [id, keys, label, inInputs].join("\t"))
    .join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: shape stands for what the registry lists of the bindings
  useEffect(() => {
    if (!enabled) return;
    const stable = latest.current.map((hotkey, at) => ({
      ...hotkey,
      onPress: (event: KeyboardEvent) => latest.current[at]?.onPress(event),
    }));
    return registry.add(stable);
  }, [registry, enabled, shape]);
}

/** Everything bound at the moment, with the person's own keys. */
export function useHotkeyList(): readonly Hotkey[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list, () => none);
}

function listen(registry: Registry): () => void {
  let pending = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (!chord) return;
    const reach = reachOf(event.target);
    if (reach === "none") return;
    const able = registry.list().filter((hotkey) => reach === "all" || hotkey.inInputs);
    const match = matchKeys(able, pending, chord);
    clearTimeout(timer);
    pending = match.kind === "prefix" ? match.pending : "";
    if (match.kind === "prefix") {
      timer = setTimeout(() => {
        pending = "";
      }, sequencePause);
    }
    if (match.kind === "hit" && match.binding.onPress(event) !== false) event.preventDefault();
  };
  document.addEventListener("keydown", press);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("keydown", press);
  };
}

const typing =
  "textarea, select, [contenteditable]:not([contenteditable='false']), input:not([type='checkbox'], [type='radio'], [type='button'])";
const overlays = "[role='menu'], [role='listbox'], [role='dialog'], [role='alertdialog']";

/** The field that what is typed there goes into. */
export function fieldAround(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(typing) : null;
}

/** `data-hotkeys="on"` on an overlay lets the keys through to it. */
function reachOf(target: EventTarget | null): "all" | "inputs" | "none" {
  if (!(target instanceof Element)) return "all";
  const overlay = target.closest(overlays);
  if (overlay && !overlay.closest("[data-hotkeys='on']")) return "none";
  return fieldAround(target) ? "inputs" : "all";
}
