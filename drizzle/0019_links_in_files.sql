ALTER TABLE "invitation" ADD COLUMN "link_in_file" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Which links earlier files held is not known, so none of such a study leaves again.
UPDATE "invitation" SET "link_in_file" = true FROM "study"
  WHERE "study"."id" = "invitation"."study_id" AND "study"."links_file_made";
