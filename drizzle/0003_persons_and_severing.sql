CREATE TABLE "agreement" (
	"study_id" uuid NOT NULL,
	"address" text NOT NULL,
	"agreed_to" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "agreement_study_id_address_agreed_to_pk" PRIMARY KEY("study_id","address","agreed_to")
);
--> statement-breakpoint
CREATE TABLE "revoked_link" (
	"study_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	CONSTRAINT "revoked_link_study_id_token_hash_pk" PRIMARY KEY("study_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"panel_key_print" text NOT NULL,
	CONSTRAINT "installation_once" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "invitation" ALTER COLUMN "token_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "person_hash" "bytea";--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "sealed_person" "bytea";--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "declined" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "decline_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "replaced_links" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "study" ADD COLUMN "severed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revoked_link" ADD CONSTRAINT "revoked_link_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_personHash_unique" UNIQUE("person_hash");