CREATE TABLE "edition_part" (
	"study_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"body" text,
	"removed_on" date,
	"reason" text,
	CONSTRAINT "edition_part_study_id_digest_pk" PRIMARY KEY("study_id","digest"),
	CONSTRAINT "edition_part_is_whole_or_removed" CHECK (("edition_part"."body" is not null and "edition_part"."removed_on" is null and "edition_part"."reason" is null)
        or ("edition_part"."body" is null and "edition_part"."removed_on" is not null and "edition_part"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "protocol_text" text;--> statement-breakpoint
ALTER TABLE "edition_part" ADD CONSTRAINT "edition_part_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE no action ON UPDATE no action;