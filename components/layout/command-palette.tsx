"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import dialog from "#components/ui/dialog.module.css";
import { Kbd } from "#components/ui/kbd.tsx";
import popup from "#components/ui/popup.module.css";
import styles from "./command-palette.module.css";

export type Command = {
  id: string;
  label: string;
  group?: string;
  /** Further words to be found by. */
  keywords?: string;
  shortcut?: string;
  icon?: ReactNode;
  onSelect: () => unknown;
};
export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
  /** Called as one types, where `commands` also holds what a search has found. */
  onQueryChange?: (query: string) => void;
};

type Group = { value: string; items: Command[] };

export function CommandPalette({ open, onOpenChange, commands, onQueryChange }: CommandPaletteProps) {
  const choose = (command: Command) => {
    onOpenChange(false);
    command.onSelect();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Viewport className={dialog.viewport}>
          <Dialog.Popup className={styles.palette} aria-label="Command palette">
            <Autocomplete.Root
              open
              inline
              items={groupsOf(commands)}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(command: Command) => `${command.label} ${command.keywords ?? ""}`}
              onValueChange={(query) => onQueryChange?.(query)}
            >
              <div className={styles.field}>
                <Search aria-hidden="true" />
                <Autocomplete.Input
                  className={styles.input}
                  placeholder="Go to, or do…"
                  aria-label="Search commands"
                />
                <Kbd keys="Esc" />
              </div>
              <Autocomplete.Empty className={popup.empty}>No command has these words.</Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(group: Group) => <CommandGroup key={group.value} group={group} onChoose={choose} />}
              </Autocomplete.List>
            </Autocomplete.Root>
            <Dialog.Close className={styles.close}>Close</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CommandGroup({ group, onChoose }: { group: Group; onChoose: (command: Command) => void }) {
  return (
    <Autocomplete.Group items={group.items}>
      <Autocomplete.GroupLabel className={popup.groupLabel}>{group.value}</Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(command: Command) => (
          <Autocomplete.Item
            key={command.id}
            value={command}
            className={popup.item}
            onClick={() => onChoose(command)}
          >
            {command.icon}
            <span className={popup.text}>{command.label}</span>
            {command.shortcut ? <Kbd keys={command.shortcut} /> : null}
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}

function groupsOf(commands: readonly Command[]): Group[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const name = command.group ?? "Actions";
    groups.set(name, [...(groups.get(name) ?? []), command]);
  }
  return [...groups].map(([value, items]) => ({ value, items }));
}
