-- CreateTable
CREATE TABLE "adjudications" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "claim_ids" UUID[],
    "revisions" INTEGER[],
    "outcome" TEXT NOT NULL,
    "taken_from" UUID,
    "result_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "adjudications_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "adjudications_workspace_id_article_id_decided_at_idx" ON "adjudications"("workspace_id", "article_id", "decided_at");

-- AddForeignKey
ALTER TABLE "adjudications" ADD CONSTRAINT "adjudications_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

ALTER TABLE "adjudications" ADD CONSTRAINT "adjudications_outcome" CHECK ("outcome" IN ('taken', 'combined', 'anew', 'none'));
ALTER TABLE "adjudications" ADD CONSTRAINT "adjudications_result" CHECK (("outcome" = 'none') = ("result_id" IS NULL));

-- Nothing is taken away: what was decided and undone stays on record.
GRANT SELECT, INSERT, UPDATE ON "adjudications" TO "sourceline_app";
ALTER TABLE "adjudications" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "adjudications" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "adjudications" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
