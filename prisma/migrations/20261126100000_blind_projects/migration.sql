-- How many people code each article of a blind project, each alone.
ALTER TABLE "projects" ADD COLUMN "layers_per_article" SMALLINT NOT NULL DEFAULT 2,
  ADD CONSTRAINT "projects_layers_per_article" CHECK ("layers_per_article" BETWEEN 1 AND 5);

-- Who showed a layer to the others, and why before its time where it was.
ALTER TABLE "layers" ADD COLUMN "released_by" UUID, ADD COLUMN "release_reason" TEXT NOT NULL DEFAULT '';
