CREATE TABLE "delivery" (
	"mailing_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"code" text,
	CONSTRAINT "delivery_mailing_id_invitation_id_pk" PRIMARY KEY("mailing_id","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "desk_trouble" (
	"study_id" uuid NOT NULL,
	"about" text NOT NULL,
	"refusal" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "desk_trouble_study_id_about_pk" PRIMARY KEY("study_id","about")
);
--> statement-breakpoint
CREATE TABLE "mail_template" (
	"study_id" uuid NOT NULL,
	"letter" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "mail_template_study_id_letter_pk" PRIMARY KEY("study_id","letter")
);
--> statement-breakpoint
CREATE TABLE "mailing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"letter" text NOT NULL,
	"number" integer NOT NULL,
	"planned" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_plan" (
	"study_id" uuid PRIMARY KEY NOT NULL,
	"plan" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheduled_opening" (
	"study_id" uuid PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"zone" text NOT NULL,
	"choice" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_mailing_id_mailing_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_trouble" ADD CONSTRAINT "desk_trouble_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_plan" ADD CONSTRAINT "reminder_plan_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_opening" ADD CONSTRAINT "scheduled_opening_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mailing_once" ON "mailing" USING btree ("study_id","letter","number") WHERE "mailing"."letter" in ('round-open', 'closing-soon', 'results');