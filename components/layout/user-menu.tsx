"use client";
import { Keyboard, LogOut, Monitor, MonitorSmartphone, Moon, Sun } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { Theme } from "./theme.ts";
import { useTheme } from "./theme-provider.tsx";
import styles from "./user-menu.module.css";

export type ShellUser = { name: string; email: string };
export type UserMenuProps = {
  user: ShellUser;
  sessionsHref: string;
  onSignOut: () => unknown;
  onHelp: () => void;
};

const themeOptions: readonly { value: Theme; label: string; icon: ReactNode }[] = [
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
  { value: "system", label: "As the system", icon: <Monitor /> },
];

export function UserMenu({ user, sessionsHref, onSignOut, onHelp }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const trigger = (
    <button type="button" className={styles.trigger} aria-label={`${user.name}: account`}>
      <Avatar name={user.name} size={28} decorative />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <div className={styles.who}>
        <p className={styles.name}>{user.name}</p>
        <p className={styles.email}>{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} options={themeOptions} onValueChange={setTheme} />
      <MenuSeparator />
      <MenuItem icon={<MonitorSmartphone />} link={<Link href={sessionsHref} />}>
        Sessions
      </MenuItem>
      <MenuItem icon={<Keyboard />} shortcut="?" onSelect={onHelp}>
        Keyboard
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={() => void onSignOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
