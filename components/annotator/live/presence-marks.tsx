"use client";
import { useLayoutEffect, useRef } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Present } from "#lib/contracts/presence.ts";
import { usePeople } from "../inspector/use-people.ts";
import type { ArticleEngine } from "../surface/article-types.ts";
import { useUi } from "../workspace/workspace-context.tsx";
import styles from "./presence.module.css";
import { ringOf, usePersonsHere } from "./use-people-here.ts";

/** A small face at the paragraph each of the others reads. Placed beside the text, which never moves for it. */
export function PresenceMarks() {
  const engine = useUi((state) => state.engine);
  const people = usePersonsHere().filter(({ paragraph }) => paragraph !== null);
  return engine && people.length > 0 ? <Marks engine={engine} people={people} /> : null;
}

function Marks({ engine, people }: { engine: ArticleEngine; people: readonly Present[] }) {
  const box = useRef<HTMLDivElement>(null);
  const nameOf = usePeople();
  useLayoutEffect(() => {
    const place = () => placeMarks(engine, people, box.current);
    const observer = new ResizeObserver(place);
    observer.observe(engine.map.root);
    place();
    return () => observer.disconnect();
  }, [engine, people]);
  return (
    <div ref={box} className={styles.marks} aria-hidden="true">
      {people.map(({ userId }) => (
        <span key={userId} className={styles.mark}>
          <Avatar name={nameOf(userId)} size={18} ring={ringOf(userId)} decorative />
        </span>
      ))}
    </div>
  );
}

function placeMarks({ map }: ArticleEngine, people: readonly Present[], box: HTMLElement | null): void {
  const frame = box?.parentElement?.getBoundingClientRect();
  if (!box || !frame) return;
  for (const [at, { paragraph }] of people.entries()) {
    const mark = box.children[at];
    const block = map.blocks[Math.max(0, map.blockAt(paragraph ?? 0))];
    if (!(mark instanceof HTMLElement) || !block) continue;
    mark.style.top = `${block.getBoundingClientRect().top - frame.top}px`;
  }
}
