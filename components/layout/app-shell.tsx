"use client";
import { CircleHelp, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useDeferred } from "#components/ui/deferred.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PART_MISSING } from "#components/ui/lazily.ts";
import { useToast } from "#components/ui/toast.tsx";
import { SkipLink } from "#components/ui/visually-hidden.tsx";
import styles from "./app-shell.module.css";
import type { Command } from "./command-palette.tsx";
import { useHotkeys } from "./hotkeys/use-hotkeys.tsx";
import { BottomNav, type NavItem, TopNav } from "./nav.tsx";
import { PlaceSwitcher, type ShellPlaces } from "./place-switcher.tsx";
import type { ShellDialog } from "./shell-dialogs.tsx";
import { shellDialogs, usePartsAtLeisure } from "./shell-parts.ts";
import { type ShellUser, UserMenu } from "./user-menu.tsx";

export type AppShellProps = ShellPlaces & {
  /** In order; those with `keys` such as "g a" can be reached by them. The first four stand in the phone's bar. */
  nav: readonly NavItem[];
  user: ShellUser;
  sessionsHref: string;
  /** A server action, or a client's own function. */
  onSignOut: () => unknown;
  /** Actions of the palette beside places and what the page binds. */
  commands?: readonly Command[];
  /** What the page shows at the bar's end: presence, saving. */
  status?: ReactNode;
  children: ReactNode;
};

export function AppShell(props: AppShellProps) {
  const { nav, user, status, children, commands = [] } = props;
  const router = useRouter();
  const [open, setOpen] = useState<ShellDialog | null>(null);
  const places = nav.map((item) => ({
    id: `go-${item.id}`,
    label: `Go to ${item.label}`,
    group: "Go",
    keys: item.keys ?? "",
    onPress: () => router.push(item.href),
  }));
  const show = (dialog: ShellDialog) => {
    shellDialogs.ask();
    setOpen(dialog);
  };
  useHotkeys([
    ...places.filter((place) => place.keys),
    {
      id: "palette",
      keys: "Ctrl-K",
      label: "Command palette",
      group: "Everywhere",
      inInputs: true,
      hidden: true,
      onPress: () => show("palette"),
    },
    { id: "help", keys: "?", label: "Keyboard", group: "Everywhere", onPress: () => show("help") },
  ]);
  usePartsAtLeisure();
  useMissingParts();
  const dialogs = useDeferred(shellDialogs);
  return (
    <div className={styles.shell}>
      <SkipLink target="main">Skip to the page</SkipLink>
      <header className={styles.top}>
        <PlaceSwitcher {...props} />
        <TopNav items={nav} />
        <div className={styles.end}>
          {status}
          <IconButton
            label="Search and commands"
            shortcut="Ctrl-K"
            icon={<Search />}
            onClick={() => show("palette")}
          />
          <span className={styles.help}>
            <IconButton label="Keyboard" shortcut="?" icon={<CircleHelp />} onClick={() => show("help")} />
          </span>
          <UserMenu
            user={user}
            sessionsHref={props.sessionsHref}
            onSignOut={props.onSignOut}
            onHelp={() => show("help")}
          />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <BottomNav items={nav} />
      {dialogs ? (
        <dialogs.ShellDialogs open={open} onOpen={setOpen} places={places} commands={commands} />
      ) : null}
    </div>
  );
}

/** Says what to do where a part of the page does not come. */
function useMissingParts(): void {
  const { notify } = useToast();
  useEffect(() => {
    const say = () =>
      notify({
        title: "A part of this page could not be fetched",
        description: "What you have written is kept. Reload the page when it suits you.",
      });
    window.addEventListener(PART_MISSING, say);
    return () => window.removeEventListener(PART_MISSING, say);
  }, [notify]);
}
