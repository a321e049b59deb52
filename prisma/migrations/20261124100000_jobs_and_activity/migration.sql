-- CreateTable
CREATE TABLE "job_turns" (
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_turns_pkey" PRIMARY KEY ("workspace_id","name")
);

-- CreateIndex
CREATE INDEX "outbox_events_workspace_id_article_id_number_idx" ON "outbox_events"("workspace_id", "article_id", "number");

-- CreateIndex
CREATE INDEX "outbox_events_workspace_id_actor_id_number_idx" ON "outbox_events"("workspace_id", "actor_id", "number");


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON "job_turns" TO "sourceline_app";
ALTER TABLE "job_turns" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "job_turns" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "job_turns" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
