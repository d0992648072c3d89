CREATE TABLE "stratum_target" (
	"study_id" uuid NOT NULL,
	"stratum" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "stratum_target_study_id_stratum_pk" PRIMARY KEY("study_id","stratum")
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "paused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "bounced" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stratum_target" ADD CONSTRAINT "stratum_target_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;