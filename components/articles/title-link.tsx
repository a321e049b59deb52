import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "#components/ui/cx.ts";
import styles from "./title-link.module.css";

/** What an article, or a claim in one, is called in a list, leading there. `isShort`: of three lines at most. */
export function TitleLink({ isShort = false, ...link }: ComponentProps<typeof Link> & { isShort?: boolean }) {
  return <Link {...link} className={cx(styles.title, isShort && styles.short)} />;
}
