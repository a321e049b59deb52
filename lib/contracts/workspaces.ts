import { z } from "zod";
import { roles, scopes } from "#core/review/state.ts";
import { id, line, page, required, timestamp } from "./common.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "lower-case letters, digits and hyphens")
  // An address names by id or slug: a slug that reads as an id could name another's.
  .refine((value) => !z.uuid().safeParse(value).success, "must not look like an id");

export const workspaceCreate = z.strictObject({
  id: id.optional(),
  name: required(120),
  slug: slug.optional(),
});
export type WorkspaceCreate = z.infer<typeof workspaceCreate>;
export const workspacePatch = z.strictObject({ name: required(120) });
export const workspace = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    isSample: z.boolean(),
    role: z.enum(roles),
    createdAt: timestamp,
  })
  .meta({ id: "Workspace" });
export type Workspace = z.infer<typeof workspace>;
export const workspacesPage = page(workspace);

const layersPerArticle = z.int().min(1).max(5).meta({
  description: "How many people code each article, each alone; it rules blind projects only",
});
export const projectCreate = z.strictObject({
  id: id.optional(),
  name: required(120),
  slug: slug.optional(),
  description: line(2_000).default(""),
  mode: z.enum(["shared", "blind"]).default("shared"),
  approvalsNeeded: z.int().min(0).max(2).default(1),
  layersPerArticle: layersPerArticle.default(2),
});
export type ProjectCreate = z.infer<typeof projectCreate>;
export const projectPatch = z
  .strictObject({
    name: required(120).optional(),
    description: line(2_000).optional(),
    approvalsNeeded: z.int().min(0).max(2).optional(),
    layersPerArticle: layersPerArticle.optional(),
    disabledCategories: z.array(z.string().max(80)).max(100).optional(),
    restricted: z.boolean().optional(),
    memberIds: z.array(id).max(1_000).optional(),
    archived: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change");
export type ProjectPatch = z.infer<typeof projectPatch>;
export const project = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    mode: z.enum(["shared", "blind"]),
    approvalsNeeded: z.int(),
    layersPerArticle: z.int(),
    restricted: z.boolean(),
    /** Who may see what is in it while it is restricted. */
    memberIds: z.array(id),
    codebook: z.object({ id: z.string(), version: z.int() }),
    disabledCategories: z.array(z.string()),
    revision: z.int(),
    createdAt: timestamp,
    archivedAt: timestamp.nullable(),
    actions: z.array(z.string()),
  })
  .meta({ id: "Project" });
export type Project = z.infer<typeof project>;
export const projectsPage = page(project);

export const member = z
  .object({ userId: id, name: z.string(), email: z.string(), role: z.enum(roles), createdAt: timestamp })
  .meta({ id: "Member" });
export type Member = z.infer<typeof member>;
export const membersPage = page(member);
export const memberPatch = z.strictObject({ role: z.enum(roles) });

export const invitationCreate = z.strictObject({
  email: z.email().max(320),
  role: z.enum(roles).exclude(["owner"]),
});
export const invitation = z
  .object({
    id,
    email: z.string(),
    role: z.enum(roles),
    createdAt: timestamp,
    expiresAt: timestamp,
    /** Only in the answer that made it. */
    link: z.string().optional(),
    /** Whether it was also sent by e-mail. */
    sent: z.boolean().optional(),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;
export const invitationsPage = page(invitation);

export const tokenCreate = z.strictObject({
  name: required(120),
  scopes: z.array(z.enum(scopes)).min(1),
  expiresInDays: z.int().min(1).max(366).default(90),
});
export const apiToken = z
  .object({
    id,
    name: z.string(),
    hint: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    lastUsedAt: timestamp.nullable(),
    /** Only in the answer that made it: shown once. */
    token: z.string().optional(),
  })
  .meta({ id: "Token" });
export type ApiToken = z.infer<typeof apiToken>;
export const tokensPage = page(apiToken);

export const session = z
  .object({
    id: z.string(),
    createdAt: timestamp,
    lastSeenAt: timestamp,
    expiresAt: timestamp,
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;
export const sessionsPage = page(session);

export const me = z
  .object({ id, email: z.string(), name: z.string(), workspaces: z.array(workspace) })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;
export const mePatch = z.strictObject({ name: required(120) });
