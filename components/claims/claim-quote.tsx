import { Fragment } from "react";
import styles from "./claim-quote.module.css";

/** The marked words, fragments parted by an ellipsis that is read aloud as such. */
export function ClaimQuote({ fragments, lines }: { fragments: readonly string[]; lines?: number }) {
  return (
    <q
      className={styles.quote}
      style={lines ? { WebkitLineClamp: lines, lineClamp: lines } : undefined}
      data-clamped={lines ? true : undefined}
    >
      {fragments.map((words, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fragments are told apart by their place
        <Fragment key={at}>
          {at > 0 ? <span className={styles.gap}> […] </span> : null}
          {words}
        </Fragment>
      ))}
    </q>
  );
}
