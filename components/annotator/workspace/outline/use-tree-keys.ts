"use client";
import { type KeyboardEvent, useRef } from "react";
import type { TreeRow } from "#lib/client/workspace/tree.ts";
import { useNames } from "../workspace-context.tsx";
import { isLetter, type TreeMove, TypeAhead, treeMove } from "./tree-keys.ts";
import type { TreeActions } from "./use-tree-actions.ts";

/** Letters that begin no word in the list: to step, to choose, to find, to go. */
const COMMANDS = "jkxflg";

/** The keys of the list: those of a tree, and those of the workspace where they mean the same. */
export function useTreeKeys(rows: readonly TreeRow[], current: number, actions: TreeActions) {
  const names = useNames();
  const ahead = useRef(new TypeAhead());
  return (event: KeyboardEvent) => {
    if (isLetter(event) && (ahead.current.isTyping(event.timeStamp) || !COMMANDS.includes(event.key))) {
      const words = rows.map(({ claim }) => claim.statement || names.words(claim.spans));
      const at = ahead.current.press(event.key, words, current, event.timeStamp);
      if (at !== null) actions.go(at);
      return event.preventDefault();
    }
    const move = treeMove(event, rows, current);
    if (move && follow(move) !== false) event.preventDefault();
  };

  function follow(move: TreeMove): unknown {
    switch (move.kind) {
      case "go":
        return actions.go(move.to);
      case "extend":
        return actions.extend(move.to, true);
      case "fold":
        return actions.fold(current);
      case "open":
        return actions.open(current);
      case "toggle":
        return actions.toggle(current);
      case "all":
        return actions.selectAll();
      case "none":
        return actions.selectNone();
    }
  }
}
