import { Ellipsis, Reply, UserPlus } from "lucide-react";
import { articlePath } from "#components/articles/paths.ts";
import { TitleLink } from "#components/articles/title-link.tsx";
import { Due } from "#components/assignments/due.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Assignment } from "#lib/contracts/assignments.ts";
import styles from "./my-work.module.css";
import type { Ending } from "./my-work-screen.tsx";

type Props = {
  workspace: string;
  assignment: Assignment;
  by: string;
  project: string | undefined;
  isBegun: boolean;
  onFinish: (assignment: Assignment) => Promise<void>;
  onEnd: (how: Ending["how"]) => void;
};

export function AssignmentItem({ workspace, assignment, by, project, isBegun, onFinish, onEnd }: Props) {
  const { id, articleId, articleTitle, kind, note, dueAt } = assignment;
  return (
    <li className={styles.item} data-assignment={id}>
      <div className={styles.main}>
        <TitleLink href={articlePath(workspace, articleId)} data-entry>
          {articleTitle}
        </TitleLink>
        <Facts>
          {dueAt ? <Due at={dueAt} /> : null}
          <span>
            {kind === "review" ? "to review" : "to annotate"}, from {by}
          </span>
          {project ? <span>{project}</span> : null}
        </Facts>
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      <div className={styles.actions}>
        {isBegun ? <Badge outline>In progress</Badge> : null}
        <Button size="sm" onClick={() => onFinish(assignment)} aria-label={`Mark finished: ${articleTitle}`}>
          Mark finished
        </Button>
        <Menu
          align="end"
          trigger={<IconButton size="sm" icon={<Ellipsis />} label={`More for “${articleTitle}”`} />}
        >
          <MenuItem icon={<Reply />} onSelect={() => onEnd("give-back")}>
            Give back…
          </MenuItem>
          <MenuItem icon={<UserPlus />} onSelect={() => onEnd("hand-over")}>
            Hand over…
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}

export function DoneItem({ workspace, assignment }: Pick<Props, "workspace" | "assignment">) {
  const { articleId, articleTitle, endedAt, kind } = assignment;
  return (
    <li className={styles.item}>
      <div className={styles.main}>
        <TitleLink href={articlePath(workspace, articleId)} data-entry>
          {articleTitle}
        </TitleLink>
        <Facts>
          <span>
            {kind === "review" ? "reviewed" : "annotated"} {endedAt ? <RelativeTime at={endedAt} /> : null}
          </span>
        </Facts>
      </div>
    </li>
  );
}
