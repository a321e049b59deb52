import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./notice.module.css";

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const;

export type NoticeProps = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read aloud when it appears: danger at once, the others politely. Leave off for what was there from the start. */
  live?: boolean;
  className?: string;
};

export function Notice({ tone = "info", title, children, action, live = false, className }: NoticeProps) {
  const Icon = icons[tone];
  const role = tone === "danger" ? "alert" : "status";
  return (
    <div className={cx(styles.notice, styles[tone], className)} role={live ? role : undefined}>
      <Icon aria-hidden="true" />
      <div className={styles.text}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div className={styles.body}>{children}</div> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
