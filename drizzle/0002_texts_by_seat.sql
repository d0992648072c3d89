DROP INDEX "answer_text_of_round";--> statement-breakpoint
CREATE INDEX "answer_text_of_seat" ON "answer_text" USING btree ("study_id","round","seat_id");