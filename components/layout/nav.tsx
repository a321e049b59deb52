"use client";
import {
  BookMarked,
  ChartNoAxesColumn,
  Download,
  Ellipsis,
  FileText,
  Gavel,
  GraduationCap,
  History,
  Inbox,
  ListTodo,
  Network,
  Scale,
  Settings,
  SwatchBook,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import styles from "./nav.module.css";

export type NavIcon = keyof typeof icons;
export type NavItem = {
  id: string;
  label: string;
  href: string;
  /** Other places that belong to it. */
  within?: readonly string[];
  icon: NavIcon;
  /** "g a" */
  keys?: string;
  count?: number;
  /** Stands in the menu at the end, also on wide screens. */
  more?: boolean;
};

const icons = {
  myWork: <ListTodo />,
  activity: <History />,
  articles: <FileText />,
  review: <Inbox />,
  sources: <BookMarked />,
  exports: <Download />,
  agreement: <Scale />,
  corroboration: <Network />,
  dashboard: <ChartNoAxesColumn />,
  adjudication: <Gavel />,
  quality: <GraduationCap />,
  codebook: <SwatchBook />,
  members: <Users />,
  settings: <Settings />,
} as const;

const inBar = 4;

function isHere({ href, within = [] }: NavItem, path: string): boolean {
  return [href, ...within].some((place) => path === place || path.startsWith(`${place}/`));
}

/** What one stands at, or in. */
function currentOf(item: NavItem, path: string): "page" | "true" | undefined {
  if (path === item.href) return "page";
  return isHere(item, path) ? "true" : undefined;
}

function Count({ of }: { of: number | undefined }): ReactNode {
  return of ? <span className={styles.count}>{of > 999 ? "999+" : of}</span> : null;
}

export function TopNav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const rest = items.filter((item) => item.more);
  return (
    <nav aria-label="Project" className={styles.nav}>
      {items
        .filter((item) => !item.more)
        .map((item) => (
          <Link key={item.id} href={item.href} className={styles.link} aria-current={currentOf(item, path)}>
            {item.label}
            <Count of={item.count} />
          </Link>
        ))}
      {rest.length > 0 ? <More items={rest} className={styles.link} path={path} /> : null}
    </nav>
  );
}

export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const main = items.filter((item) => !item.more).slice(0, inBar);
  const rest = items.filter((item) => !main.includes(item));
  return (
    <nav aria-label="Project" className={styles.bottom}>
      {main.map((item) => (
        <Link key={item.id} href={item.href} className={styles.tab} aria-current={currentOf(item, path)}>
          {icons[item.icon]}
          <span className={styles.tabText}>{item.label}</span>
          <Count of={item.count} />
        </Link>
      ))}
      {rest.length > 0 ? <More items={rest} className={styles.tab} path={path} icon /> : null}
    </nav>
  );
}

type MoreProps = { items: readonly NavItem[]; path: string; className: string | undefined; icon?: boolean };

function More({ items, path, className, icon = false }: MoreProps) {
  const here = items.find((item) => isHere(item, path));
  const trigger = (
    <button type="button" className={className} aria-current={here ? "true" : undefined}>
      {icon ? <Ellipsis /> : null}
      <span className={styles.tabText}>{here && !icon ? here.label : "More"}</span>
      {icon ? null : <span aria-hidden="true" className={styles.caret} />}
    </button>
  );
  return (
    <Menu trigger={trigger} align="end" side={icon ? "top" : "bottom"}>
      {items.map((item) => (
        <MenuItem key={item.id} icon={icons[item.icon]} link={<Link href={item.href} />}>
          {item.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
