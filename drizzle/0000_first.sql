CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid,
	"facilitator_id" uuid,
	"act" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facilitator" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "facilitator_address_unique" UNIQUE("address")
);
--> statement-breakpoint
CREATE TABLE "finished_mark" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"invitation_id" uuid NOT NULL,
	CONSTRAINT "finished_mark_study_id_round_invitation_id_pk" PRIMARY KEY("study_id","round","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"study_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"stratum" text,
	"language" text DEFAULT 'en' NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"sealed_token" "bytea",
	"invited_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"newcomer" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invitation_study_id_id_pk" PRIMARY KEY("study_id","id"),
	CONSTRAINT "invitation_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_address_once" UNIQUE("study_id","address")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"study_id" uuid NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "membership_study_id_facilitator_id_pk" PRIMARY KEY("study_id","facilitator_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"item" text NOT NULL,
	"part" text NOT NULL,
	"value" double precision,
	"abstained" boolean NOT NULL,
	CONSTRAINT "answer_study_id_round_seat_id_revision_item_part_pk" PRIMARY KEY("study_id","round","seat_id","revision","item","part")
);
--> statement-breakpoint
CREATE TABLE "answer_text" (
	"study_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"item" text NOT NULL,
	"part" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"released" text,
	"side" text,
	CONSTRAINT "answer_text_study_id_id_pk" PRIMARY KEY("study_id","id")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "draft_study_id_round_seat_id_pk" PRIMARY KEY("study_id","round","seat_id")
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"study_id" uuid NOT NULL,
	"id" "bytea" NOT NULL,
	"stratum" text,
	"consented_in_round" integer,
	CONSTRAINT "seat_study_id_id_pk" PRIMARY KEY("study_id","id")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"receipt" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "submission_study_id_round_seat_id_revision_pk" PRIMARY KEY("study_id","round","seat_id","revision")
);
--> statement-breakpoint
CREATE TABLE "deviation" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "deviation_study_id_number_pk" PRIMARY KEY("study_id","number")
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"canonical" text NOT NULL,
	"digest" text NOT NULL,
	"previous_digest" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "edition_study_id_number_pk" PRIMARY KEY("study_id","number")
);
--> statement-breakpoint
CREATE TABLE "item" (
	"study_id" uuid NOT NULL,
	"id" text NOT NULL,
	"place" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "item_study_id_id_pk" PRIMARY KEY("study_id","id")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"items" jsonb NOT NULL,
	"snapshot" jsonb,
	CONSTRAINT "round_study_id_number_pk" PRIMARY KEY("study_id","number"),
	CONSTRAINT "round_closed_has_snapshot" CHECK (("round"."state" = 'closed') = ("round"."snapshot" is not null))
);
--> statement-breakpoint
CREATE TABLE "study" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"simulated" boolean NOT NULL,
	"announced" boolean DEFAULT true NOT NULL,
	"content" jsonb NOT NULL,
	"sources" jsonb NOT NULL,
	"positions" jsonb NOT NULL,
	"protocol" jsonb NOT NULL,
	"protocol_digest" text,
	"locked_at" timestamp with time zone,
	"concluded_at" timestamp with time zone,
	"session_epoch" integer DEFAULT 1 NOT NULL,
	"links_file_made" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "study_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finished_mark" ADD CONSTRAINT "finished_mark_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_facilitator_id_facilitator_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."facilitator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_facilitator_id_facilitator_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."facilitator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_study_id_seat_id_seat_study_id_id_fk" FOREIGN KEY ("study_id","seat_id") REFERENCES "public"."seat"("study_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_study_id_seat_id_seat_study_id_id_fk" FOREIGN KEY ("study_id","seat_id") REFERENCES "public"."seat"("study_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deviation" ADD CONSTRAINT "deviation_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_text_of_round" ON "answer_text" USING btree ("study_id","round");