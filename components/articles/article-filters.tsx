"use client";
import { Search } from "lucide-react";
import { useRef } from "react";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { SegmentedControl } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ArticlesQuery } from "#lib/contracts/articles.ts";
import styles from "./articles.module.css";
import type { Person } from "./articles-screen.tsx";
import { useSearchWords } from "./use-search-words.ts";

const shows = [
  { value: "active", label: "Active" },
  { value: "archived", label: "Archived" },
  { value: "trash", label: "Trash" },
] as const;
const sorts = [
  { value: "activity", label: "Last activity" },
  { value: "published", label: "Newest published" },
  { value: "title", label: "Title" },
] as const;
const ALL = "\u0000all";

function assigneeOptions(people: readonly Person[], userId: string) {
  return [
    { value: ALL, label: "Assigned to anybody" },
    { value: "me", label: "Assigned to me" },
    { value: "nobody", label: "Assigned to nobody" },
    ...people
      .filter((person) => person.userId !== userId)
      .map((person) => ({ value: person.userId, label: `Assigned to ${person.name}` })),
  ];
}

type Props = {
  view: ArticlesQuery;
  outlets: readonly string[];
  people: readonly Person[];
  userId: string;
  onChange: (next: Partial<ArticlesQuery>) => void;
};

export function ArticleFilters({ view, outlets, people, userId, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useSearchWords(view.q ?? "", (q) => onChange({ q: q || undefined }));
  useHotkeys([
    { id: "search-articles", keys: "/", label: "Search articles", group: "Articles", onPress: focus(input) },
  ]);
  const known = view.outlet && !outlets.includes(view.outlet) ? [view.outlet, ...outlets] : outlets;
  return (
    <search className={styles.filters}>
      <TextField
        ref={input}
        type="search"
        label="Search articles"
        labelHidden
        placeholder="Title, outlet or byline"
        icon={<Search />}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        fieldClassName={styles.search}
      />
      <Select
        aria-label="Outlet"
        options={[
          { value: ALL, label: "All outlets" },
          ...known.map((outlet) => ({ value: outlet, label: outlet })),
        ]}
        value={view.outlet ?? ALL}
        onValueChange={(outlet) => onChange({ outlet: outlet === ALL ? undefined : outlet })}
        className={styles.outlets}
      />
      <Select
        aria-label="Assigned to"
        options={assigneeOptions(people, userId)}
        value={view.assignee === userId ? "me" : (view.assignee ?? ALL)}
        onValueChange={(assignee) => onChange({ assignee: assignee === ALL ? undefined : assignee })}
        className={styles.assignedTo}
      />
      <SegmentedControl
        label="Show"
        options={shows}
        value={view.show}
        onValueChange={(show) => onChange({ show })}
      />
      <Select
        aria-label="Order"
        options={sorts}
        value={view.sort}
        onValueChange={(sort) => onChange({ sort })}
        className={styles.order}
      />
    </search>
  );
}

const focus = (input: { current: HTMLInputElement | null }) => (event: KeyboardEvent) => {
  event.preventDefault();
  input.current?.focus();
};
