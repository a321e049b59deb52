-- AlterTable
ALTER TABLE "codebooks" ADD COLUMN "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN "created_by" UUID;

-- Until now there was one version: what is stored was made under it.
-- AlterTable
ALTER TABLE "claim_revisions" ADD COLUMN "codebook_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "claim_looks" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "codebook_version" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_looks_pkey" PRIMARY KEY ("workspace_id","claim_id","revision","codebook_version")
);

-- AddForeignKey
ALTER TABLE "claim_looks" ADD CONSTRAINT "claim_looks_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

-- A version that is out stays as it is: not even the program may change one.
REVOKE UPDATE, DELETE ON "codebooks" FROM "sourceline_app";
CREATE TRIGGER "codebooks_append_only" BEFORE UPDATE ON "codebooks" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

GRANT SELECT, INSERT, DELETE ON "claim_looks" TO "sourceline_app";
ALTER TABLE "claim_looks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "claim_looks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "claim_looks" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
