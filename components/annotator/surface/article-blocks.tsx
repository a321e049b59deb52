import { memo } from "react";
import type { Block } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import styles from "./article-text.module.css";

/** From here on the browser skips layout of paragraphs out of sight; shorter articles keep exact scroll bars. */
const LONG_TEXT = 60_000;
/** A guess for the height of a paragraph that was never laid out; the browser remembers the true one. */
const CHARACTERS_PER_LINE = 68;

const tags = {
  paragraph: "p",
  list_item: "li",
  quote: "blockquote",
  preformatted: "pre",
} as const;

/** Rendered once per text: claims never pass through here, so painting them never touches an element. */
export const ArticleBlocks = memo(function ArticleBlocks({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly Block[];
}) {
  const index = new CodePointIndex(text);
  const isLong = text.length > LONG_TEXT;
  return blocks.map((block) => {
    const Tag = block.kind === "heading" ? (`h${block.level ?? 2}` as const) : tags[block.kind];
    const lines = Math.ceil((block.end - block.start) / CHARACTERS_PER_LINE);
    return (
      <Tag
        key={block.start}
        data-start={block.start}
        className={isLong ? styles.skipped : undefined}
        style={isLong ? { containIntrinsicBlockSize: `auto ${lines}lh` } : undefined}
        dir="auto"
      >
        {index.slice(block)}
      </Tag>
    );
  });
});
