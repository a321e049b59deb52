import { Assignees } from "#components/assignments/assignees.tsx";
import { codingWords } from "#components/layers/coding-words.ts";
import { Checkbox } from "#components/ui/choice.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StackedBar } from "#components/ui/stacked-bar.tsx";
import type { Column } from "#components/ui/table.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { ArticleRow, ArticlesQuery } from "#lib/contracts/articles.ts";
import { ArticleMenu, type ArticleMenuProps } from "./article-menu.tsx";
import styles from "./articles.module.css";
import { familySegments, progressWords, stateSegments } from "./mix.ts";
import { articlePath } from "./paths.ts";
import { TitleLink } from "./title-link.tsx";
import type { Selection } from "./use-selection.ts";
import { workOf, workWords } from "./work.ts";

type Given = Omit<ArticleMenuProps, "row"> & {
  codebook: Codebook;
  selection: Selection | null;
  view: ArticlesQuery;
  onView: (next: Partial<ArticlesQuery>) => void;
};

export function articleColumns(given: Given): Column<ArticleRow>[] {
  const { workspace, view, userId, onView } = given;
  const sorted = (sort: ArticlesQuery["sort"]): Pick<Column<ArticleRow>, "sort" | "onSort"> => {
    const direction = sort === "title" ? "ascending" : "descending";
    return { sort: view.sort === sort ? direction : "none", onSort: () => onView({ sort }) };
  };
  return [
    ...(given.selection ? [selectColumn(given.selection)] : []),
    {
      id: "title",
      header: "Article",
      ...sorted("title"),
      cell: (row) => <Headline {...{ workspace, row, onView }} />,
    },
    {
      id: "claims",
      header: "Claims",
      cardLabel: "Claims",
      align: "end",
      width: "5rem",
      cell: (row) => <span className={styles.number}>{row.claimCount}</span>,
    },
    {
      id: "progress",
      header: "Progress",
      cardLabel: "Progress",
      width: "9.5rem",
      cell: (row) => (
        <div className={styles.meter}>
          <StackedBar title="Progress" segments={stateSegments(row.states)} emptyText="no claims yet" />
          <span className={styles.meterWords}>{progressWords(row.states)}</span>
        </div>
      ),
    },
    {
      id: "provenance",
      header: "Provenance",
      cardLabel: "Provenance",
      width: "9.5rem",
      cell: (row) => (
        <StackedBar
          title="Provenance"
          segments={familySegments(given.codebook, row.provenances)}
          emptyText="no claims yet"
        />
      ),
    },
    {
      id: "assignees",
      header: "Assigned",
      cardLabel: "Assigned",
      width: "8.5rem",
      cell: (row) => <Assignees assignees={row.assignees} />,
    },
    {
      id: "work",
      header: "My work",
      cardLabel: "My work",
      width: "6.5rem",
      cell: (row) => <Work row={row} userId={userId} />,
    },
    {
      id: "activity",
      header: "Activity",
      cardLabel: "Activity",
      width: "7.5rem",
      ...sorted("activity"),
      cell: (row) => (
        <span className={styles.quiet}>
          <RelativeTime at={row.lastActivityAt} />
        </span>
      ),
    },
    {
      id: "menu",
      header: "",
      align: "end",
      width: "2.5rem",
      cell: (row) => <ArticleMenu {...given} row={row} />,
    },
  ];
}

function selectColumn(selection: Selection): Column<ArticleRow> {
  const { size } = selection.ids;
  return {
    id: "select",
    header: (
      <Checkbox
        label="Select all shown"
        labelHidden
        checked={selection.isAll}
        indeterminate={size > 0 && !selection.isAll}
        onCheckedChange={selection.setAll}
      />
    ),
    width: "2rem",
    cell: (row) => (
      <Checkbox
        label={`Select “${row.title}”`}
        labelHidden
        checked={selection.ids.has(row.id)}
        onCheckedChange={(on) => selection.set(row.id, on)}
      />
    ),
  };
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

function Headline({ workspace, row, onView }: Pick<Given, "workspace" | "onView"> & { row: ArticleRow }) {
  const { outlet, byline, publishedAt } = row;
  return (
    <div className={styles.headline}>
      <TitleLink
        isShort
        href={articlePath(workspace, row.id)}
        title={row.title}
        lang={row.language ?? undefined}
        dir={row.direction ?? "auto"}
      >
        {row.title}
      </TitleLink>
      <Facts>
        {outlet ? (
          <button
            type="button"
            className={styles.outlet}
            title={`Only articles of ${outlet}`}
            onClick={() => onView({ outlet })}
          >
            {outlet}
          </button>
        ) : null}
        {publishedAt ? <time dateTime={publishedAt}>{day.format(new Date(publishedAt))}</time> : null}
        {byline ? <span>{byline}</span> : null}
      </Facts>
    </div>
  );
}

function Work({ row, userId }: { row: ArticleRow; userId: string }) {
  const { mine, othersFinished } = workOf(row.work, userId);
  const others = othersFinished === 0 ? undefined : `${othersFinished} more finished`;
  return (
    <>
      <span className={styles.work} data-work={mine} title={others}>
        {workWords[mine]}
        {othersFinished > 0 ? <span className={styles.others}>+{othersFinished}</span> : null}
      </span>
      {row.coding || row.isReleased ? (
        <span className={styles.coding}>{row.coding ? codingWords(row.coding) : "Released"}</span>
      ) : null}
    </>
  );
}
