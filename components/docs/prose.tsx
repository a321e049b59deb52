import { Fragment } from "react";

/** Words of a text with their code between backticks and their ways as `[words](address)`. */
export function prose(text: string) {
  return text.split(/(`[^`]+`|\[[^\]]+\]\([^)]+\))/u).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text
    <Fragment key={at}>{piece(part)}</Fragment>
  ));
}

function piece(part: string) {
  if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
  const [, words, address] = /^\[([^\]]+)\]\(([^)]+)\)$/u.exec(part) ?? [];
  return words === undefined ? part : <a href={address}>{words}</a>;
}
