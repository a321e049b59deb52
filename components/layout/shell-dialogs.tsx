"use client";
import { type Command, CommandPalette } from "./command-palette.tsx";
import type { Hotkey } from "./hotkeys/registry.ts";
import { ShortcutsDialog } from "./hotkeys/shortcuts-dialog.tsx";
import { useHotkeyList } from "./hotkeys/use-hotkeys.tsx";

export type ShellDialog = "palette" | "help";
type Props = {
  open: ShellDialog | null;
  onOpen: (dialog: ShellDialog | null) => void;
  /** Where one can go, with or without keys. */
  places: readonly Hotkey[];
  /** What the palette offers beside places and what the page binds. */
  commands: readonly Command[];
};

export function ShellDialogs({ open, onOpen, places, commands }: Props) {
  const bound = useHotkeyList().filter((hotkey) => !hotkey.hidden);
  const boundIds = new Set(bound.map((hotkey) => hotkey.id));
  const unbound = places.filter((place) => !boundIds.has(place.id));
  return (
    <>
      <CommandPalette
        open={open === "palette"}
        onOpenChange={(on) => onOpen(on ? "palette" : null)}
        commands={[...[...bound, ...unbound].map(commandOf), ...commands]}
      />
      <ShortcutsDialog open={open === "help"} onOpenChange={(on) => onOpen(on ? "help" : null)} />
    </>
  );
}

function commandOf({ id, label, group, keys, onPress }: Hotkey): Command {
  return { id, label, group, shortcut: keys, onSelect: () => onPress(new KeyboardEvent("keydown")) };
}
