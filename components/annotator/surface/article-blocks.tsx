import { memo } from "react";
import type { Block } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import styles from "./article-text.module.css";

/** From here on the browser skips layout of what is out of sight; shorter articles keep exact scroll bars. */
const LONG_TEXT = 60_000;
/** Blocks skipped together. One by one, a look under the pointer takes ten times as long (0.5 ms at 834 blocks). */
const BLOCKS_PER_PART = 20;
/** A guess for the height of what was never laid out; the browser remembers the true one. */
const CHARACTERS_PER_LINE = 68;

type Props = { readonly text: string; readonly blocks: readonly Block[] };

/** Rendered once per text: claims never pass through here, so painting them never touches an element. */
export const ArticleBlocks = memo(function ArticleBlocks({ text, blocks }: Props) {
  const index = new CodePointIndex(text);
  if (text.length <= LONG_TEXT) return <Blocks index={index} blocks={blocks} />;
  const parts = Array.from({ length: Math.ceil(blocks.length / BLOCKS_PER_PART) }, (_, part) =>
    blocks.slice(part * BLOCKS_PER_PART, (part + 1) * BLOCKS_PER_PART),
  );
  return parts.map((part) => (
    <div
      key={part[0]?.start}
      className={styles.skipped}
      style={{ containIntrinsicBlockSize: `auto ${linesOf(part)}lh` }}
    >
      <Blocks index={index} blocks={part} />
    </div>
  ));
});

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { start, end }) => sum + Math.ceil((end - start) / CHARACTERS_PER_LINE) + 0.6,
    0,
  );
}

function Blocks({ index, blocks }: { readonly index: CodePointIndex; readonly blocks: readonly Block[] }) {
  return listsApart(blocks).map((run) => {
    const shown = run.map((block) => <BlockText key={block.start} index={index} block={block} />);
    return run[0]?.kind === "list_item" ? <ul key={run[0].start}>{shown}</ul> : shown;
  });
}

/** Each run of list items together, everything else by itself. */
function listsApart(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind === "list_item" && last?.[0]?.kind === "list_item") last.push(block);
    else runs.push([block]);
  }
  return runs;
}

const tags = { paragraph: "p", list_item: "li", quote: "blockquote", preformatted: "pre" } as const;

function BlockText({ index, block }: { readonly index: CodePointIndex; readonly block: Block }) {
  const Tag = block.kind === "heading" ? (`h${block.level ?? 2}` as const) : tags[block.kind];
  return (
    <Tag data-start={block.start} dir="auto">
      {index.slice(block)}
    </Tag>
  );
}
