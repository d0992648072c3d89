-- A severed study has no roll, and never gets one again: no round opens, nobody is added, nothing is taken back.
CREATE FUNCTION keep_severed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.severed_at IS NOT NULL AND NEW.severed_at IS DISTINCT FROM OLD.severed_at THEN
    RAISE EXCEPTION 'A severed study stays severed.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER severed_study_stays BEFORE UPDATE ON "study"
  FOR EACH ROW EXECUTE FUNCTION keep_severed();
--> statement-breakpoint
CREATE FUNCTION refuse_when_severed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM study WHERE id = NEW.study_id AND severed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'A severed study takes no round and no person.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER severed_study_opens_no_round BEFORE INSERT ON "round"
  FOR EACH ROW EXECUTE FUNCTION refuse_when_severed();
--> statement-breakpoint
CREATE TRIGGER severed_study_adds_nobody BEFORE INSERT ON "invitation"
  FOR EACH ROW EXECUTE FUNCTION refuse_when_severed();
