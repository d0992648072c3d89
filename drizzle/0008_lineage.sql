CREATE TABLE "lineage" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "lineage_study_id_number_pk" PRIMARY KEY("study_id","number")
);
--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;