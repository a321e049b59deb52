import type { ReactNode } from "react";
import styles from "./settings.module.css";

type Props = {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  /** Puts a form beside its words, where there is room: under them it would leave half the page empty. */
  layout?: "under" | "beside";
  children: ReactNode;
};

/** One subject of the settings. */
export function Section({ title, about, action, layout = "under", children }: Props) {
  return (
    <section className={styles.section} data-layout={layout} aria-label={title}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{title}</h2>
          {about ? <p className={styles.about}>{about}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
