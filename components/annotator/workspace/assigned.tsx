"use client";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense, useState } from "react";
import { Assignees } from "#components/assignments/assignees.tsx";
import { Button } from "#components/ui/button.tsx";
import { lazily } from "#components/ui/lazily.ts";
import styles from "./assigned.module.css";
import { useWorkspace } from "./workspace-context.tsx";

const AssignDialog = lazily(
  async () => (await import("#components/assignments/assign-dialog.tsx")).AssignDialog,
);

/** Who works on the article; whoever gives out work does so from here too. */
export function Assigned() {
  const { article, workspace, project, announce } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const router = useRouter();
  const mayAssign = article.actions.includes("assignment:manage") && article.trashedAt === null;
  if (article.assignees.length === 0 && !mayAssign) return null;
  return (
    <div className={styles.assigned}>
      <span className={styles.label}>Assigned to</span>
      <Assignees assignees={article.assignees} />
      {mayAssign ? (
        <Button size="sm" variant="quiet" icon={<UserPlus />} onClick={() => setIsOpen(true)}>
          Assign…
        </Button>
      ) : null}
      {isOpen ? (
        <Suspense>
          <AssignDialog
            workspace={workspace}
            project={project.slug}
            articles={[article]}
            onClose={() => setIsOpen(false)}
            onAssigned={() => {
              announce("Assigned.");
              router.refresh();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
