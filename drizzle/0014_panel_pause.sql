ALTER TABLE "invitation" ADD COLUMN "paused_from" integer;--> statement-breakpoint
ALTER TABLE "invitation" DROP COLUMN "paused";