CREATE TABLE "late_addition" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"stratum" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "late_addition_study_id_round_stratum_pk" PRIMARY KEY("study_id","round","stratum")
);
--> statement-breakpoint
ALTER TABLE "late_addition" ADD CONSTRAINT "late_addition_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;