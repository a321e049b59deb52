"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./settings.module.css";

export type SettingsPlace = { readonly href: string; readonly label: string };
export type SettingsGroup = { readonly label: string; readonly places: readonly SettingsPlace[] };

/** Where one is among the settings: those of the workspace, and one's own. */
export function SettingsNav({ groups }: { groups: readonly SettingsGroup[] }) {
  const here = usePathname();
  return (
    <nav aria-label="Settings" className={styles.nav}>
      {groups.map((group) => (
        <div key={group.label} className={styles.group}>
          <p className={styles.groupLabel}>{group.label}</p>
          <ul className={styles.places}>
            {group.places.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={isAt(here, href)} className={styles.place}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** Also on a page of one thing among those that the place lists. */
function isAt(here: string, href: string): "page" | undefined {
  return here === href || here.startsWith(`${href}/`) ? "page" : undefined;
}
