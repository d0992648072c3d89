CREATE TABLE "attempt" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"facilitator_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"used_step" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "facilitator" ADD COLUMN "session_epoch" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_facilitator_id_second_factor_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."second_factor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_id_facilitator_id_fk" FOREIGN KEY ("id") REFERENCES "public"."facilitator"("id") ON DELETE cascade ON UPDATE no action;