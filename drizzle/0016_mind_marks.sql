CREATE TABLE "mind_mark" (
	"study_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seat_id" "bytea" NOT NULL,
	"text_id" uuid NOT NULL,
	CONSTRAINT "mind_mark_study_id_round_seat_id_text_id_pk" PRIMARY KEY("study_id","round","seat_id","text_id")
);
--> statement-breakpoint
ALTER TABLE "mind_mark" ADD CONSTRAINT "mind_mark_study_id_seat_id_seat_study_id_id_fk" FOREIGN KEY ("study_id","seat_id") REFERENCES "public"."seat"("study_id","id") ON DELETE cascade ON UPDATE no action;