CREATE TABLE "series" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"panel_share" integer NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "series_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "wave" (
	"study_id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"against_id" uuid,
	"people" integer,
	"same" integer,
	"at_least" boolean DEFAULT false NOT NULL,
	"removed_on" date,
	"removed_reason" text
);
--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;