import { blocksOfPlainText } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { TextMap } from "./text-map.ts";

/** An article as the surface renders it, without React: for tests and benches of what lies below it. */
export function renderArticle(parent: HTMLElement, text: string): TextMap {
  const index = new CodePointIndex(text);
  const root = document.createElement("article");
  for (const block of blocksOfPlainText(text)) {
    const paragraph = document.createElement("p");
    paragraph.dataset.start = String(block.start);
    paragraph.style.whiteSpace = "pre-wrap";
    paragraph.textContent = index.slice(block);
    root.append(paragraph);
  }
  parent.append(root);
  return new TextMap(root, index);
}
