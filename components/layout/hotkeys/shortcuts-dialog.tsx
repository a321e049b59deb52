"use client";
import { KeyboardHelp, type ShortcutGroup } from "#components/ui/keyboard-help.tsx";
import { saveKeyMap } from "./key-map.ts";
import type { Hotkey } from "./registry.ts";
import { useHotkeyList, useRegistry } from "./use-hotkeys.tsx";

/** Lists what is bound on the page at hand, and lets the person give each action other keys. */
export function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const registry = useRegistry();
  const hotkeys = useHotkeyList();
  const change = (map: Record<string, string>) => {
    saveKeyMap(map);
    registry.setKeyMap(map);
  };
  return (
    <KeyboardHelp
      {...props}
      groups={groupsOf(hotkeys, registry.keyMap())}
      onChange={(id, keys) => change({ ...registry.keyMap(), [id]: keys })}
      onReset={() => change({})}
    />
  );
}

function groupsOf(hotkeys: readonly Hotkey[], own: Readonly<Record<string, string>>): ShortcutGroup[] {
  const unique = [...new Map(hotkeys.map((hotkey) => [hotkey.id, hotkey])).values()];
  const groups = new Map<string, Hotkey[]>();
  for (const hotkey of unique) groups.set(hotkey.group, [...(groups.get(hotkey.group) ?? []), hotkey]);
  return [...groups].map(([label, members]) => ({
    label,
    rows: members.map(({ id, label: name, keys, inInputs }) => ({
      id,
      label: name,
      keys,
      changed: id in own,
      whileTyping: inInputs,
    })),
  }));
}
