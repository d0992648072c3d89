-- The mark "simulated" is set when a study is made and stays: what it decides is decided once.
CREATE FUNCTION keep_simulated_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.simulated IS DISTINCT FROM OLD.simulated THEN
    RAISE EXCEPTION 'The mark "simulated" of a study never changes.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER study_keeps_simulated_mark BEFORE UPDATE ON "study"
  FOR EACH ROW EXECUTE FUNCTION keep_simulated_mark();
--> statement-breakpoint
-- An edition is frozen. Editions of simulated studies may go with their study, never change.
CREATE FUNCTION keep_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM study WHERE id = OLD.study_id AND simulated) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'A published edition cannot be changed or deleted.';
END $$;
--> statement-breakpoint
CREATE TRIGGER edition_is_frozen BEFORE UPDATE OR DELETE ON "edition"
  FOR EACH ROW EXECUTE FUNCTION keep_edition();
--> statement-breakpoint
CREATE TRIGGER edition_is_not_truncated BEFORE TRUNCATE ON "edition"
  FOR EACH STATEMENT EXECUTE FUNCTION keep_edition();
--> statement-breakpoint
-- A closed round never changes: every figure is a pure function of what it held.
CREATE FUNCTION keep_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'A closed round never changes.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_round_is_frozen BEFORE UPDATE ON "round"
  FOR EACH ROW EXECUTE FUNCTION keep_closed_round();
