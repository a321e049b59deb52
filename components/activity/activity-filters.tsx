"use client";
import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ActivitySubject } from "#lib/contracts/activity.ts";
import styles from "./activity.module.css";
import type { ActivityView } from "./activity-view.ts";

const ALL = "\u0000all";
const subjects: readonly { value: ActivitySubject; label: string }[] = [
  { value: "claims", label: "Claims" },
  { value: "reviews", label: "Reviews" },
  { value: "comments", label: "Comments" },
  { value: "articles", label: "Articles" },
  { value: "assignments", label: "Assignments" },
  { value: "sources", label: "Sources" },
  { value: "desk", label: "Members and projects" },
];

type Props = {
  view: ActivityView;
  people: readonly { userId: string; name: string }[];
  userId: string;
  article: { id: string; title: string } | null;
  onChange: (next: Partial<ActivityView>) => void;
};

export function ActivityFilters({ view, people, userId, article, onChange }: Props) {
  const subject = subjects.find(({ value }) => value === view.about)?.value;
  return (
    <search className={styles.filters}>
      <Select
        label="Who"
        options={[
          { value: ALL, label: "Everybody" },
          ...people.map((person) => ({
            value: person.userId,
            label: person.userId === userId ? `${person.name} (you)` : person.name,
          })),
        ]}
        value={view.person ?? ALL}
        onValueChange={(person) => onChange({ person: person === ALL ? undefined : person })}
      />
      <Select<ActivitySubject | typeof ALL>
        label="About"
        options={[{ value: ALL, label: "Everything" }, ...subjects]}
        value={subject ?? ALL}
        onValueChange={(about) => onChange({ about: subjects.find(({ value }) => value === about)?.value })}
      />
      <Day label="From" value={view.from} onChange={(from) => onChange({ from })} />
      <Day label="Until" value={view.until} onChange={(until) => onChange({ until })} />
      {article ? (
        <p className={styles.only}>
          <span className={styles.onlyWords}>Only “{article.title}”</span>
          <Button size="sm" icon={<X />} onClick={() => onChange({ article: undefined })}>
            All articles
          </Button>
        </p>
      ) : null}
    </search>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string | undefined) => void };

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
