CREATE TABLE "former_wording" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"item" text NOT NULL,
	CONSTRAINT "former_wording_study_id_round_seat_id_item_pk" PRIMARY KEY("study_id","round","seat_id","item")
);
--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "former_wording" ADD CONSTRAINT "former_wording_study_id_seat_id_seat_study_id_id_fk" FOREIGN KEY ("study_id","seat_id") REFERENCES "public"."seat"("study_id","id") ON DELETE cascade ON UPDATE no action;