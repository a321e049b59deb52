"use client";
import { Target } from "lucide-react";
import Link from "next/link";
import type { NameOf } from "#components/review/people.ts";
import { useChange } from "#components/settings/use-change.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Table } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import type { GoldItem } from "#lib/contracts/calibration.ts";
import styles from "./calibration.module.css";
import { layerWords } from "./words.ts";

type Props = { workspace: string; items: readonly GoldItem[]; nameOf: NameOf };

/** The articles named, what for and by whose layer. */
export function GoldList({ workspace, items, nameOf }: Props) {
  const change = useChange();
  const path = (item: GoldItem) => `/workspaces/${workspace}/articles/${item.articleId}/gold`;
  const turn = (item: GoldItem, purpose: GoldItem["purpose"]) =>
    void change(
      call("PUT", path(item), { purpose, layerId: item.layerId }),
      purpose === "training" ? "It is a training article now" : "It is a check now",
    );
  const columns = [
    {
      id: "article",
      header: "Article",
      cell: (item: GoldItem) => (
        <Link href={`/w/${workspace}/articles/${item.articleId}`} className={styles.name}>
          {item.articleTitle}
        </Link>
      ),
    },
    {
      id: "purpose",
      header: "For",
      cardLabel: "For",
      width: "8rem",
      cell: ({ purpose }: GoldItem) => (
        <Badge tone={purpose === "training" ? "info" : "accent"}>
          {purpose === "training" ? "Training" : "Check"}
        </Badge>
      ),
    },
    {
      id: "layer",
      header: "By",
      cardLabel: "By",
      width: "14rem",
      cell: ({ layerKind, layerOwnerId, claims }: GoldItem) =>
        `${layerWords(layerKind, layerOwnerId && nameOf(layerOwnerId))}, ${claims} ${claims === 1 ? "claim" : "claims"}`,
    },
    {
      id: "scored",
      header: "Scored",
      cardLabel: "Scored",
      width: "5rem",
      align: "end" as const,
      cell: ({ scored }: GoldItem) => scored,
    },
    {
      id: "actions",
      header: "",
      width: "6rem",
      align: "end" as const,
      cell: (item: GoldItem) => (
        <Menu
          align="end"
          trigger={
            <Button size="sm" aria-label={`More about ${item.articleTitle}`}>
              More
            </Button>
          }
        >
          {item.purpose === "check" ? (
            <MenuItem onSelect={() => turn(item, "training")}>Train on it</MenuItem>
          ) : (
            <MenuItem onSelect={() => turn(item, "check")}>Check with it</MenuItem>
          )}
          <MenuItem
            onSelect={() => void change(call("DELETE", path(item)), "It is an article like any other again")}
          >
            Make it like any other
          </MenuItem>
        </Menu>
      ),
    },
  ];
  const empty = (
    <EmptyState compact icon={<Target />} title="No article is named yet">
      Code an article with care, or adjudicate one; then name it for training or as a check that looks like
      any other.
    </EmptyState>
  );
  return (
    <section className={styles.part} aria-label="Articles with a known answer">
      <h2 className={styles.title}>Articles with a known answer</h2>
      <p className={styles.about}>
        Only admins see this list. Scores stay when an article is taken off it, and are taken once a person.
      </p>
      <Table
        caption="Articles with a known answer"
        columns={columns}
        rows={items}
        rowKey={({ articleId }) => articleId}
        empty={empty}
      />
    </section>
  );
}
