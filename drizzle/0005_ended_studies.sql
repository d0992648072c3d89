ALTER TABLE "study" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "archived_at" timestamp with time zone;