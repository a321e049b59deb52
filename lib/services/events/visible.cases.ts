import type { Role } from "#core/review/state.ts";

type Case = readonly [who: string, role: Role, kind: string, isBlind: boolean | null, isTold: boolean];

/** Who is told what of Hanna, who has an article that Ada gave her. */
export const assignmentCases: readonly Case[] = [
  ["hanna", "editor", "assignment.assigned", true, true],
  ["hanna", "editor", "assignment.done", true, true],
  ["ada", "editor", "assignment.handed_over", true, true],
  ["olga", "editor", "assignment.assigned", true, false],
  ["olga", "editor", "assignment.done", true, false],
  ["olga", "editor", "assignment.returned", true, false],
  ["olga", "editor", "assignment.handed_over", true, false],
  ["olga", "viewer", "assignment.done", true, false],
  ["olga", "reviewer", "assignment.done", true, false],
  ["olga", "admin", "assignment.done", true, true],
  ["olga", "owner", "assignment.done", true, true],
  ["olga", "viewer", "assignment.done", false, true],
  ["olga", "viewer", "assignment.done", null, true],
  ["olga", "viewer", "article.imported", true, true],
  ["hanna", "viewer", "notification.created", true, true],
  ["olga", "owner", "notification.created", false, false],
];
