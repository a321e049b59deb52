"use client";
import { type Command, CommandPalette } from "./command-palette.tsx";
import type { Hotkey } from "./hotkeys/registry.ts";
import { useHotkeyList } from "./hotkeys/use-hotkeys.tsx";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where one can go, with or without keys. */
  places: readonly Hotkey[];
  commands: readonly Command[];
};

/** The palette with all that is bound on the page at hand, the places of the shell, and what else it is given. */
export function ShellPalette({ open, onOpenChange, places, commands }: Props) {
  const bound = useHotkeyList().filter((hotkey) => !hotkey.hidden);
  const boundIds = new Set(bound.map((hotkey) => hotkey.id));
  const unbound = places.filter((place) => !boundIds.has(place.id));
  const offered = [...[...bound, ...unbound].map(commandOf), ...commands];
  return <CommandPalette open={open} onOpenChange={onOpenChange} commands={offered} />;
}

function commandOf({ id, label, group, keys, onPress }: Hotkey): Command {
  return { id, label, group, shortcut: keys, onSelect: () => onPress(new KeyboardEvent("keydown")) };
}
