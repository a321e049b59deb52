"use client";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { type Named, peopleLike, type Typing, typingAt, withName } from "#lib/client/comments/mentions.ts";

const MOST = 6;

/** The people offered for the name being typed in a text field, and the keys that choose among them. */
export function useMentionList(
  area: RefObject<HTMLTextAreaElement | null>,
  people: readonly Named[],
  onText: (text: string) => void,
) {
  const id = useId();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [place, setPlace] = useState(0);
  /** The `@` whose list was put away. */
  const dismissed = useRef<number | null>(null);
  const caret = useRef<number | null>(null);
  const offered = typing ? peopleLike(people, typing.words).slice(0, MOST) : [];
  const chosen = offered[Math.min(place, offered.length - 1)];
  // The field shows the new text first; only then can the caret be put into it.
  useEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const close = () => {
    dismissed.current = typing?.at ?? null;
    setTyping(null);
  };
  const look = () => {
    const field = area.current;
    if (!field) return;
    const found =
      field.selectionStart === field.selectionEnd ? typingAt(field.value, field.selectionStart) : null;
    if (found?.at !== dismissed.current) dismissed.current = null;
    if (found?.words !== typing?.words) setPlace(0);
    setTyping(found && found.at === dismissed.current ? null : found);
  };
  const choose = (person: Named) => {
    if (!typing || !area.current) return;
    const done = withName(area.current.value, typing, person.name);
    caret.current = done.caret;
    dismissed.current = typing.at;
    setTyping(null);
    onText(done.text);
    area.current.focus();
  };
  /** True where the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!chosen || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown") setPlace((place + 1) % offered.length);
    else if (event.key === "ArrowUp") setPlace((place - 1 + offered.length) % offered.length);
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab")
      choose(chosen);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const optionId = (person: Named) => `${id}-${person.userId}`;
  return {
    offered,
    chosen,
    choose,
    close,
    look,
    onKey,
    listId: id,
    optionId,
    /** A text field's own role has no "expanded": what is offered is told by these and a status line. */
    field: {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": chosen ? id : undefined,
      "aria-activedescendant": chosen ? optionId(chosen) : undefined,
    } as const,
  };
}
