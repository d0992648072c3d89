CREATE TABLE "panel_question" (
	"study_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seat_id" "bytea",
	"text" text NOT NULL,
	"shown" text,
	"answer" text,
	"audience" text,
	CONSTRAINT "panel_question_study_id_id_pk" PRIMARY KEY("study_id","id")
);
--> statement-breakpoint
ALTER TABLE "panel_question" ADD CONSTRAINT "panel_question_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;