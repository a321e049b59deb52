-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'editor', 'reviewer', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('draft', 'submitted', 'changes_requested', 'approved', 'rejected');

-- CreateEnum
CREATE TYPE "work_state" AS ENUM ('open', 'in_progress', 'finished');

-- CreateEnum
CREATE TYPE "project_mode" AS ENUM ('shared', 'blind');

-- CreateEnum
CREATE TYPE "layer_kind" AS ENUM ('shared', 'editor', 'adjudicated');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('approve', 'reject', 'request_changes');

-- CreateEnum
CREATE TYPE "span_role" AS ENUM ('claim', 'mention', 'cue', 'addressee', 'hedge');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "sample_only" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "projects" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "mode" "project_mode" NOT NULL DEFAULT 'shared',
    "approvals_needed" INTEGER NOT NULL DEFAULT 1,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "codebook_id" TEXT NOT NULL,
    "codebook_version" INTEGER NOT NULL,
    "disabled_categories" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "projects_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "project_members" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "project_members_pkey" PRIMARY KEY ("workspace_id","project_id","user_id")
);

-- CreateTable
CREATE TABLE "codebooks" (
    "workspace_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "codebooks_pkey" PRIMARY KEY ("workspace_id","id","version")
);

-- CreateTable
CREATE TABLE "articles" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "outlet" TEXT,
    "byline" TEXT,
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "language" TEXT,
    "direction" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "imported_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "trashed_at" TIMESTAMPTZ(3),
    "trashed_by" UUID,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "article_versions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_versions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "article_originals" (
    "workspace_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "file_name" TEXT,

    CONSTRAINT "article_originals_pkey" PRIMARY KEY ("workspace_id","version_id")
);

-- CreateTable
CREATE TABLE "layers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "layer_kind" NOT NULL,
    "owner_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "layers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "article_works" (
    "workspace_id" UUID NOT NULL,
    "layer_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'open',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_works_pkey" PRIMARY KEY ("workspace_id","layer_id","user_id")
);

-- CreateTable
CREATE TABLE "claims" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "layer_id" UUID NOT NULL,
    "lineage_id" UUID NOT NULL,
    "carried_from" UUID,
    "carry_result" TEXT,
    "parent_id" UUID,
    "same_claim_as" UUID,
    "group_id" UUID,
    "state" "claim_state" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "approved_revision" INTEGER,
    "approved_at" TIMESTAMPTZ(3),
    "statement" TEXT NOT NULL DEFAULT '',
    "kind" TEXT,
    "provenance" TEXT NOT NULL,
    "origin_provenance" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "flags" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "claim_spans" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "role" "span_role" NOT NULL,
    "link_ordinal" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "text_length" INTEGER NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "hedge_type" TEXT,

    CONSTRAINT "claim_spans_pkey" PRIMARY KEY ("workspace_id","claim_id","role","link_ordinal","ordinal")
);

-- CreateTable
CREATE TABLE "claim_links" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "directness" TEXT NOT NULL,
    "cue_stance" TEXT NOT NULL,
    "polarity" TEXT NOT NULL,
    "explicit" BOOLEAN NOT NULL,
    "basis" TEXT,
    "attribution_status" TEXT NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "claim_links_pkey" PRIMARY KEY ("workspace_id","claim_id","ordinal")
);

-- CreateTable
CREATE TABLE "claim_link_sources" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "link_ordinal" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "claim_link_sources_pkey" PRIMARY KEY ("workspace_id","claim_id","link_ordinal","position")
);

-- CreateTable
CREATE TABLE "claim_revisions" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "whole_chain" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_revisions_pkey" PRIMARY KEY ("workspace_id","claim_id","revision")
);

-- CreateTable
CREATE TABLE "sources" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "document_type" TEXT,
    "identification" TEXT NOT NULL,
    "affiliation" TEXT,
    "role" TEXT,
    "role_title" TEXT,
    "role_status" TEXT,
    "issued_by" UUID,
    "wikidata" TEXT,
    "access" TEXT,
    "motive" TEXT,
    "expertise" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "article_id" UUID,
    "merged_into" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "source_aliases" (
    "workspace_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "source_aliases_pkey" PRIMARY KEY ("workspace_id","source_id","name")
);

-- CreateTable
CREATE TABLE "assessments" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "source_reliability" TEXT,
    "info_credibility" INTEGER,
    "attribution_fidelity" TEXT,
    "verification" TEXT,
    "confidence" TEXT,
    "rationale" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("workspace_id","claim_id","user_id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" "review_decision" NOT NULL,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "proposal" JSONB,
    "state_before" "claim_state" NOT NULL,
    "state_after" "claim_state" NOT NULL,
    "approved_revision_before" INTEGER,
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "comments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "comments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_rows" (
    "workspace_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_rows_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "workspace_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "article_id" UUID,
    "object_id" UUID,
    "payload" JSONB NOT NULL,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "workspace_clocks" (
    "workspace_id" UUID NOT NULL,
    "event_number" BIGINT NOT NULL DEFAULT 0,
    "audit_number" BIGINT NOT NULL DEFAULT 0,
    "audit_hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "workspace_clocks_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "workspace_id" UUID NOT NULL,
    "principal_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB,
    "headers" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("workspace_id","principal_id","route","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "one_time_tokens_email_purpose_idx" ON "one_time_tokens"("email", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_workspace_id_idx" ON "invitations"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_email_at_idx" ON "sign_in_attempts"("email", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_address_at_idx" ON "sign_in_attempts"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_workspace_id_slug_key" ON "projects"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "articles_workspace_id_project_id_last_activity_at_id_idx" ON "articles"("workspace_id", "project_id", "last_activity_at", "id");

-- CreateIndex
CREATE INDEX "article_versions_workspace_id_sha256_idx" ON "article_versions"("workspace_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_workspace_id_article_id_ordinal_key" ON "article_versions"("workspace_id", "article_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_workspace_id_id_length_key" ON "article_versions"("workspace_id", "id", "length");

-- CreateIndex
CREATE INDEX "layers_workspace_id_article_id_idx" ON "layers"("workspace_id", "article_id");

-- CreateIndex
CREATE INDEX "article_works_workspace_id_article_id_idx" ON "article_works"("workspace_id", "article_id");

-- CreateIndex
CREATE INDEX "claims_workspace_id_article_id_starts_at_idx" ON "claims"("workspace_id", "article_id", "starts_at");

-- CreateIndex
CREATE INDEX "claims_workspace_id_parent_id_idx" ON "claims"("workspace_id", "parent_id");

-- CreateIndex
CREATE INDEX "claims_workspace_id_lineage_id_idx" ON "claims"("workspace_id", "lineage_id");

-- CreateIndex
CREATE INDEX "claims_workspace_id_state_updated_at_id_idx" ON "claims"("workspace_id", "state", "updated_at", "id");

-- CreateIndex
CREATE INDEX "claims_workspace_id_updated_at_id_idx" ON "claims"("workspace_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "claim_link_sources_workspace_id_source_id_idx" ON "claim_link_sources"("workspace_id", "source_id");

-- CreateIndex
CREATE INDEX "sources_workspace_id_name_id_idx" ON "sources"("workspace_id", "name", "id");

-- CreateIndex
CREATE INDEX "source_aliases_workspace_id_name_idx" ON "source_aliases"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "reviews_workspace_id_claim_id_created_at_idx" ON "reviews"("workspace_id", "claim_id", "created_at");

-- CreateIndex
CREATE INDEX "reviews_workspace_id_reviewer_id_created_at_idx" ON "reviews"("workspace_id", "reviewer_id", "created_at");

-- CreateIndex
CREATE INDEX "comments_workspace_id_claim_id_created_at_idx" ON "comments"("workspace_id", "claim_id", "created_at");

-- CreateIndex
CREATE INDEX "comments_workspace_id_article_id_created_at_idx" ON "comments"("workspace_id", "article_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_rows_workspace_id_object_type_object_id_number_idx" ON "audit_rows"("workspace_id", "object_type", "object_id", "number");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_workspace_id_codebook_id_codebook_version_fkey" FOREIGN KEY ("workspace_id", "codebook_id", "codebook_version") REFERENCES "codebooks"("workspace_id", "id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "projects"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "projects"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_originals" ADD CONSTRAINT "article_originals_workspace_id_version_id_fkey" FOREIGN KEY ("workspace_id", "version_id") REFERENCES "article_versions"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layers" ADD CONSTRAINT "layers_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_works" ADD CONSTRAINT "article_works_workspace_id_layer_id_fkey" FOREIGN KEY ("workspace_id", "layer_id") REFERENCES "layers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_workspace_id_version_id_fkey" FOREIGN KEY ("workspace_id", "version_id") REFERENCES "article_versions"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_workspace_id_layer_id_fkey" FOREIGN KEY ("workspace_id", "layer_id") REFERENCES "layers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "claims"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claim_spans" ADD CONSTRAINT "claim_spans_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_spans" ADD CONSTRAINT "claim_spans_workspace_id_version_id_text_length_fkey" FOREIGN KEY ("workspace_id", "version_id", "text_length") REFERENCES "article_versions"("workspace_id", "id", "length") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link_sources" ADD CONSTRAINT "claim_link_sources_workspace_id_claim_id_link_ordinal_fkey" FOREIGN KEY ("workspace_id", "claim_id", "link_ordinal") REFERENCES "claim_links"("workspace_id", "claim_id", "ordinal") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link_sources" ADD CONSTRAINT "claim_link_sources_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revisions" ADD CONSTRAINT "claim_revisions_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_aliases" ADD CONSTRAINT "source_aliases_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "claims"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

-- Invariants the database can hold (rules.md 2 and 4).
ALTER TABLE "projects" ADD CONSTRAINT "projects_approvals_needed" CHECK ("approvals_needed" BETWEEN 0 AND 2);
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_length" CHECK ("length" > 0 AND char_length("text") = "length");
CREATE UNIQUE INDEX "article_versions_one_current" ON "article_versions"("workspace_id", "article_id") WHERE "is_current";
CREATE UNIQUE INDEX "layers_one_shared" ON "layers"("workspace_id", "article_id", "kind") WHERE "owner_id" IS NULL;
CREATE UNIQUE INDEX "layers_one_each" ON "layers"("workspace_id", "article_id", "owner_id") WHERE "owner_id" IS NOT NULL;
ALTER TABLE "layers" ADD CONSTRAINT "layers_owner" CHECK (("kind" = 'editor') = ("owner_id" IS NOT NULL));
ALTER TABLE "claim_spans" ADD CONSTRAINT "claim_spans_inside_text" CHECK ("start_offset" >= 0 AND "start_offset" < "end_offset" AND "end_offset" <= "text_length");
ALTER TABLE "claim_spans" ADD CONSTRAINT "claim_spans_hedge" CHECK (("role" = 'hedge') = ("hedge_type" IS NOT NULL));
ALTER TABLE "claim_spans" ADD CONSTRAINT "claim_spans_link" CHECK (("role" IN ('mention', 'cue', 'addressee')) = ("link_ordinal" > 0));
ALTER TABLE "claims" ADD CONSTRAINT "claims_revision" CHECK ("revision" >= 1 AND "depth" >= 0);
ALTER TABLE "claims" ADD CONSTRAINT "claims_approved" CHECK ("state" <> 'approved' OR "approved_revision" = "revision");
ALTER TABLE "claims" ADD CONSTRAINT "claims_not_own_parent" CHECK ("parent_id" IS NULL OR "parent_id" <> "id");
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_basis" CHECK ("explicit" OR "basis" IS NOT NULL);
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_scale" CHECK (
  ("source_reliability" IS NULL OR "source_reliability" IN ('A', 'B', 'C', 'D', 'E', 'F'))
  AND ("info_credibility" IS NULL OR "info_credibility" BETWEEN 1 AND 6));
CREATE UNIQUE INDEX "memberships_one_owner" ON "memberships"("workspace_id") WHERE "role" = 'owner' AND "removed_at" IS NULL;

-- An article's text never changes: a new text is a new version.
CREATE FUNCTION "refuse_text_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the text of a version is immutable';
END $$;
CREATE TRIGGER "article_versions_immutable" BEFORE UPDATE OF "text", "length", "sha256", "blocks" ON "article_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_text_change"();

-- Revisions and audit rows are only ever added.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only added, never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "audit_rows_append_only" BEFORE UPDATE ON "audit_rows" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "claim_revisions_append_only" BEFORE UPDATE ON "claim_revisions" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- The application role (rules.md 6): owns nothing, bypasses nothing. Entered by SET LOCAL ROLE in each transaction.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sourceline_app') THEN
    CREATE ROLE "sourceline_app" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT "sourceline_app" TO %I', current_user);
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO "sourceline_app"', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO "sourceline_app"', current_schema());
END $$;
REVOKE UPDATE, DELETE ON "audit_rows", "claim_revisions" FROM "sourceline_app";

-- Row-level security, forced on every tenant table: whoever has not named a workspace sees nothing.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND c.column_name = 'workspace_id' AND t.table_type = 'BASE TABLE'
      AND c.table_name NOT IN ('memberships', 'invitations')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY "own_workspace" ON %I USING ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      || ' WITH CHECK ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)', tenant_table);
  END LOOP;
END $$;
