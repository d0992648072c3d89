CREATE TABLE "theme" (
	"study_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "theme_study_id_id_pk" PRIMARY KEY("study_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer_text" ADD COLUMN "decision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_text" ADD COLUMN "held_reason" text;--> statement-breakpoint
ALTER TABLE "answer_text" ADD COLUMN "show_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_text" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "answer_text" ADD COLUMN "theme_id" uuid;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;