"use client";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Assignment, AssignmentPatch } from "#lib/contracts/assignments.ts";

type Article = Pick<Assignment, "articleId" | "articleTitle">;

/** How an assignment ends; the page is read anew after. */
export function useEnding(workspace: string) {
  const router = useRouter();
  const { notify } = useToast();
  const told = (failure: ApiFailure | null, title: string, description = ""): boolean => {
    if (failure) notify({ tone: "danger", title: failure.title, description: failure.detail ?? "" });
    else notify({ title, description });
    router.refresh();
    return failure === null;
  };
  const end = async ({ id }: Assignment, patch: AssignmentPatch, title: string): Promise<boolean> => {
    const answer = await call<Assignment>("PATCH", `/workspaces/${workspace}/assignments/${id}`, patch);
    return told(answer.ok ? null : answer.failure, title);
  };
  /** Who has annotated an article says so of the article, which ends the assignment with it (rules.md 3). */
  const finishArticle = async ({ articleId, articleTitle }: Article): Promise<void> => {
    const path = `/workspaces/${workspace}/articles/${articleId}/work`;
    const answer = await call("PUT", path, { state: "finished" });
    told(answer.ok ? null : answer.failure, `Finished: ${articleTitle}`);
  };
  const finish = async (assignment: Assignment): Promise<void> => {
    if (assignment.kind === "annotate") return finishArticle(assignment);
    await end(assignment, { state: "done" }, `Reviewed: ${assignment.articleTitle}`);
  };
  return { finish, finishArticle, end };
}
