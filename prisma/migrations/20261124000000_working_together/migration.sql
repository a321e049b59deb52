-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('annotate', 'review');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('open', 'done', 'returned', 'handed_over');

-- CreateEnum
CREATE TYPE "email_mode" AS ENUM ('off', 'digest', 'at_once');

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_offset" INTEGER,
ADD COLUMN     "start_offset" INTEGER,
ADD COLUMN     "text_length" INTEGER,
ADD COLUMN     "version_id" UUID;

-- CreateTable
CREATE TABLE "comment_mentions" (
    "workspace_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "comment_mentions_pkey" PRIMARY KEY ("workspace_id","comment_id","user_id")
);

-- CreateTable
CREATE TABLE "comment_revisions" (
    "workspace_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by" UUID NOT NULL,

    CONSTRAINT "comment_revisions_pkey" PRIMARY KEY ("workspace_id","comment_id","ordinal")
);

-- CreateTable
CREATE TABLE "assignments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL DEFAULT 'annotate',
    "state" "assignment_state" NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "assigned_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "article_id" UUID,
    "claim_id" UUID,
    "comment_id" UUID,
    "assignment_id" UUID,
    "detail" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "notification_preferences" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "email" "email_mode" NOT NULL DEFAULT 'digest',
    "digest_hour" INTEGER NOT NULL DEFAULT 7,
    "quiet_from" INTEGER NOT NULL DEFAULT 0,
    "quiet_to" INTEGER NOT NULL DEFAULT 0,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "last_digest_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_preferences_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateIndex
CREATE INDEX "comment_mentions_workspace_id_user_id_idx" ON "comment_mentions"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "assignments_workspace_id_user_id_state_due_at_idx" ON "assignments"("workspace_id", "user_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "assignments_workspace_id_article_id_idx" ON "assignments"("workspace_id", "article_id");

-- CreateIndex
CREATE INDEX "notifications_workspace_id_user_id_created_at_idx" ON "notifications"("workspace_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "notifications_workspace_id_mailed_at_created_at_idx" ON "notifications"("workspace_id", "mailed_at", "created_at");

-- AddForeignKey
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comments"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_workspace_id_comment_id_fkey" FOREIGN KEY ("workspace_id", "comment_id") REFERENCES "comments"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

-- A thread about words stands inside their text, as a claim's spans do.
ALTER TABLE "comments" ADD CONSTRAINT "comments_whole_span" CHECK (num_nulls("version_id", "start_offset", "end_offset", "text_length") IN (0, 4));
ALTER TABLE "comments" ADD CONSTRAINT "comments_inside_text" CHECK ("start_offset" IS NULL OR ("start_offset" >= 0 AND "start_offset" < "end_offset" AND "end_offset" <= "text_length"));
ALTER TABLE "comments" ADD CONSTRAINT "comments_one_place" CHECK ("claim_id" IS NULL OR "start_offset" IS NULL);
ALTER TABLE "comments" ADD CONSTRAINT "comments_version_fkey" FOREIGN KEY ("workspace_id", "version_id", "text_length") REFERENCES "article_versions"("workspace_id", "id", "length") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE UNIQUE INDEX "assignments_one_open" ON "assignments"("workspace_id", "article_id", "user_id", "kind") WHERE "state" = 'open';
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_ended" CHECK (("state" = 'open') = ("ended_at" IS NULL));
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_hours" CHECK (
  "digest_hour" BETWEEN 0 AND 23 AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439);
CREATE INDEX "notifications_unread" ON "notifications"("workspace_id", "user_id") WHERE "read_at" IS NULL;

CREATE TRIGGER "comment_revisions_append_only" BEFORE UPDATE ON "comment_revisions" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['comment_mentions', 'comment_revisions', 'assignments', 'notifications', 'notification_preferences']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO "sourceline_app"', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY "own_workspace" ON %I USING ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      || ' WITH CHECK ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)', tenant_table);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON "comment_revisions" FROM "sourceline_app";
