import { useMemo } from "react";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { ImportPreview } from "#lib/contracts/articles.ts";
import styles from "./import.module.css";
import { formatCount } from "./limits.ts";

type Props = Pick<ImportPreview, "text" | "blocks"> & { language: string; direction: "" | "ltr" | "rtl" };

/** More would slow typing in the fields beside it; what is left out is said. */
const MOST_BLOCKS = 400;

export function PreviewText({ text, blocks, language, direction }: Props) {
  const pieces = useMemo(() => {
    const index = new CodePointIndex(text);
    return blocks.slice(0, MOST_BLOCKS).map((block) => ({ ...block, words: index.slice(block) }));
  }, [text, blocks]);
  const hidden = blocks.length - pieces.length;
  return (
    <div className={styles.article} lang={language || undefined} dir={direction || "auto"}>
      {pieces.map(({ kind, level, start, words }) => (
        <p key={start} className={styles[kind]} data-level={level} dir={direction || "auto"}>
          {words}
        </p>
      ))}
      {hidden > 0 ? (
        <p
          className={styles.hidden}
        >{`${formatCount(hidden)} more blocks are stored too, and not shown here.`}</p>
      ) : null}
    </div>
  );
}
